using Memo.Store;

namespace Memo.Memory;

/// <summary>A result that is kept in memory.</summary>
internal sealed class MemoryEntry<TResult>
{
    /// <summary>What is known of the result beside its value.</summary>
    public required Entry Entry { get; init; }

    /// <summary>The value, if nobody can change it; else <see cref="Json"/> is read for each call.</summary>
    public TResult? Value { get; init; }

    /// <summary>The value as it is written.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Whether nothing but the arguments has to be looked at: no dependency, no inner one, no end of its time.</summary>
    public bool IsPlain => Entry.Trace.Count == 0 && Entry.Expires is null;

    /// <summary>How many bytes it takes, by estimate.</summary>
    public required int Size { get; init; }
}
