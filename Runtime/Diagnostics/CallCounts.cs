namespace Memo.Diagnostics;

/// <summary>How the calls of one method went. Thread safe.</summary>
internal sealed class CallCounts(string name)
{
    private long _hits;
    private long _misses;
    private long _bypasses;
    private long _errors;
    private long _savedTicks;
    private long _spentTicks;

    public string Name => name;

    public long Hits => Volatile.Read(ref _hits);

    public long Misses => Volatile.Read(ref _misses);

    public long Bypasses => Volatile.Read(ref _bypasses);

    public long Errors => Volatile.Read(ref _errors);

    /// <summary>The time that the calls that were answered from the store took when they were computed.</summary>
    public TimeSpan Saved => new(Volatile.Read(ref _savedTicks));

    /// <summary>The time that the calls took that ran.</summary>
    public TimeSpan Spent => new(Volatile.Read(ref _spentTicks));

    public void Hit(TimeSpan saved)
    {
        Interlocked.Increment(ref _hits);
        Interlocked.Add(ref _savedTicks, saved.Ticks);
    }

    public void Miss(TimeSpan spent)
    {
        Interlocked.Increment(ref _misses);
        Interlocked.Add(ref _spentTicks, spent.Ticks);
    }

    public void Error() => Interlocked.Increment(ref _errors);

    public void Bypass(TimeSpan spent)
    {
        Interlocked.Increment(ref _bypasses);
        Interlocked.Add(ref _spentTicks, spent.Ticks);
    }
}
