using Memo.Dependencies;
using Memo.Diagnostics;

namespace Memo;

public sealed partial class MemoizedMethod<TResult>
{
    // What was computed is what the caller gets, whatever was remembered.
    private static TResult Verify<TCall>(State state, RunningCall running, RememberedResult remembered, TraceSnapshot trace, TimeSpan elapsed, TResult value)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        if (Encode<TCall>(value, out var survivor, out var json) is { } reason)
        {
            state.Counts.Miss(elapsed);
            Pass(state, running, trace, Differ(state, running, remembered, $"a result is remembered, but {reason}"));
            return value;
        }
        if (HashOf<TCall>(survivor!, out var hash) is not null || hash != remembered.Hash)
        {
            state.Counts.Miss(elapsed);
            Pass(state, running, trace, Differ(state, running, remembered, ValueDifference.Of(remembered.Json, json)));
            return survivor!;
        }
        Pass(state, running, trace, unsure: null);
        state.Counts.Hit(TimeSpan.Zero);
        if (state.Session.Calls.WritesCalls) state.Session.Calls.Verified(Shown(state, running.Preview), elapsed);
        return survivor!;
    }

    // One of the two is wrong, and so is what an outer call makes of either: nothing of it is remembered.
    private static string Differ(State state, RunningCall running, RememberedResult remembered, string difference)
    {
        state.Counts.Error();
        state.Store.Discard(remembered.Path);
        state.Session.Calls.Error(Shown(state, running.Preview), $"is not what it was: {difference}");
        state.Session.Fail();
        return $"inner call {state.Manifest.Name} is not what it was";
    }
}
