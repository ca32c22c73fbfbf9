using Memo.Dependencies;
using Memo.Keys;
using Memo.Store;

namespace Memo.Diagnostics;

/// <summary>Says why a call was not answered from the store, by comparing it with the newest entry of the same arguments.</summary>
internal static class MissExplanation
{
    private const int MostNames = 5;

    public const string Damaged = "entry damaged";
    public const string Expired = "expired";
    public const string Refreshed = "refreshed";
    public const string Evicted = "evicted";
    private const string First = "first call with these arguments";

    public static string Changed(in Dependency dependency) => $"dependency changed: {dependency}";

    /// <summary>Explains a miss for which no entry has the key.</summary>
    public static string Of(KeyMaterial now, CallAddress address, EntryStore store, Func<IReadOnlyList<CodePart>> code)
    {
        if (store.WasEvicted(address)) return Evicted;
        foreach (var path in store.Neighbours(address))
        {
            if (store.Read(path) is not { } file || !EntryReader.TryReadMaterial(file, out var entry, out var then)) continue;
            if (then.Method != now.Method || then.Assembly != now.Assembly || then.Arguments != now.Arguments) continue;
            if (entry.Key == address.Key) continue;
            return Difference(then, now, address, store, code);
        }
        return First;
    }

    private static string Difference(KeyMaterial then, KeyMaterial now, CallAddress address, EntryStore store, Func<IReadOnlyList<CodePart>> code)
    {
        if (then.Closure != now.Closure) return CodeChanged(CodeRecord.Read(store.ReadBeside(address.Method, CodeRecord.Name(then.Closure))), code());
        if (then.Contract != now.Contract) return "code changed: result type";
        if (then.Version != now.Version) return "code changed: Version";
        if (then.Runtime != now.Runtime) return "runtime changed";
        if (ExternalsChanged(then.Externals, now.Externals) is { Count: > 0 } externals) return $"external changed: {Names(externals)}";
        if (then.Culture != now.Culture) return "dependency changed: culture";
        for (var i = 0; i < now.Dependencies.Count; i++)
        {
            if (i >= then.Dependencies.Count || then.Dependencies[i] != now.Dependencies[i]) return Changed(now.Dependencies[i]);
        }
        return "dependency changed";
    }

    private static string CodeChanged(IReadOnlyList<CodePart> then, IReadOnlyList<CodePart> now)
    {
        if (then.Count == 0 || now.Count == 0) return "code changed";
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in then) before.TryAdd(part.Id, part.Own);
        var changed = now.Where(part => before.TryGetValue(part.Id, out var own) && own != part.Own).ToList();
        // A method that is new or gone is called by one that changed, unless the compiler found another way to it.
        if (changed.Count == 0) changed = [.. now.Where(part => !before.ContainsKey(part.Id))];
        return changed.Count == 0 ? "code changed" : $"code changed: {Names([.. changed.Select(part => part.ToString()).Distinct()])}";
    }

    private static List<string> ExternalsChanged(IReadOnlyList<ExternalIdentity> then, IReadOnlyList<ExternalIdentity> now) =>
        [.. now.Except(then).Concat(then.Except(now)).Select(external => external.Name).Distinct().Order(StringComparer.Ordinal)];

    private static string Names(List<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
}
