using Memo.Computations;
using Memo.Dependencies;

namespace Memo;

public sealed partial class MemoizedMethod<TResult>
{
    // Between two looks at what nobody tells: a lock of another process, a cancelled token.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private enum Wait
    {
        Never,
        WithThread,
        WithTask,
    }

    // A call within another never waits: two that wait for each other would, until their patience ends. And a thread that is to go on with a
    // user interface, or a scheduler that has only one, may be what the computation needs.
    private static bool May(Wait wait) => wait != Wait.Never && TraceFrame.Current is null
        && (wait == Wait.WithThread || (SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default));

    // Begins a call, and waits before that for another one that computes the same.
    private static RunningCall? BeginOrWait<TCall>(ref TCall call, State state, out TResult? remembered) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        var running = Begin(ref call, state, Wait.WithThread, null, out remembered);
        if (running?.Awaited is not { } awaited) return running;
        var clock = state.Session.Clock;
        var begun = clock.GetTimestamp();
        while (!IsOver(state, running) && !call.Cancelled && clock.GetElapsedTime(begun) < state.Computations.Patience) awaited.Ended.Wait(Look);
        return Begin(ref call, state, Wait.Never, Own(running), out remembered);
    }

    private static async Task<Task<TResult>> WaitAsync<TCall>(TCall call, State state, RunningCall running) where TCall : struct, IAsyncCall<TResult>
    {
        var clock = state.Session.Clock;
        var begun = clock.GetTimestamp();
        while (!IsOver(state, running) && !call.Cancelled && clock.GetElapsedTime(begun) < state.Computations.Patience)
        {
            await Task.WhenAny(running.Awaited!.Ended, Task.Delay(Look)).ConfigureAwait(false);
        }
        return RunAsync(call, state, Begin(ref call, state, Wait.Never, Own(running), out var remembered), remembered);
    }

    // Of another thread's, that it ended; of another process's, that the lock which it had is ours now.
    private static bool IsOver(State state, RunningCall running) => running.IsAwaitedOwn ? running.Awaited!.TryLock(state.Store) : running.Awaited!.Ended.IsCompleted;

    private static Computation? Own(RunningCall running) => running.IsAwaitedOwn ? running.Awaited : null;

    // Begins to compute; or gives what to wait for first.
    private static Computation? BeginComputation(State state, in Store.CallAddress address, Wait wait, Computation? own, out RunningCall? waiting)
    {
        waiting = null;
        if (own?.Key == address.Key) return own; // else a dependency changed in the meantime: it is another call now
        if (!state.Computations.IsWorthWaiting) return null;
        var there = state.Computations.Begin(address, out var isNew);
        if (isNew)
        {
            if (state.Computations.IsWorthLocking && !there.TryLock(state.Store) && May(wait)) waiting = new() { Awaited = there, IsAwaitedOwn = true };
            return there;
        }
        if (May(wait)) waiting = new() { Awaited = there };
        return null;
    }
}
