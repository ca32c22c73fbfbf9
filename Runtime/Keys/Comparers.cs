namespace Memo.Keys;

/// <summary>The comparers of collections that are known by a name: the default one, and those of the framework that compare texts alike everywhere.</summary>
internal static class Comparers
{
    private const string Ordinal = "ordinal";
    private const string OrdinalIgnoreCase = "ordinal-ignore-case";

    /// <summary>The name of a comparer: empty for the default one, null for one that is not known.</summary>
    public static string? NameOf(object? comparer, object byDefault)
    {
        // Known objects are asked whether they are equal to the one that is there: its own answer could be anything.
        if (comparer is null || byDefault.Equals(comparer)) return "";
        if (StringComparer.Ordinal.Equals(comparer)) return Ordinal;
        return StringComparer.OrdinalIgnoreCase.Equals(comparer) ? OrdinalIgnoreCase : null;
    }

    /// <summary>The comparer of a name that is not empty; null if there is no such name.</summary>
    public static StringComparer? Find(string name) => name switch
    {
        Ordinal => StringComparer.Ordinal,
        OrdinalIgnoreCase => StringComparer.OrdinalIgnoreCase,
        _ => null,
    };
}
