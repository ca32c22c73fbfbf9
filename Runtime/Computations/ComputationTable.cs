using System.Collections.Concurrent;
using Memo.Keys;
using Memo.Store;

namespace Memo.Computations;

/// <summary>What calls of one method are being computed, and how long that takes. Thread safe.</summary>
internal sealed class ComputationTable
{
    // A wait ends, because what is waited for may itself wait for something that the waiting thread has: a lock of the program's own. Without
    // Memo, such a program goes on.
    private static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(10);

    // To lock, and to unlock, costs about a tenth of a millisecond.
    private static readonly TimeSpan WorthLocking = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<Hash256, Computation> _underWay = new();
    private long _longest;
    private long _last = -1;

    /// <summary>Whether there is a point in waiting: not where the last result could not be stored.</summary>
    public bool IsWorthWaiting { get; private set; } = true;

    /// <summary>Whether a call is worth a lock file; the first one is, because nobody knows.</summary>
    public bool IsWorthLocking => Volatile.Read(ref _last) is var last && (last < 0 || last >= WorthLocking.Ticks);

    /// <summary>How long to wait before computing.</summary>
    public TimeSpan Patience => TimeSpan.FromTicks(Math.Max(ShortestPatience.Ticks, 2 * Volatile.Read(ref _longest)));

    /// <summary>Begins a computation, unless the same is under way.</summary>
    /// <returns>The one that is under way, or the new one.</returns>
    public Computation Begin(CallAddress address, out bool isNew)
    {
        var begun = new Computation(_underWay, address);
        var there = _underWay.GetOrAdd(address.Key, begun);
        isNew = there == begun;
        return there;
    }

    /// <summary>Takes note of a computation that ended.</summary>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="isStored">Whether others can have its result.</param>
    public void Ended(TimeSpan elapsed, bool isStored)
    {
        IsWorthWaiting = isStored;
        Volatile.Write(ref _last, elapsed.Ticks);
        if (elapsed.Ticks > Volatile.Read(ref _longest)) Volatile.Write(ref _longest, elapsed.Ticks);
    }
}
