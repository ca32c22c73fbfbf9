using Memo.Dependencies;
using Memo.Keys;

namespace Memo.Store;

/// <summary>All of an entry except the value.</summary>
internal sealed record Entry
{
    public required Hash256 Key { get; init; }

    /// <summary>When the computation began: the result is of this age.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the first of the inner results that it is made of expires; null if none does.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>How long the computation took.</summary>
    public required TimeSpan Computed { get; init; }

    /// <summary>The arguments, for a person to read.</summary>
    public required string Preview { get; init; }

    /// <summary>What inner calls depended on.</summary>
    public required IReadOnlyList<Dependency> Trace { get; init; }

    /// <summary>The hash of the trace, which names the entry among those with its key; null without a trace.</summary>
    public Hash256? TraceHash
    {
        get
        {
            if (Trace.Count == 0) return null;
            var writer = new KeyWriter();
            writer.Start("the trace ");
            foreach (var dependency in Trace)
            {
                writer.Write(dependency.Kind);
                writer.Write(dependency.Name);
                writer.Write(dependency.Fingerprint);
            }
            return writer.Finish();
        }
    }
}

/// <summary>What a key was made of, kept so that a later miss can say what is different.</summary>
internal sealed record KeyMaterial
{
    public required string Method { get; init; }

    public required string Assembly { get; init; }

    public required string Closure { get; init; }

    public required string Contract { get; init; }

    public required string Version { get; init; }

    public required string Runtime { get; init; }

    /// <summary>The hash of the culture; empty if the method does not read it.</summary>
    public required string Culture { get; init; }

    public required IReadOnlyList<ExternalIdentity> Externals { get; init; }

    public required Hash256 Arguments { get; init; }

    /// <summary>The dependencies that the method declares, in the order of their declaration.</summary>
    public required IReadOnlyList<Dependency> Dependencies { get; init; }
}
