using System.ComponentModel;

namespace Memo.Dependencies;

/// <summary>
/// The path or the name of something that a method declares as a dependency, put together from the template's texts and the call's
/// arguments.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DependencyTemplate
{
    private readonly List<Piece> _pieces = [];
    private string _pattern = "";

    internal DependencyTemplate(string kind, string template, string pattern = "") => Restart(kind, template, pattern);

    internal string Kind { get; private set; } = "";

    internal string Template { get; private set; } = "";

    /// <summary>Adds a text of the template.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This.</returns>
    public DependencyTemplate Text(string text)
    {
        if (text.Length > 0) _pieces.Add(new(null, text));
        return this;
    }

    /// <summary>Adds an argument.</summary>
    /// <param name="name">What the template has between the braces.</param>
    /// <param name="value">The argument's text.</param>
    /// <returns>This.</returns>
    public DependencyTemplate Parameter(string name, string? value)
    {
        _pieces.Add(new(name, value));
        return this;
    }

    internal void Restart(string kind, string template, string pattern)
    {
        Kind = kind;
        Template = template;
        _pattern = pattern;
        _pieces.Clear();
    }

    /// <summary>Puts the name of the dependency together.</summary>
    /// <param name="path">The path or name as the program would write it.</param>
    /// <param name="name">The name among the dependencies: the same, but for a directory with what of it counts.</param>
    /// <returns>Null, or why there is no name that is surely the one that the method reads.</returns>
    internal string? Expand(out string path, out string name)
    {
        path = name = string.Concat(_pieces.Select(static piece => piece.Value));
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (_pieces[i].Parameter is { } parameter && Ambiguity(i) is { } ambiguity) return Refusal($"'{parameter}' {ambiguity}");
        }
        if (path.Length == 0) return Refusal("it is empty");
        if (path.Contains('\0', StringComparison.Ordinal)) return Refusal("it contains a null character");
        if (Kind is not (Dependency.DirectoryKind or Dependency.TreeKind)) return null;
        if (DirectorySelection.WrongPattern(_pattern) is { } wrong) return Refusal(wrong);
        name = new DirectorySelection(path, _pattern, Kind == Dependency.TreeKind).Name;
        return null;
    }

    // A method may join the parts by concatenation or by Path.Combine. Where the two give different paths, nobody knows which it reads.
    private string? Ambiguity(int index)
    {
        var value = _pieces[index].Value;
        if (value is null) return "is null";
        if (Kind == Dependency.EnvironmentKind) return null;
        if (value.Length == 0) return NextToSeparator(index) ? "is empty" : null;
        if (index > 0 && Path.IsPathRooted(value)) return "is rooted";
        return value[^1] == Path.VolumeSeparatorChar && Path.VolumeSeparatorChar != Path.DirectorySeparatorChar && index + 1 < _pieces.Count
            ? "ends with a drive letter"
            : null;
    }

    private bool NextToSeparator(int index) =>
        (index > 0 && _pieces[index - 1].Value is [.., '/' or '\\'])
        || (index + 1 < _pieces.Count && _pieces[index + 1].Value is ['/' or '\\', ..]);

    private string Refusal(string reason) => $"dependency '{Template}' cannot be resolved: {reason}";

    private readonly record struct Piece(string? Parameter, string? Value);
}
