using Memo.Dependencies;
using Memo.Keys;
using Memo.Memory;
using Memo.Store;

namespace Memo;

public sealed partial class MemoizedMethod<TResult>
{
    // Longer arguments are looked up by the hash that the store needs too.
    private const int LongestPlainKey = 1024;

    /// <summary>Whether arguments alone may name a result: nothing else can be in the key of this method's calls.</summary>
    private static bool IsPlain(State state, DependencySet dependencies) =>
        !state.Manifest.ReadsCulture && dependencies.Resolved.Count == 0 && !dependencies.Shares && state.Identity.ExpiresAfter is null;

    /// <summary>Answers a call from memory by the bytes of its arguments; false when there is nothing.</summary>
    private static bool TryRecallPlain<TCall>(ref TCall call, State state, KeyWriter arguments, long begun, out TResult? value)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        value = default;
        if (!state.Session.Recalls || !arguments.TryGetBytes(LongestPlainKey, out var bytes)
            || state.Plain.Find(bytes) is not { } found || !TryGive<TCall>(state, found, out value)) return false;
        state.Counts.Hit(found.Entry.Computed);
        if (state.Session.Calls.WritesCalls)
        {
            state.Session.Calls.Hit(Shown(state, Preview(ref call)), state.Session.Clock.GetElapsedTime(begun), found.Entry.Computed);
        }
        return true;
    }

    /// <summary>Answers a call from memory by its key; false when there is nothing that holds.</summary>
    private static bool TryRecall<TCall>(State state, Hash256 key, out Entry entry, out TResult? value) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        entry = null!;
        value = default;
        if (!state.Session.Recalls) return false;
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        key.CopyTo(bytes);
        if (state.Keyed.Find(bytes) is not { } found || IsExpired(found.Entry, state)) return false;
        foreach (var dependency in found.Entry.Trace)
        {
            if (!state.Session.Surroundings.IsCurrent(dependency)) return false;
        }
        entry = found.Entry;
        return TryGive<TCall>(state, found, out value);
    }

    private static bool TryGive<TCall>(State state, MemoryEntry<TResult> found, out TResult? value) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        if (!state.Manifest.SharesResult) return TryDecode<TCall>(found.Json.Span, out value);
        value = found.Value;
        return true;
    }

    private static void Keep(State state, Hash256 key, byte[]? plain, Entry entry, TResult value, ReadOnlyMemory<byte> json)
    {
        if (!state.Session.Memory.IsOn) return;
        var kept = new MemoryEntry<TResult>
        {
            Entry = entry,
            Value = state.Manifest.SharesResult ? value : default,
            Json = state.Manifest.SharesResult ? default : json,
            Size = json.Length,
        };
        if (plain is not null && kept.IsPlain)
        {
            state.Plain.Keep(plain, kept);
            return;
        }
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        key.CopyTo(bytes);
        state.Keyed.Keep(bytes, kept);
    }
}
