using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>The manifest that the generator adds to an assembly.</summary>
internal sealed class EmittedManifest(JsonElement root)
{
    private IEnumerable<JsonElement> Methods => root.GetProperty("methods").EnumerateArray();

    public JsonElement Root => root;

    public static EmittedManifest Of(Generated generated)
    {
        var attribute = generated.Output.Assembly.GetAttributes().SingleOrDefault(a => a.AttributeClass?.Name == nameof(MemoManifestAttribute));
        Assert.That(attribute, Is.Not.Null, "the generator adds a manifest; it says: " + string.Join('\n', generated.FromGenerator));
        return new(JsonDocument.Parse((string)attribute!.ConstructorArguments[0].Value!).RootElement);
    }

    public static EmittedManifest Of(string source) => Of(Generated.From(source));

    public JsonElement Method(string name) =>
        Methods.Single(m => m.GetProperty("id").GetString() is { } id && (id.Contains($".{name}(", StringComparison.Ordinal) || id.EndsWith("." + name, StringComparison.Ordinal)));

    public string Closure(string name) => Method(name).GetProperty("closure").GetString()!;

    public string[] FindingsOf(string name) => [.. Method(name).GetProperty("findings").EnumerateArray().Select(f => f.GetString()!)];

    public string[] DependenciesOf(string name) => [.. Method(name).GetProperty("dependencies").EnumerateArray().Select(d => d.GetString()!)];

    /// <summary>Assemblies.</summary>
    public string[] ExternalsOf(string name) => [.. AllExternalsOf(name).Where(external => !external.Contains('!'))];

    /// <summary>Partial types, each with what the generator saw of it.</summary>
    public string[] PartsOf(string name) => [.. AllExternalsOf(name).Where(external => external.Contains('!'))];

    private IEnumerable<string> AllExternalsOf(string name) => Method(name).GetProperty("externals").EnumerateArray().Select(e => e.GetString()!);

    public string[] Memoized =>
        [.. Methods.Where(m => m.TryGetProperty("memoized", out var memoized) && memoized.GetBoolean()).Select(m => m.GetProperty("id").GetString()!)];
}
