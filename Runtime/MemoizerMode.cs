namespace Memo;

/// <summary>What the runtime does with calls of memoized methods.</summary>
public enum MemoizerMode
{
    /// <summary>Calls are answered from the store where that is safe, and new results are stored.</summary>
    On,

    /// <summary>Every call runs; nothing is read or stored.</summary>
    Off,
}
