namespace Memo.Runtime.Tests;

/// <summary>
/// A clock that only a test moves. It begins in the past of every file that a test writes, so that no file's hash is ever taken for
/// settled unless the test wants that.
/// </summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => Volatile.Read(ref _elapsed);

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time)
    {
        _now += time;
        Interlocked.Add(ref _elapsed, time.Ticks);
    }

    /// <summary>Sets the date, as a user does; durations do not notice.</summary>
    public void Set(DateTimeOffset now) => _now = now;
}
