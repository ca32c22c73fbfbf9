using System.Diagnostics.CodeAnalysis;

namespace Memo.Runtime.Tests.Computations;

/// <summary>Several that need one result at the same time: one computes it, and nobody waits for ever.</summary>
public sealed class OneComputationTests : WorkbenchTests
{
    // Asked once when it begins, a call is asked again only while it waits.
    private const int AsksOfWaiting = 4;

    private readonly List<Action> _cleanUp = [];

    [TearDown]
    public void CleanUp()
    {
        _cleanUp.ForEach(static action => action());
        _cleanUp.Clear();
    }

    [Test]
    public void A_second_thread_waits_and_gets_the_result_of_the_first()
    {
        var method = Method(Bench.Start());
        var (first, computed) = Begin(method, () => 7);
        var (second, isWaiting) = Follow(method, () => throw new AssertionException("it was computed twice"));
        isWaiting.Wait();
        computed.Set();
        Assert.That(first.Result + second.Result, Is.EqualTo(14));
        Assert.That(Bench.Lines.Select(line => line.Split(' ')[1]), Is.EqualTo(["miss", "hit"]));
    }

    [Test]
    public void Where_the_first_throws_the_second_computes()
    {
        var method = Method(Bench.Start());
        var (first, computed) = Begin(method, () => throw new FormatException());
        var (second, isWaiting) = Follow(method, () => 8);
        isWaiting.Wait();
        computed.Set();
        Assert.That(() => first.Result, Throws.InnerException.InstanceOf<FormatException>());
        Assert.That(second.Result, Is.EqualTo(8));
    }

    [Test]
    public void Where_the_result_of_the_first_cannot_be_stored_the_second_computes_and_the_next_ones_do_not_wait()
    {
        var session = Bench.Start();
        var method = Method(session);
        var (first, computed) = Begin(method, () => -1);
        var (second, isWaiting) = Follow(method, () => -2);
        isWaiting.Wait();
        computed.Set();
        Assert.That(first.Result + second.Result, Is.EqualTo(-3));
        var (_, third) = Begin(method, () => -3);
        Assert.That(method.Invoke(new WatchedCall(1, () => -4, static () => false)), Is.EqualTo(-4));
        third.Set();
    }

    [Test]
    public void A_waiting_call_that_is_cancelled_runs_the_method()
    {
        var method = Method(Bench.Start());
        var (first, computed) = Begin(method, () => 7);
        var asked = 0;
        Assert.That(method.Invoke(new WatchedCall(1, () => 8, () => ++asked > AsksOfWaiting)), Is.EqualTo(8));
        computed.Set();
        Assert.That(first.Result, Is.EqualTo(7));
    }

    [Test]
    public void Patience_ends_because_the_first_may_wait_for_the_second()
    {
        var method = Method(Bench.Start());
        var (first, computed) = Begin(method, () => 7);
        // What the plain program does: the second call sets the first one free.
        Assert.That(method.Invoke(new WatchedCall(1, () => { computed.Set(); return 7; }, () => { Bench.Clock.Advance(TimeSpan.FromSeconds(1)); return false; })), Is.EqualTo(7));
        Assert.That(first.Result, Is.EqualTo(7));
    }

    [Test]
    public void Other_arguments_are_not_waited_for()
    {
        var method = Method(Bench.Start());
        var (first, computed) = Begin(method, () => 7);
        Assert.That(method.Invoke(new WatchedCall(2, () => 8, static () => false)), Is.EqualTo(8));
        computed.Set();
        Assert.That(first.Result, Is.EqualTo(7));
    }

    [Test]
    public void A_call_that_calls_itself_with_the_same_arguments_does_not_wait_for_itself()
    {
        var method = Method(Bench.Start());
        var depth = 0;
        int Compute() => ++depth < 3 ? method.Invoke(new WatchedCall(1, Compute, static () => false)) + 1 : 0;
        Assert.That(method.Invoke(new WatchedCall(1, Compute, static () => false)), Is.EqualTo(2));
    }

    [Test]
    public void Two_threads_whose_calls_need_each_other_do_not_wait()
    {
        var method = Method(Bench.Start());
        using var both = new Barrier(2);
        int Outer(int own, int other) => method.Invoke(new WatchedCall(own, () => { both.SignalAndWait(); return method.Invoke(new WatchedCall(other, () => 5, static () => false)); }, static () => false));
        var first = OnItsOwnThread(() => Outer(1, 2));
        var second = OnItsOwnThread(() => Outer(2, 1));
        Assert.That((first.Result, second.Result), Is.EqualTo((5, 5)));
    }

    [Test]
    public Task Asynchronous_calls_wait_without_a_thread() => WithoutContext(async () =>
    {
        var method = Method(Bench.Start());
        var computed = new TaskCompletionSource<int>();
        var first = method.InvokeAsync(new WatchedAsyncCall(1, () => computed.Task, static () => false));
        var others = Enumerable.Range(0, 50).Select(_ => method.InvokeAsync(new WatchedAsyncCall(1, static () => throw new AssertionException("it was computed twice"), static () => false))).ToList();
        Assert.That(others.Any(static other => other.IsCompleted), Is.False);
        computed.SetResult(7);
        Assert.That(await Task.WhenAll(others.Append(first)), Is.All.EqualTo(7));
    });

