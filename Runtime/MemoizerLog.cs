namespace Memo;

/// <summary>What the runtime says on standard error, besides warnings.</summary>
public enum MemoizerLog
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A line for each call, when it ends: whether it was a hit, a miss or a bypass, how long it took, and why.</summary>
    Calls,

    /// <summary>A table of all methods when the process ends.</summary>
    Summary,
}
