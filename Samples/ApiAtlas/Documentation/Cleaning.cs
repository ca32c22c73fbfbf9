using System.Text.RegularExpressions;
using Memo;

namespace ApiAtlas.Documentation;

/// <summary>Takes out of a text what says nothing about its subject.</summary>
internal static partial class Cleaning
{
    /// <summary>The same library with boilerplate gone, identifiers split into words, and single spaces.</summary>
    [Memoize]
    public static LibraryText Clean(string path)
    {
        var library = DocumentationFile.Load(path);
        return library with { Types = library.Types.Select(type => type with { Text = CleanText(type.Text) }).ToArray() };
    }

    private static string CleanText(string text)
    {
        text = Boilerplate().Replace(text, " ");
        text = Address().Replace(text, " ");
        text = Technical().Replace(text, " ");
        text = CaseBoundary().Replace(text, " ");
        return Spaces().Replace(text, " ").Trim();
    }

    /// <summary>Sentences that stand on members of every kind of type.</summary>
    [GeneratedRegex(
        @"Initializes a new instance of the .{1,80}? (class|struct|structure)\b"
        + @"|This (class|type|API) (cannot be inherited|supports the \S+(\s\S+)? infrastructure)[^.]*\."
        + @"|This member is an explicit interface member implementation[^.]*\.[^.]*\."
        + @"|The (following table shows|default (value )?is)\b"
        + @"|-or-",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boilerplate();

    [GeneratedRegex(@"\b(https?|ftp)://\S+")]
    private static partial Regex Address();

    /// <summary>Words with digits or underscores: registers, machine instructions, C signatures, error numbers.</summary>
    [GeneratedRegex(@"\S*[_0-9]\S*")]
    private static partial Regex Technical();

    /// <summary>Between the words of <c>StreamReader</c> and of <c>IXMLNode</c>.</summary>
    [GeneratedRegex(@"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex CaseBoundary();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
