using System.Globalization;
using System.Text;

namespace ApiAtlas.Documentation;

/// <summary>A type's name in the two parts that a reader thinks in.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    /// <summary>Splits a full metadata name. Metadata writes nested types and namespaces alike, so the library's other types tell them apart.</summary>
    public static TypeName Of(string fullName, HashSet<string> typesOfLibrary)
    {
        var start = fullName.LastIndexOf('.') + 1;
        while (start > 0 && typesOfLibrary.Contains(fullName[..(start - 1)]))
            start = fullName.LastIndexOf('.', start - 2) + 1;
        return new TypeName(start == 0 ? "" : fullName[..(start - 1)], Readable(fullName[start..]));
    }

    /// <summary><c>Dictionary`2.Enumerator</c> → <c>Dictionary&lt;,&gt;.Enumerator</c></summary>
    private static string Readable(string metadataName)
    {
        var readable = new StringBuilder();
        var parts = metadataName.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            if (i > 0)
                readable.Append('.');
            readable.Append(tick < 0 ? part : part[..tick]);
            if (tick >= 0 && int.TryParse(part.AsSpan(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var arity))
                readable.Append('<').Append(',', arity - 1).Append('>');
        }
        return readable.ToString();
    }
}
