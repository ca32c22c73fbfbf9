namespace Memo.Dependencies;

/// <summary>
/// What one running call read through <see cref="TrackedFile"/> and <see cref="TrackedDirectory"/>, and what the memoized calls within it depended on.
/// An inner call that is answered from the store reads nothing, yet the outer result depends on all that the inner one ever read. Thread safe: reads and
/// inner calls may run in parallel.
/// </summary>
/// <param name="surroundings">What tells the state of files here.</param>
internal sealed class TraceFrame(Surroundings surroundings)
{
    private static readonly AsyncLocal<TraceFrame?> Ambient = new();

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Kind, string Name), string> _fingerprints = [];
    private HashSet<FileReading>? _open;
    private string? _poison;
    private DateTimeOffset? _expires;
    private bool _ended;

    /// <summary>The frame of the innermost memoized call that is running here.</summary>
    public static TraceFrame? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public Surroundings Surroundings => surroundings;

    /// <summary>
    /// The current directory when the call began. The next call begins to look for relative paths from there, so what they meant somewhere else is not
    /// remembered. Null if it is not there.
    /// </summary>
    public string? Place { get; } = CurrentPlace();

    /// <summary>The current directory; null if it is not there.</summary>
    public static string? CurrentPlace()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Adds what an inner call depended on.</summary>
    /// <param name="dependencies">What it depended on.</param>
    /// <param name="place">From where relative paths are meant.</param>
    public void Add(IReadOnlyList<Dependency> dependencies, string? place)
    {
        lock (_gate)
        {
            for (var i = 0; i < dependencies.Count; i++) AddOne(dependencies[i], place);
        }
    }

    /// <summary>Adds what the call itself read; if that has no fingerprint, the result must not be stored.</summary>
    public void Add(string kind, string name, DependencyState state)
    {
        lock (_gate)
        {
            if (state.Refusal is { } refusal) _poison ??= $"{kind} {name} {refusal}";
            else AddOne(new(kind, name, state.Fingerprint), null);
        }
    }

    /// <summary>Says that a file is open, so that what is read of it is not known yet.</summary>
    public void Open(FileReading reading)
    {
        lock (_gate) (_open ??= []).Add(reading);
    }

    /// <summary>Says that what is read of a file is known.</summary>
    public void Close(FileReading reading)
    {
        lock (_gate) _open?.Remove(reading);
    }

    /// <summary>Says when the result of an inner call expires; null is never.</summary>
    public void ExpireAt(DateTimeOffset? moment)
    {
        if (moment is null) return;
        lock (_gate)
        {
            if (_expires is null || moment < _expires) _expires = moment;
        }
    }

    /// <summary>Says that what an inner call depended on is not known, so that the outer result must not be stored.</summary>
    /// <param name="reason">Why; the first one stays.</param>
    public void Poison(string reason)
    {
        lock (_gate) _poison ??= reason;
    }

    /// <summary>Ends the call, and gives what was added until now, in an order that does not depend on when inner calls ended.</summary>
    public TraceSnapshot End()
    {
        lock (_gate)
        {
            _ended = true;
            if (_open?.FirstOrDefault() is { } open) _poison ??= $"file {open.Path} is still open when the call ends";
            if (_fingerprints.Count == 0) return new([], _poison, _expires);
            var dependencies = new Dependency[_fingerprints.Count];
            var i = 0;
            foreach (var ((kind, name), fingerprint) in _fingerprints) dependencies[i++] = new(kind, name, fingerprint);
            Array.Sort(dependencies, static (x, y) => string.CompareOrdinal(x.Kind, y.Kind) is not 0 and var byKind
                ? byKind
                : string.CompareOrdinal(x.Name, y.Name));
            return new(dependencies, _poison, _expires);
        }
    }

    /// <summary>Why a dependency is another one for the next call than it was for this one; null if it is the same.</summary>
    public string? Strayed(in Dependency dependency, string? place) => dependency.IsRelative && (place ?? CurrentPlace()) is var from && (from is null || from != Place)
        ? $"dependency {dependency} is relative to a current directory that changed during the call"
        : null;

    private void AddOne(in Dependency dependency, string? place)
    {
        // Work that the call left running keeps its frame; nothing that it reads now can be in the result any more.
        if (_ended) return;
        _poison ??= Strayed(dependency, place);
        if (_fingerprints.TryAdd((dependency.Kind, dependency.Name), dependency.Fingerprint)) return;
        // Two reads saw two states: no later state can be both.
        if (_fingerprints[(dependency.Kind, dependency.Name)] != dependency.Fingerprint) _poison ??= $"dependency {dependency} changed during the call";
    }
}

/// <summary>What a call and its inner calls read.</summary>
/// <param name="Dependencies">Sorted by kind and name.</param>
/// <param name="Poison">Why the result must not be stored; null if it may be.</param>
/// <param name="Expires">When the first of the inner results expires; null if none does.</param>
internal readonly record struct TraceSnapshot(Dependency[] Dependencies, string? Poison, DateTimeOffset? Expires);
