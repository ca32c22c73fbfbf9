namespace Memo.Memory;

/// <summary>
/// Results that this process has met, in front of the store: all methods share one bound. What was not asked for lately goes first, by two
/// generations: when the younger one is full, the older one is let go. Thread safe.
/// </summary>
/// <param name="limit">How many bytes may be kept, by estimate; 0 keeps nothing.</param>
internal sealed class MemoryLayer(long limit)
{
    private readonly Lock _gate = new();
    private readonly List<IMemoryShelf> _shelves = [];
    private long _young;

    /// <summary>Whether anything is kept at all.</summary>
    public bool IsOn => limit > 0;

    /// <summary>What is kept now, by estimate; for tests.</summary>
    public long Size => Volatile.Read(ref _young);

    /// <summary>Makes the shelf of a method.</summary>
    public MemoryShelf<TResult> AddShelf<TResult>()
    {
        var shelf = new MemoryShelf<TResult>(this);
        lock (_gate) _shelves.Add(shelf);
        return shelf;
    }

    /// <summary>Makes room for an entry. False for one that would push out all others.</summary>
    public bool TryTake(long size)
    {
        var half = limit / 2;
        if (size > half / 2) return false;
        if (Interlocked.Add(ref _young, size) <= half) return true;
        lock (_gate)
        {
            // Another thread may have done it meanwhile.
            if (Volatile.Read(ref _young) <= half) return true;
            foreach (var shelf in _shelves) shelf.Age();
            Volatile.Write(ref _young, size);
        }
        return true;
    }
}

/// <summary>What <see cref="MemoryLayer"/> sees of a method's results.</summary>
internal interface IMemoryShelf
{
    /// <summary>Lets the older generation go, and makes the younger one the older.</summary>
    void Age();
}
