using System.ComponentModel;

namespace Memo.Dependencies;

/// <summary>The dependencies that one call declares. Not thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DependencySet
{
    private readonly List<FileTemplate> _files = [];
    private int _count;
    private readonly List<Dependency> _resolved = [];

    internal DependencySet()
    {
    }

    /// <summary>Adds a file.</summary>
    /// <param name="template">The template of <see cref="DependsOnFileAttribute"/>, to be named in messages.</param>
    /// <returns>The path, to which the template's texts and arguments are to be added in order.</returns>
    public FileTemplate File(string template)
    {
        if (_count == _files.Count) _files.Add(new FileTemplate(template));
        else _files[_count].Restart(template);
        return _files[_count++];
    }

    /// <summary>The dependencies in the state that <see cref="Resolve"/> found, in the order of their declaration.</summary>
    internal IReadOnlyList<Dependency> Resolved => _resolved;

    internal void Clear()
    {
        _count = 0;
        _resolved.Clear();
    }

    /// <summary>Finds the files and hashes them.</summary>
    /// <returns>Null, or why one of them has no fingerprint; the call must then run without being remembered.</returns>
    internal string? Resolve(FileFingerprints fingerprints)
    {
        _resolved.Clear();
        for (var i = 0; i < _count; i++)
        {
            if (_files[i].Expand(out var path) is { } ambiguity) return ambiguity;
            var state = fingerprints.Of(path);
            if (state.Refusal is { } refusal) return $"dependency '{_files[i].Template}' cannot be read: '{path}' {refusal}";
            _resolved.Add(new(Dependency.FileKind, path, state.Fingerprint));
        }
        return null;
    }

    /// <summary>Finds the dependency that is no longer in the state that <see cref="Resolve"/> found.</summary>
    /// <returns>Null if there is none.</returns>
    internal Dependency? FindChanged(FileFingerprints fingerprints)
    {
        foreach (var dependency in _resolved)
        {
            if (!fingerprints.IsCurrent(dependency)) return dependency;
        }
        return null;
    }
}
