using System.ComponentModel;

namespace Memo.Dependencies;

/// <summary>The path of a file that a method declares as a dependency, put together from the template's texts and the call's arguments.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FileTemplate
{
    private readonly List<Piece> _pieces = [];

    internal FileTemplate(string template) => Template = template;

    internal string Template { get; private set; }

    /// <summary>Adds a text of the template.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This.</returns>
    public FileTemplate Text(string text)
    {
        if (text.Length > 0) _pieces.Add(new(null, text));
        return this;
    }

    /// <summary>Adds an argument.</summary>
    /// <param name="name">What the template has between the braces.</param>
    /// <param name="value">The argument's text.</param>
    /// <returns>This.</returns>
    public FileTemplate Parameter(string name, string? value)
    {
        _pieces.Add(new(name, value));
        return this;
    }

    internal void Restart(string template)
    {
        Template = template;
        _pieces.Clear();
    }

    /// <summary>Puts the path together.</summary>
    /// <param name="path">The path as the program would write it.</param>
    /// <returns>Null, or why there is no path that is surely the one that the method reads.</returns>
    internal string? Expand(out string path)
    {
        path = string.Concat(_pieces.Select(static piece => piece.Value));
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (_pieces[i].Parameter is { } name && Ambiguity(i) is { } ambiguity) return Refusal($"'{name}' {ambiguity}");
        }
        if (path.Length == 0) return Refusal("it is empty");
        return path.Contains('\0', StringComparison.Ordinal) ? Refusal("it contains a null character") : null;
    }

    // A method may join the parts by concatenation or by Path.Combine. Where the two give different paths, nobody knows which it reads.
    private string? Ambiguity(int index)
    {
        var value = _pieces[index].Value;
        if (value is null) return "is null";
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
