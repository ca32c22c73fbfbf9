namespace Memo;

/// <summary>What the runtime does with calls of memoized methods.</summary>
public enum MemoizerMode
{
    /// <summary>Calls are answered from the store where that is safe, and new results are stored.</summary>
    On,

    /// <summary>Every call runs; nothing is read or stored.</summary>
    Off,

    /// <summary>Calls are answered from the store where that is safe. Nothing in it is written, replaced or removed.</summary>
    ReadOnly,

    /// <summary>Each call runs once in the process, and its result replaces the stored one. From then on it is answered from the store.</summary>
    Refresh,

    /// <summary>
    /// Every call runs. Where a result is stored, the two are compared: a difference is said on standard error, with the method, the
    /// arguments and the place; the stored result is removed; and the process ends with exit code 1 unless it sets another one.
    /// </summary>
    Verify,
}
