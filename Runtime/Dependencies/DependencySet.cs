using System.ComponentModel;

namespace Memo.Dependencies;

/// <summary>The dependencies that one call declares. Not thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DependencySet
{
    private readonly List<DependencyTemplate> _templates = [];
    private int _count;
    private readonly List<DependencyReader> _readers = [];
    private readonly List<Dependency> _resolved = [];

    internal DependencySet()
    {
    }

    /// <summary>Adds a file.</summary>
    /// <param name="template">The template of <see cref="DependsOnFileAttribute"/>, to be named in messages.</param>
    /// <returns>The path, to which the template's texts and arguments are to be added in order.</returns>
    public DependencyTemplate File(string template) => Add(Dependency.FileKind, template, "");

    /// <summary>Adds a directory.</summary>
    /// <param name="template">The template of <see cref="DependsOnDirectoryAttribute"/>, to be named in messages.</param>
    /// <param name="pattern">Which names count.</param>
    /// <param name="recursive">Whether subdirectories count as well.</param>
    /// <returns>The path, to which the template's texts and arguments are to be added in order.</returns>
    public DependencyTemplate Directory(string template, string pattern, bool recursive) =>
        Add(recursive ? Dependency.TreeKind : Dependency.DirectoryKind, template, pattern);

    /// <summary>Adds an environment variable.</summary>
    /// <param name="template">The template of <see cref="DependsOnEnvironmentAttribute"/>, to be named in messages.</param>
    /// <returns>The name, to which the template's texts and arguments are to be added in order.</returns>
    public DependencyTemplate EnvironmentVariable(string template) => Add(Dependency.EnvironmentKind, template, "");

    /// <summary>Adds what a reader reads.</summary>
    /// <param name="reader">The reader.</param>
    public void Read(DependencyReader reader) => _readers.Add(reader);

    /// <summary>
    /// Says that one object may be in an argument and in a static that is declared, or in two of these, which a method can observe: then it counts
    /// whether it is one.
    /// </summary>
    public void Share() => Shares = true;

    /// <summary>Whether <see cref="Share"/> was said.</summary>
    internal bool Shares { get; private set; }

    /// <summary>The dependencies in the state that <see cref="Resolve"/> found, in an order that the declarations alone decide.</summary>
    internal IReadOnlyList<Dependency> Resolved => _resolved;

    internal void Clear()
    {
        Shares = false;
        _count = 0;
        _readers.Clear();
        _resolved.Clear();
    }

    /// <summary>Finds the dependencies and the state of each.</summary>
    /// <returns>Null, or why one of them has no fingerprint; the call must then run without being remembered.</returns>
    internal string? Resolve(Surroundings surroundings)
    {
        _resolved.Clear();
        for (var i = 0; i < _count; i++)
        {
            var template = _templates[i];
            if (template.Expand(out var path, out var name) is { } ambiguity) return ambiguity;
            var state = surroundings.Of(template.Kind, name);
            if (state.Refusal is { } refusal) return $"dependency '{template.Template}' cannot be read: '{path}' {refusal}";
            _resolved.Add(new(template.Kind, name, state.Fingerprint));
        }
        for (var i = 0; i < _readers.Count; i++)
        {
            var reader = _readers[i];
            var state = reader.Read();
            if (state.Refusal is { } refusal) return $"dependency '{reader.Title}' cannot be read: {refusal}";
            _resolved.Add(new(reader.Kind, reader.Name, state.Fingerprint));
        }
        return null;
    }

    /// <summary>Writes what the readers read, after arguments: an object that was met there is the same one.</summary>
    /// <returns>Null, or why there is nothing to write.</returns>
    internal string? Write(Keys.KeyWriter key)
    {
        foreach (var reader in _readers)
        {
            if (reader.Write(key) is { } refusal) return $"dependency '{reader.Title}' cannot be read: {refusal}";
        }
        return null;
    }

    /// <summary>Finds the dependency that is no longer in the state that <see cref="Resolve"/> found.</summary>
    /// <returns>Null if there is none.</returns>
    internal Dependency? FindChanged(Surroundings surroundings)
    {
        for (var i = 0; i < _count; i++)
        {
            if (!surroundings.IsCurrent(_resolved[i])) return _resolved[i];
        }
        for (var i = 0; i < _readers.Count; i++)
        {
            var before = _resolved[_count + i];
            var now = _readers[i].Read();
            if (now.Refusal is not null || now.Fingerprint != before.Fingerprint) return before;
        }
        return null;
    }

    private DependencyTemplate Add(string kind, string template, string pattern)
    {
        if (_count == _templates.Count) _templates.Add(new DependencyTemplate(kind, template, pattern));
        else _templates[_count].Restart(kind, template, pattern);
        return _templates[_count++];
    }
}
