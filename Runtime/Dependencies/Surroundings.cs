using System.Collections.Concurrent;

namespace Memo.Dependencies;

/// <summary>Tells the state of everything that calls can depend on. Thread safe.</summary>
internal sealed class Surroundings(TimeProvider clock, Func<DirectorySelection, bool> holdsStore)
{
    /// <summary>Why nothing of a directory that holds the store can be a dependency.</summary>
    public const string HoldsStore = "holds the store of remembered results, which changes with each of them";

    private readonly ConcurrentDictionary<(string Kind, string Name), DependencyReader?> _readers = new();
    private DirectoryFingerprints? _directories;

    public FileFingerprints Files { get; } = new(clock);

    private DirectoryFingerprints Directories => _directories ?? MakeDirectories();

    /// <summary>Makes readers known, so that traces with what they read can be verified before a call has made use of them.</summary>
    public void Add(IReadOnlyList<DependencyReader> readers)
    {
        for (var i = 0; i < readers.Count; i++)
        {
            var reader = readers[i];
            // Two assemblies of one name may be loaded, and a trace does not say which it means: then neither is taken.
            _readers.AddOrUpdate((reader.Kind, reader.Name), static (_, added) => added,
                static (_, known, added) => ReferenceEquals(known, added) ? known : null, reader);
        }
    }

    /// <summary>Whether what is selected of a directory holds a store.</summary>
    public bool HasStoreIn(DirectorySelection selection) => holdsStore(selection);

    /// <summary>Whether a dependency is in the state that was recorded. One that is not known never is.</summary>
    public bool IsCurrent(in Dependency dependency)
    {
        var state = Of(dependency.Kind, dependency.Name);
        return state.Refusal is null && state.Fingerprint == dependency.Fingerprint;
    }

    /// <summary>The state of a dependency now.</summary>
    public DependencyState Of(string kind, string name)
    {
        switch (kind)
        {
            case Dependency.FileKind:
                return Files.Of(name);
            case Dependency.EnvironmentKind:
                return Environment.GetEnvironmentVariable(name) is { } value ? DependencyState.Text(value) : DependencyState.Absent;
            case Dependency.DirectoryKind or Dependency.TreeKind when DirectorySelection.TryParse(kind, name, out var selection):
                return Directories.Of(selection.Value);
            case Dependency.FileExistenceKind or Dependency.DirectoryExistenceKind or Dependency.LengthKind or Dependency.WriteTimeKind or Dependency.LocalWriteTimeKind:
                return FileFacts.Of(kind, name);
            case Dependency.FileNamesKind or Dependency.DirectoryNamesKind or Dependency.EntryNamesKind when DirectoryNames.TryParse(kind, name, out var names):
                return names.Read(this, out _);
            case Dependency.StaticKind or Dependency.CustomKind when _readers.TryGetValue((kind, name), out var reader) && reader is not null:
                return reader.Read();
            default:
                return DependencyState.Refused("is not known here");
        }
    }

    private DirectoryFingerprints MakeDirectories() =>
        Interlocked.CompareExchange(ref _directories, new DirectoryFingerprints(Files, clock, holdsStore), null) ?? _directories;
}
