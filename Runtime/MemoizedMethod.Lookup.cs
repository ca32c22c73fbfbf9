using System.Diagnostics;
using Memo.Computations;
using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Store;
using Memo.Values;

namespace Memo;

public sealed partial class MemoizedMethod<TResult>
{
    // The first half of a call: gate, key, store. Gives null and the result for a hit, else what the method has to be run for.
    private static RunningCall? Begin<TCall>(ref TCall call, State state, Wait wait, Computation? own, out TResult? remembered) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        var running = Begin(ref call, state, wait, own, out remembered, out var computation);
        // What was waited for, and is not computed now after all, nobody else needs to wait for.
        if (own is not null && computation != own) own.End();
        return running;
    }

    private static RunningCall? Begin<TCall>(ref TCall call, State state, Wait wait, Computation? own, out TResult? remembered, out Computation? computation)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        computation = null;
        remembered = default;
        var session = state.Session;
        var begun = session.Calls.WritesCalls ? session.Clock.GetTimestamp() : 0;
        if (state.Identity.Refusal is { } finding) return Bypass(ref call, state, finding);
        if (call.Cancelled) return Bypass(ref call, state, "the call is cancelled already");
        var writer = WriterPool.TakeKey("the call ");
        var refusal = WriteArguments(ref call, writer);
        var answered = refusal is null && TryRecallPlain(ref call, state, writer, begun, out remembered);
        Hash256 arguments = default;
        byte[]? plain = null;
        if (refusal is null && !answered)
        {
            if (session.Memory.IsOn && state.MayBePlain && writer.TryGetBytes(LongestPlainKey, out var bytes)) plain = bytes.ToArray();
            arguments = writer.Finish();
        }
        WriterPool.Return(writer);
        if (refusal is not null) return Bypass(ref call, state, refusal);
        if (answered) return null;
        Hash256? culture = null;
        if (state.Manifest.ReadsCulture)
        {
            if (CultureFingerprint.OfCurrent(out var fingerprint) is { } unknown) return Bypass(ref call, state, unknown);
            culture = fingerprint;
        }
        var dependencies = WriterPool.TakeDependencies();
        if (Resolve(ref call, dependencies, session) is { } unresolved)
        {
            WriterPool.Return(dependencies);
            return Bypass(ref call, state, unresolved);
        }
        if (WriteSharing(ref call, dependencies, out var sharing) is { } unwritten)
        {
            WriterPool.Return(dependencies);
            return Bypass(ref call, state, unwritten);
        }
        if (plain is not null && !IsPlain(state, dependencies))
        {
            state.MayBePlain = false;
            plain = null;
        }
        var key = Key(state.Identity, arguments, culture, dependencies.Resolved, sharing);
        var address = new CallAddress(state.Folder, arguments, key);
        string? reason = null;
        RememberedResult? compared = null;
        if (session.Mode == MemoizerMode.Refresh && !session.Renewed.ContainsKey(key))
        {
            reason = MissExplanation.Refreshed;
        }
        else
        {
            if (TryRecall<TCall>(state, key, out var recalled, out remembered))
            {
                EndHit(ref call, state, recalled, dependencies, Elapsed(session, begun));
                WriterPool.Return(dependencies);
                return null;
            }
            foreach (var path in state.Store.Candidates(address))
            {
                if (!TryUse<TCall>(path, key, state, out var entry, out remembered, out var json, ref reason)) continue;
                if (session.VerifiesNext && HashOf<TCall>(remembered!, out var hash) is null)
                {
                    compared = new(path, hash, json);
                    break;
                }
                state.Store.Used(path);
                Keep(state, key, plain, entry, remembered!, json);
                EndHit(ref call, state, entry, dependencies, Elapsed(session, begun));
                WriterPool.Return(dependencies);
                return null;
            }
        }
        if (compared is null)
        {
            computation = BeginComputation(state, address, wait, own, out var waiting);
            if (waiting is not null)
            {
                WriterPool.Return(dependencies);
                return waiting;
            }
        }
        if (reason is null && compared is null && session.Calls.WritesCalls)
        {
            reason = MissExplanation.Of(Material(state, address, culture, dependencies.Resolved), address, state.Store, state.Code);
        }
        return new RunningCall
        {
            Enclosing = TraceFrame.Current,
            Frame = new TraceFrame(session.Surroundings),
            Computation = computation,
            Address = address,
            Culture = culture,
            Dependencies = dependencies,
            Sharing = sharing,
            Reason = reason,
            Remembered = compared,
            Plain = plain,
            Preview = Preview(ref call),
            Started = session.Clock.GetUtcNow(),
            Outer = Activity.Current,
            Activity = CallActivity.Start(state.Manifest.Name),
            Timestamp = session.Clock.GetTimestamp(),
        };
    }

    private static RunningCall Bypass<TCall>(ref TCall call, State state, string reason) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        var enclosing = TraceFrame.Current;
        enclosing?.Poison($"inner call {state.Manifest.Name} was bypassed");
        return new RunningCall
        {
            Bypass = reason,
            Enclosing = enclosing,
            Frame = enclosing,
            Preview = state.Session.Calls.WritesCalls ? Preview(ref call) : null,
            Outer = Activity.Current,
            Activity = CallActivity.Start(state.Manifest.Name),
            Timestamp = state.Session.Clock.GetTimestamp(),
        };
    }

    // Only lines for people tell it, and to look at the clock is not cheap.
    private static TimeSpan Elapsed(MemoizerSession session, long begun) => session.Calls.WritesCalls ? session.Clock.GetElapsedTime(begun) : TimeSpan.Zero;

    private static string? WriteArguments<TCall>(ref TCall call, out Hash256 hash) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        var writer = WriterPool.TakeKey("the call ");
        var refusal = WriteArguments(ref call, writer);
        hash = refusal is null ? writer.Finish() : default;
        WriterPool.Return(writer);
        return refusal;
    }

    private static string? WriteArguments<TCall>(ref TCall call, KeyWriter writer) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        try
        {
            call.WriteArguments(writer);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A collection that another thread changes, an enumerator that throws: whatever it is, there is no key, and the method
            // itself may well cope with it.
            writer.Refuse($"cannot be read ({exception.GetType().Name})");
        }
        return writer.Refusal;
    }

    private static string? Resolve<TCall>(ref TCall call, DependencySet dependencies, MemoizerSession session)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        try
        {
            call.AddDependencies(dependencies);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A member of an argument that a template names, such as '{options.Path}' of null.
            return $"a dependency cannot be resolved ({exception.GetType().Name})";
        }
        return dependencies.Resolve(session.Surroundings);
    }

    private static Hash256 Key(MethodIdentity method, Hash256 arguments, Hash256? culture, IReadOnlyList<Dependency> dependencies, Hash256? sharing)
    {
        Span<byte> hash = stackalloc byte[Hash256.Size];
        var writer = WriterPool.TakeKey("the key ");
        method.Hash.CopyTo(hash);
        writer.WriteBits<byte>(hash);
        arguments.CopyTo(hash);
        writer.WriteBits<byte>(hash);
        if (writer.BeginNullable(culture.HasValue))
        {
            culture!.Value.CopyTo(hash);
            writer.WriteBits<byte>(hash);
        }
        writer.Write(dependencies.Count);
        for (var i = 0; i < dependencies.Count; i++)
        {
            var dependency = dependencies[i];
            writer.Write(dependency.Kind);
            writer.Write(dependency.Name);
            writer.Write(dependency.Fingerprint);
        }
        if (sharing is { } shared)
        {
            shared.CopyTo(hash);
            writer.WriteBits<byte>(hash);
        }
        var key = writer.Finish();
        WriterPool.Return(writer);
        return key;
    }

    // Whether an entry answers the call; if not, why.
    private static bool TryUse<TCall>(string path, Hash256 key, State state, out Entry entry, out TResult? value, out ReadOnlyMemory<byte> json, ref string? reason)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        entry = null!;
        value = default;
        json = default;
        if (state.Store.Read(path) is not { } file) return false;
        if (!EntryReader.TryRead(file, out entry, out var place) || entry.Key != key)
        {
            state.Store.Discard(path);
            reason = MissExplanation.Damaged;
            return false;
        }
        if (IsExpired(entry, state))
        {
            reason ??= MissExplanation.Expired;
            return false;
        }
        foreach (var dependency in entry.Trace)
        {
            if (state.Session.Surroundings.IsCurrent(dependency)) continue;
            reason ??= MissExplanation.Changed(dependency);
            return false;
        }
        json = file.AsMemory()[place];
        if (TryDecode<TCall>(json.Span, out value)) return true;
        state.Store.Discard(path);
        reason = MissExplanation.Damaged;
        return false;
    }

    private static bool TryDecode<TCall>(ReadOnlySpan<byte> json, out TResult? value) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        try
        {
            var reader = new ValueReader(json);
            value = TCall.ReadValue(ref reader);
            reader.End();
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Mostly a MalformedEntryException, but content that nobody wrote may make a dictionary or a constructor throw anything.
            value = default;
            return false;
        }
    }

    private static bool IsExpired(Entry entry, State state)
    {
        if (Expiry(entry.Created, entry.Expires, state) is not { } moment) return false;
        var now = state.Session.Clock.GetUtcNow();
        // A clock that was set back says nothing about the age.
        return now >= moment || now < entry.Created;
    }

    // When a result that was begun to be computed at a moment is too old.
    private static DateTimeOffset? Expiry(DateTimeOffset created, DateTimeOffset? inner, State state)
    {
        if (state.Identity.ExpiresAfter is not { } age) return inner;
        var own = DateTimeOffset.MaxValue - created > age ? created + age : DateTimeOffset.MaxValue;
        return inner < own ? inner : own;
    }

    private static void EndHit<TCall>(ref TCall call, State state, Entry entry, DependencySet declared, TimeSpan elapsed)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        if (TraceFrame.Current is { } enclosing)
        {
            PassSharing(enclosing, state, declared);
            enclosing.Add(declared.Resolved, null);
            enclosing.Add(entry.Trace, null);
            enclosing.ExpireAt(Expiry(entry.Created, entry.Expires, state));
        }
        state.Counts.Hit(entry.Computed);
        if (state.Session.Calls.WritesCalls) state.Session.Calls.Hit(Shown(state, Preview(ref call)), elapsed, entry.Computed);
    }

    private static string Shown(State state, string? preview) => $"{state.Manifest.Name}({preview})";

    private static string Preview<TCall>(ref TCall call) where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        var preview = new PreviewWriter();
        try
        {
            call.WritePreview(preview);
            return preview.Finish();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // An argument that cannot be shown must not keep the method from running.
            return "…";
        }
    }

    private static KeyMaterial Material(State state, CallAddress address, Hash256? culture, IReadOnlyList<Dependency> dependencies) => new()
    {
        Method = state.Manifest.Id,
        Assembly = state.Manifest.Assembly,
        Closure = state.Manifest.Closure,
        Contract = state.Manifest.Contract,
        Version = state.Manifest.Version,
        Runtime = state.Identity.Runtime,
        Culture = culture?.Hex() ?? "",
        Externals = state.Identity.Externals,
        Arguments = address.Arguments,
        Dependencies = dependencies,
    };
}
