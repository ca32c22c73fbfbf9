using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Store;
using Memo.Values;

namespace Memo;

public sealed partial class MemoizedMethod<TResult>
{
    // The second half of a call that ran: is the result sure, does it survive, where does it go.
    private static TResult Complete<TCall>(ref TCall call, State state, RunningCall running, TResult value)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        try
        {
            return CompleteAlone(ref call, state, running, value);
        }
        finally
        {
            running.Computation?.End();
        }
    }

    private static TResult CompleteAlone<TCall>(ref TCall call, State state, RunningCall running, TResult value)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        var session = state.Session;
        var elapsed = session.Clock.GetElapsedTime(running.Timestamp);
        CallActivity.End(running.Activity, running.Bypass is null ? "miss" : "bypass", null);
        if (running.Bypass is { } bypass)
        {
            state.Counts.Bypass(elapsed);
            if (session.Calls.WritesCalls) session.Calls.Bypass(Shown(state, running.Preview), bypass);
            return value;
        }
        var trace = running.Frame!.End();
        var unsure = Unsure(ref call, state, running, trace);
        if (running.Remembered is { } remembered && unsure is null) return Verify<TCall>(state, running, remembered, trace, elapsed, value);
        state.Counts.Miss(elapsed);
        Pass(state, running, trace, unsure);
        var reason = unsure;
        if (unsure is null)
        {
            reason = Encode<TCall>(value, out var survivor, out var json);
            if (reason is null)
            {
                value = survivor!;
                if (!Store(state, running, trace, elapsed, value, json)) reason = "the store cannot be used";
            }
            else
            {
                session.Warnings.Once(state.Manifest.Id, $"{state.Manifest.Name} is not remembered: {reason}");
            }
        }
        state.Computations.Ended(elapsed, reason is null);
        if (session.Calls.WritesCalls)
        {
            session.Calls.Miss(Shown(state, running.Preview), elapsed, reason is null ? running.Reason! : $"not stored: {reason}");
        }
        return value;
    }

    // A call that throws stores nothing; but an outer call may catch the exception and answer, and then depends on what made it throw.
    private static void Fail<TCall>(ref TCall call, State state, RunningCall running, Exception exception)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        running.Computation?.End();
        var session = state.Session;
        var elapsed = session.Clock.GetElapsedTime(running.Timestamp);
        CallActivity.End(running.Activity, running.Bypass is null ? "miss" : "bypass", exception);
        if (running.Bypass is { } bypass)
        {
            state.Counts.Bypass(elapsed);
            if (session.Calls.WritesCalls) session.Calls.Bypass(Shown(state, running.Preview), bypass);
            return;
        }
        state.Counts.Miss(elapsed);
        var trace = running.Frame!.End();
        var unsure = Unsure(ref call, state, running, trace);
        if (running.Remembered is { } remembered && unsure is null)
        {
            unsure = Differ(state, running, remembered, $"a result is remembered, and it threw {exception.GetType().Name}");
        }
        Pass(state, running, trace, unsure);
        if (session.Calls.WritesCalls)
        {
            session.Calls.Miss(Shown(state, running.Preview), elapsed, $"not stored: it threw {exception.GetType().Name}");
        }
    }

    // Why it is not sure that the key names what the computation read; null if it is.
    private static string? Unsure<TCall>(ref TCall call, State state, RunningCall running, TraceSnapshot trace)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        if (trace.Poison is { } poison) return poison;
        // The token is no part of the key: what the method gave because it was to stop is no answer to another call.
        if (call.Cancelled) return "the call was cancelled while it ran";
        if (running.Dependencies!.FindChanged(state.Session.Surroundings) is { } changed) return ChangedDuring(changed);
        foreach (var declared in running.Dependencies.Resolved)
        {
            if (running.Frame!.Strayed(declared, null) is { } strayed) return strayed;
            foreach (var inner in trace.Dependencies)
            {
                if (inner.Kind == declared.Kind && inner.Name == declared.Name && inner.Fingerprint != declared.Fingerprint)
                {
                    return ChangedDuring(declared);
                }
            }
        }
        if (WriteArguments(ref call, out var arguments) is not null || arguments != running.Address.Arguments)
        {
            return "an argument changed during the call";
        }
        if (WriteSharing(ref call, running.Dependencies, out var sharing) is not null || sharing != running.Sharing)
        {
            return "what a static and the arguments share changed during the call";
        }
        return null;
    }

    private static string ChangedDuring(in Dependency dependency) => $"dependency {dependency} changed during the call";

    // What the call depended on, the enclosing call depends on.
    private static void Pass(State state, RunningCall running, TraceSnapshot trace, string? unsure)
    {
        if (running.Enclosing is not { } enclosing) return;
        if (unsure is not null)
        {
            enclosing.Poison(unsure);
            return;
        }
        PassSharing(enclosing, state, running.Dependencies!);
        enclosing.Add(running.Dependencies!.Resolved, running.Frame!.Place);
        enclosing.Add(trace.Dependencies, running.Frame.Place);
        enclosing.ExpireAt(Expiry(running.Started, trace.Expires, state));
    }

    // Writes the result, reads it again and compares: what a hit would return is what this call returns. Gives the reason if it differs.
    private static string? Encode<TCall>(TResult value, out TResult? survivor, out ReadOnlyMemory<byte> json)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        survivor = default;
        json = default;
        try
        {
            if (HashOf<TCall>(value, out var before) is { } refusal) return refusal;
            using var writer = new ValueWriter();
            TCall.WriteValue(writer, value);
            json = writer.Finish();
            if (!TryDecode<TCall>(json.Span, out survivor)) return "the result cannot be read back";
            if (HashOf<TCall>(survivor!, out var after) is not null || before != after) return "the result does not survive storing";
            return null;
        }
        catch (ValueRefusedException refusal)
        {
            return $"the result {refusal.Message}";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A result that something still changes, or of a shape that the writer does not expect. The caller gets it as it is.
            return $"the result cannot be written ({exception.GetType().Name})";
        }
    }

    private static string? HashOf<TCall>(TResult value, out Hash256 hash) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        var writer = WriterPool.TakeKey("the result ", keepsHashOrder: true);
        TCall.WriteKey(writer, value);
        var refusal = writer.Refusal;
        hash = refusal is null ? writer.Finish() : default;
        WriterPool.Return(writer);
        return refusal;
    }

    private static bool Store(State state, RunningCall running, TraceSnapshot trace, TimeSpan elapsed, TResult value, ReadOnlyMemory<byte> json)
    {
        var entry = new Entry
        {
            Key = running.Address.Key,
            Created = running.Started,
            Expires = trace.Expires,
            Computed = elapsed,
            Preview = running.Preview!,
            Trace = trace.Dependencies,
        };
        Keep(state, entry.Key, running.Plain, entry, value, json);
        if (state.Store.IsReadOnly) return true;
        var material = Material(state, running.Address, running.Culture, running.Dependencies!.Resolved);
        var file = EntryWriter.Write(entry, json, material);
        if (!state.Store.Write(running.Address.Folder, running.Address.FileName(entry.TraceHash), file)) return false;
        StoreCode(state);
        if (state.Session.Mode == MemoizerMode.Refresh) state.Session.Renewed.TryAdd(running.Address.Key, true);
        return true;
    }

    // Only explanations need it, so whether it succeeds is not asked.
    private static void StoreCode(State state)
    {
        var name = CodeRecord.Name(state.Manifest.Closure);
        if (state.Store.HasBeside(state.Folder, name) || state.Code() is not { Count: > 0 } code) return;
        state.Store.Write(state.Folder, name, CodeRecord.Write(code));
    }
}
