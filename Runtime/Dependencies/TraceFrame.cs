namespace Memo.Dependencies;

/// <summary>
/// What the memoized calls within one running call depended on. An inner call that is answered from the store reads nothing, yet the
/// outer result depends on all that the inner one ever read. Thread safe: inner calls may run in parallel.
/// </summary>
internal sealed class TraceFrame
{
    private static readonly AsyncLocal<TraceFrame?> Ambient = new();

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Kind, string Name), string> _fingerprints = [];
    private string? _poison;
    private DateTimeOffset? _expires;
    private bool _ended;

    /// <summary>The frame of the innermost memoized call that is running here.</summary>
    public static TraceFrame? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Adds what an inner call depended on.</summary>
    public void Add(IReadOnlyList<Dependency> dependencies)
    {
        lock (_gate)
        {
            // Work that the call left running keeps its frame; nothing that it reads now can be in the result any more.
            if (_ended) return;
            for (var i = 0; i < dependencies.Count; i++)
            {
                var dependency = dependencies[i];
                if (_fingerprints.TryAdd((dependency.Kind, dependency.Name), dependency.Fingerprint)) continue;
                // Two inner calls saw two states: no later state can be both.
                if (_fingerprints[(dependency.Kind, dependency.Name)] != dependency.Fingerprint)
                {
                    _poison ??= $"dependency {dependency} changed during the call";
                }
            }
        }
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
}

/// <summary>What a call's inner calls depended on.</summary>
/// <param name="Dependencies">Sorted by kind and name.</param>
/// <param name="Poison">Why the result must not be stored; null if it may be.</param>
/// <param name="Expires">When the first of the inner results expires; null if none does.</param>
internal readonly record struct TraceSnapshot(Dependency[] Dependencies, string? Poison, DateTimeOffset? Expires);