    [Test]
    public Task An_asynchronous_call_whose_predecessor_fails_runs_the_method_and_keeps_its_exceptions() => WithoutContext(async () =>
    {
        var method = Method(Bench.Start());
        var computed = new TaskCompletionSource<int>();
        var first = method.InvokeAsync(new WatchedAsyncCall(1, () => computed.Task, static () => false));
        var failing = new TaskCompletionSource<int>();
        failing.SetException([new FormatException(), new InvalidDataException()]);
        var second = method.InvokeAsync(new WatchedAsyncCall(1, () => failing.Task, static () => false));
        computed.SetCanceled();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await second, Throws.InstanceOf<FormatException>());
        Assert.That(second.Exception!.InnerExceptions, Has.Count.EqualTo(2));
        Assert.That(await method.InvokeAsync(new WatchedAsyncCall(1, () => Task.FromResult(9), static () => false)), Is.EqualTo(9));
    });

    [Test]
    public async Task Where_one_thread_does_everything_asynchronous_calls_do_not_wait()
    {
        var method = Method(Bench.Start());
        var computed = new TaskCompletionSource<int>();
        var first = method.InvokeAsync(new WatchedAsyncCall(1, () => computed.Task, static () => false));
        SynchronizationContext.SetSynchronizationContext(new());
        var second = method.InvokeAsync(new WatchedAsyncCall(1, static () => Task.FromResult(8), static () => false));
        SynchronizationContext.SetSynchronizationContext(null);
        Assert.That(second.IsCompleted, Is.True);
        computed.SetResult(7);
        Assert.That(await first + await second, Is.EqualTo(15));
    }

    // The test runner has one of its own.
    private static Task WithoutContext(Func<Task> test) => Task.Run(test);

    [Test]
    public void Another_process_waits_and_gets_the_result_from_the_store()
    {
        var (first, computed) = Begin(Method(Bench.Start()), () => 7);
        var (second, isWaiting) = Follow(Method(Bench.Start()), () => throw new AssertionException("it was computed twice"));
        isWaiting.Wait();
        computed.Set();
        Assert.That(first.Result + second.Result, Is.EqualTo(14));
        Assert.That(Locks, Is.Empty);
    }

    [Test]
    public void A_process_that_holds_a_lock_for_ever_costs_patience_only()
    {
        var (first, computed) = Begin(Method(Bench.Start()), () => 7);
        Assert.That(Method(Bench.Start()).Invoke(new WatchedCall(1, () => 8, () => { Bench.Clock.Advance(TimeSpan.FromSeconds(1)); return false; })), Is.EqualTo(8));
        computed.Set();
        Assert.That(first.Result, Is.EqualTo(7));
    }

    [Test]
    public void A_lock_file_that_nobody_holds_is_not_waited_for()
    {
        var (first, letGo) = Begin(Method(Bench.Start()), () => -1);
        var path = Locks.Single();
        letGo.Set();
        Assert.That(first.Result, Is.EqualTo(-1));
        File.WriteAllText(path, "");
        Assert.That(Method(Bench.Start()).Invoke(new WatchedCall(1, () => 7, static () => false)), Is.EqualTo(7));
    }

    [Test]
    public void A_call_that_cannot_be_locked_is_computed()
    {
        var (first, letGo) = Begin(Method(Bench.Start()), () => -1);
        var path = Locks.Single();
        letGo.Set();
        Assert.That(first.Result, Is.EqualTo(-1));
        Directory.CreateDirectory(path);
        Assert.That(Method(Bench.Start()).Invoke(new WatchedCall(1, () => 7, static () => false)), Is.EqualTo(7));
        Assert.That(Method(Bench.Start()).Invoke(new WatchedCall(1, () => 8, static () => false)), Is.EqualTo(7));
    }

    [Test]
    public void A_store_that_is_only_read_gets_no_lock()
    {
        Assert.That(Method(Bench.Start(mode: MemoizerMode.ReadOnly)).Invoke(new WatchedCall(1, () => { Assert.That(Locks, Is.Empty); return 7; }, static () => false)), Is.EqualTo(7));
        Assert.That(Directory.Exists(Bench.Store), Is.False);
    }

    [Test]
    public void Only_what_takes_long_is_locked_once_that_is_known()
    {
        var method = Method(Bench.Start());
        Assert.That(Locked(1, TimeSpan.Zero), Is.EqualTo(1));
        Assert.That(Locked(2, TimeSpan.FromSeconds(1)), Is.Zero);
        Assert.That(Locked(3, TimeSpan.Zero), Is.EqualTo(1));
        int Locked(int number, TimeSpan time) => method.Invoke(new WatchedCall(number, () => { Bench.Clock.Advance(time); return Locks.Length; }, static () => false));
    }

    private string[] Locks => !Directory.Exists(Bench.Store) ? [] : [.. Directory.GetFiles(Bench.Store, "*.lock", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "clean.lock")];

    private static MemoizedMethod<int> Method(MemoizerSession session) => new(Manifests.Of(), session);

    // A call that is being computed when this returns, and ends when it is let go.
    [SuppressMessage("Reliability", "CA2000", Justification = "Disposed of when the test ends.")]
    private (Task<int> Result, ManualResetEventSlim LetGo) Begin(MemoizedMethod<int> method, Func<int> compute)
    {
        var begun = Event();
        var letGo = Event();
        var result = OnItsOwnThread(() => method.Invoke(new WatchedCall(1, () => { begun.Set(); letGo.Wait(); return compute(); }, static () => false)));
        begun.Wait();
        return (result, letGo);
    }

    // A call that waits when the event is set.
    private (Task<int> Result, ManualResetEventSlim IsWaiting) Follow(MemoizedMethod<int> method, Func<int> compute)
    {
        var isWaiting = Event();
        var asked = 0;
        var result = OnItsOwnThread(() => method.Invoke(new WatchedCall(1, compute, () =>
        {
            if (++asked == AsksOfWaiting) isWaiting.Set();
            return false;
        })));
        return (result, isWaiting);
    }

    private ManualResetEventSlim Event()
    {
        var made = new ManualResetEventSlim();
        _cleanUp.Add(made.Dispose);
        return made;
    }

    private static Task<int> OnItsOwnThread(Func<int> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
