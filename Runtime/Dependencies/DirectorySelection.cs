using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;

namespace Memo.Dependencies;

/// <summary>What of a directory a dependency is on. Its name among the dependencies says all of it, so that a trace can be verified.</summary>
/// <param name="Path">The directory, as the program names it.</param>
/// <param name="Pattern">Which names count.</param>
/// <param name="Recursive">Whether subdirectories count as well.</param>
internal readonly record struct DirectorySelection(string Path, string Pattern, bool Recursive)
{
    public string Kind => Recursive ? Dependency.TreeKind : Dependency.DirectoryKind;

    // A pattern has no separators, so the last one is the one between the two.
    public string Name => $"{Path}/{Pattern}";

    /// <summary>Understands <see cref="Name"/>.</summary>
    public static bool TryParse(string kind, string name, [NotNullWhen(true)] out DirectorySelection? selection)
    {
        var separator = name.LastIndexOf('/');
        selection = separator < 0 ? null : new(name[..separator], name[(separator + 1)..], kind == Dependency.TreeKind);
        return selection.HasValue;
    }

    /// <summary>
    /// Tells whether a name counts. The methods that list a directory understand a pattern in one of two ways, with or without regard to case: a name counts
    /// if any of them gives it.
    /// </summary>
    public Predicate<string> Names()
    {
        if (Pattern == "*") return static _ => true;
        var simple = Pattern;
        var translated = FileSystemName.TranslateWin32Expression(simple);
        return name => FileSystemName.MatchesSimpleExpression(simple, name) || FileSystemName.MatchesWin32Expression(translated, name);
    }

    /// <summary>Why the pattern selects nothing for sure; null if it does.</summary>
    public static string? WrongPattern(string pattern) =>
        pattern.Length == 0 ? "its pattern is empty"
        : pattern.AsSpan().ContainsAny('/', '\\', '\0') ? $"its pattern '{pattern}' has more than names in it"
        : null;
}
