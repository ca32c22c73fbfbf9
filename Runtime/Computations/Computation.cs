using System.Collections.Concurrent;
using Memo.Keys;
using Memo.Store;
using Microsoft.Win32.SafeHandles;

namespace Memo.Computations;

/// <summary>
/// A result that is being computed, so that others who need it can wait instead of computing it as well. In the process by its key, across
/// processes by a lock file. Correctness never rests on either: whoever has waited long enough computes.
/// </summary>
/// <param name="all">Those that are under way in the process.</param>
/// <param name="address">The call.</param>
internal sealed class Computation(ConcurrentDictionary<Hash256, Computation> all, CallAddress address)
{
    // Waiters go on in threads of their own: the one that ends has its result to return.
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SafeFileHandle? _lock;

    public Hash256 Key => address.Key;

    /// <summary>Ends when the result is stored, or will not be.</summary>
    public Task Ended => _end.Task;

    /// <summary>Locks the call for other processes.</summary>
    /// <returns>False if another process has it; true also where nothing can be locked.</returns>
    public bool TryLock(EntryStore store)
    {
        if (_lock is not null) return true;
        _lock = store.TryLock(address, out var isHeld);
        return !isHeld;
    }

    /// <summary>Lets those go on that wait.</summary>
    public void End()
    {
        _lock?.Dispose();
        all.TryRemove(new(address.Key, this));
        _end.TrySetResult();
    }
}
