using System.ComponentModel;
using System.Diagnostics;
using Memo.Computations;
using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Memory;

namespace Memo;

/// <summary>
/// Answers the calls of one method from the store, or runs them. Generated code has one for each memoized method. Thread safe.
/// </summary>
/// <typeparam name="TResult">What the method returns; for an asynchronous one, what its task gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class MemoizedMethod<TResult>
{
    private readonly MethodManifest _manifest;
    private State? _state;

    /// <summary>Makes the method known. Nothing is read or written before it is called.</summary>
    /// <param name="manifest">What the compiler found out about it.</param>
    public MemoizedMethod(MethodManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        _manifest = manifest;
    }

    internal MemoizedMethod(MethodManifest manifest, MemoizerSession session)
        : this(manifest) => _state = new State(manifest, session);

    /// <summary>Gives the result of a call: the remembered one where that is safe, else that of running it.</summary>
    /// <typeparam name="TCall">The generated call.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>The result, which no other caller shares unless it is immutable.</returns>
    /// <remarks>What the method throws, it throws. The runtime itself throws nothing: what goes wrong there makes the method run.</remarks>
    public TResult Invoke<TCall>(TCall call) where TCall : struct, ICall<TResult>, allows ref struct
    {
        var state = CurrentState;
        if (state.Session.Mode == MemoizerMode.Off) return call.Compute();
        var running = BeginOrWait(ref call, state, out var remembered);
        if (running is null) return remembered!;
        TResult value;
        TraceFrame.Current = running.Frame;
        try
        {
            value = call.Compute();
        }
        catch (Exception exception)
        {
            TraceFrame.Current = running.Enclosing;
            Fail(ref call, state, running, exception);
            throw;
        }
        TraceFrame.Current = running.Enclosing;
        return Complete(ref call, state, running, value);
    }

    /// <summary>Gives the result of a call: the remembered one where that is safe, else that of running it.</summary>
    /// <typeparam name="TCall">The generated call.</typeparam>
    /// <param name="call">The call.</param>
    /// <returns>A task for the result. One that fails or is cancelled does so as the method's own task did.</returns>
    public Task<TResult> InvokeAsync<TCall>(TCall call) where TCall : struct, IAsyncCall<TResult>
    {
        var state = CurrentState;
        if (state.Session.Mode == MemoizerMode.Off) return call.ComputeAsync();
        var running = Begin(ref call, state, Wait.WithTask, null, out var remembered);
        return running?.Awaited is null ? RunAsync(call, state, running, remembered) : WaitAsync(call, state, running).Unwrap();
    }

    private static Task<TResult> RunAsync<TCall>(TCall call, State state, RunningCall? running, TResult? remembered) where TCall : struct, IAsyncCall<TResult>
    {
        if (running is null) return Task.FromResult(remembered!);
        Task<TResult> task;
        // The method's own flow keeps the frame that is current while it starts; the caller's flow gets its own back.
        TraceFrame.Current = running.Frame;
        try
        {
            task = call.ComputeAsync();
        }
        catch (Exception exception)
        {
            TraceFrame.Current = running.Enclosing;
            Fail(ref call, state, running, exception);
            throw;
        }
        TraceFrame.Current = running.Enclosing;
        if (running.Activity is not null) Activity.Current = running.Outer;
        // A method that returns no task at all is wrong, but it is the caller's to find that out, as without us.
        if (task is null)
        {
            running.Computation?.End();
            running.Enclosing?.Poison($"inner call {state.Manifest.Name} returned no task");
            return null!;
        }
        // Not awaited, because that would lose all exceptions of a task but the first.
        return task.ContinueWith(
            ended =>
            {
                if (ended.IsCompletedSuccessfully) return Task.FromResult(Complete(ref call, state, running, ended.Result));
                Fail(ref call, state, running, ended.Exception?.InnerException ?? new OperationCanceledException());
                return ended;
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
    }

    private State CurrentState => Memoizer.Scoped is { } scoped ? In(scoped) : Volatile.Read(ref _state) ?? Start();

    private State In(MemoizerSession session) =>
        (State)session.Methods.GetOrAdd(this, static (method, session) => new State(((MemoizedMethod<TResult>)method)._manifest, session), session);

    // Two threads may both do it; both states are right, and the counts of the one that loses stay empty.
    private State Start() => Interlocked.CompareExchange(ref _state, new State(_manifest, Memoizer.Session), null) ?? _state;

    /// <summary>What the calls of the method have in common.</summary>
    private sealed class State(MethodManifest manifest, MemoizerSession session)
    {
        private MethodIdentity? _identity;
        private string? _folder;

        public MemoizerSession Session { get; } = Introduce(manifest, session);

        public MethodManifest Manifest => manifest;

        public Store.EntryStore Store { get; } = session.StoreFor(manifest.Directory);

        // Not made where nothing is ever stored: to hash the name is the first use of cryptography in the process.
        public string Folder => _folder ??= Memo.Store.StorePaths.Method(manifest);

        /// <summary>By the bytes of the arguments, of calls that depend on nothing else; by their keys, of others.</summary>
        public MemoryShelf<TResult> Plain { get; } = session.Memory.AddShelf<TResult>();

        /// <summary>Whether arguments alone may name a result, as far as calls have shown: a method always declares the same kinds of dependencies.</summary>
        public bool MayBePlain { get; set; } = true;

        public MemoryShelf<TResult> Keyed { get; } = session.Memory.AddShelf<TResult>();

        public ComputationTable Computations { get; } = new();

        public CallCounts Counts { get; } = session.Calls.Add(manifest.Name);

        public MethodIdentity Identity => _identity ??= MethodIdentity.Of(manifest, session.Externals);

        private static MemoizerSession Introduce(MethodManifest manifest, MemoizerSession session)
        {
            session.Surroundings.Add(manifest.Readers);
            return session;
        }

        /// <summary>The methods of the code closure; for explanations only.</summary>
        public IReadOnlyList<CodePart> Code() => session.Code.Closure(manifest);
    }
}
