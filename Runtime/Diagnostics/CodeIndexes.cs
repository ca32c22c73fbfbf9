using System.Collections.Concurrent;
using System.Text.Json;

namespace Memo.Diagnostics;

/// <summary>The manifests of assemblies, each parsed when it is first needed. Only used to say which methods changed.</summary>
internal sealed class CodeIndexes(Warnings warnings)
{
    private const int Schema = 1;

    private readonly ConcurrentDictionary<string, Dictionary<string, CodeMethod>> _assemblies = new(StringComparer.Ordinal);

    /// <summary>The methods that a memoized method can reach, itself included, sorted by id.</summary>
    /// <returns>Nothing if the assembly has no manifest that can be read.</returns>
    public IReadOnlyList<CodePart> Closure(MethodManifest method)
    {
        var methods = _assemblies.GetOrAdd(method.Assembly, static (_, state) => state.Indexes.Parse(state.Method), (Indexes: this, Method: method));
        var reached = new SortedDictionary<string, CodePart>(StringComparer.Ordinal);
        var open = new Stack<string>([method.Id]);
        while (open.TryPop(out var id))
        {
            if (reached.ContainsKey(id) || !methods.TryGetValue(id, out var found)) continue;
            reached.Add(id, found.Part);
            foreach (var callee in found.Calls) open.Push(callee);
        }
        return [.. reached.Values];
    }

    private Dictionary<string, CodeMethod> Parse(MethodManifest method)
    {
        var methods = new Dictionary<string, CodeMethod>(StringComparer.Ordinal);
        try
        {
            var json = method.Manifest();
            if (json.Length == 0) return methods;
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("schema").GetInt32() != Schema)
            {
                warnings.Once($"the manifest of '{method.Assembly}' is of another schema; what changed in code is not said");
                return methods;
            }
            foreach (var element in root.GetProperty("methods").EnumerateArray())
            {
                var id = Text(element, "id");
                var calls = element.GetProperty("calls").EnumerateArray().Select(call => call.GetString() ?? "");
                methods.TryAdd(id, new(new(id, Text(element, "own"), Text(element, "file")), [.. calls]));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Malformed, or not to be had at all. Keys do not come from here: nothing but the explanation is lost.
            warnings.Once($"the manifest of '{method.Assembly}' cannot be read; what changed in code is not said");
            methods.Clear();
        }
        return methods;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private sealed record CodeMethod(CodePart Part, string[] Calls);
}

/// <summary>One method of a code closure.</summary>
/// <param name="Id">Its documentation comment id.</param>
/// <param name="Own">The hash of its own code, without what it calls.</param>
/// <param name="File">The file that it is in.</param>
internal readonly record struct CodePart(string Id, string Own, string File)
{
    /// <summary>The method for a person to read: <c>Normalize (Normalize.cs)</c>.</summary>
    public override string ToString() => File.Length == 0 ? SimpleName : $"{SimpleName} ({Path.GetFileName(File)})";

    // M:App.Text.Normalize``1(System.String) → Normalize; M:App.Text.#ctor → Text; M:App.Text.get_Length → Length.
    private string SimpleName
    {
        get
        {
            var name = Id.AsSpan();
            if (name.IndexOf('(') is >= 0 and var arguments) name = name[..arguments];
            // Type arguments; a name that the compiler made, as <Main>$, begins with one.
            if (name.IndexOf('<') is > 0 and var given && name[given - 1] != '.') name = name[..given];
            var member = name[(name.LastIndexOf('.') + 1)..];
            if (member is "#ctor" or "#cctor")
            {
                var type = name[..Math.Max(0, name.Length - member.Length - 1)];
                member = type[(type.LastIndexOf('.') + 1)..];
            }
            if (member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal)) member = member[4..];
            if (member.IndexOf('`') is > 0 and var arity) member = member[..arity];
            return member.ToString();
        }
    }
}
