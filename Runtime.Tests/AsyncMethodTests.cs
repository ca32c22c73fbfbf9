namespace Memo.Runtime.Tests;

public sealed class AsyncMethodTests : WorkbenchTests
{
    [Test]
    public async Task A_second_run_of_the_program_gets_the_result_of_the_first()
    {
        Assert.That(await Invoke(Bench.Start(), async text => { await Task.Yield(); return text + "!"; }), Is.EqualTo("a!"));
        Assert.That(await Invoke(Bench.Start(), _ => throw new InvalidOperationException("ran")), Is.EqualTo("a!"));
    }

    [Test]
    public async Task A_task_that_fails_keeps_all_its_exceptions_and_is_not_remembered()
    {
        var session = Bench.Start();
        var both = Task.WhenAll(Task.FromException<string?>(new InvalidDataException()), Task.FromException<string?>(new FormatException()));
        var task = Invoke(session, _ => both.ContinueWith(
            ended => ended.IsFaulted ? Task.FromException<string?>(ended.Exception.InnerExceptions[0]) : throw new AssertionException(""), TaskScheduler.Default).Unwrap());
        Assert.ThrowsAsync<InvalidDataException>(async () => await task);
        var many = new TaskCompletionSource<string?>();
        many.SetException([new InvalidDataException(), new FormatException()]);
        var failed = Invoke(session, _ => many.Task);
        Assert.ThrowsAsync<InvalidDataException>(async () => await failed);
        Assert.That(failed.Exception!.InnerExceptions, Has.Count.EqualTo(2));
        Assert.That(Bench.Entries, Is.Empty);
        Assert.That(await Invoke(session, _ => Task.FromResult<string?>("well")), Is.EqualTo("well"));
    }

    [Test]
    public void A_method_that_throws_before_it_gives_a_task_throws_to_the_caller() =>
        Assert.That(() => { _ = Invoke(Bench.Start(), _ => throw new ArgumentException("at once")); }, Throws.ArgumentException);

    [Test]
    public async Task A_task_that_is_cancelled_is_cancelled_for_the_caller_and_not_remembered()
    {
        var session = Bench.Start();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var task = Invoke(session, _ => Task.FromCanceled<string?>(source.Token));
        Assert.That(async () => await task, Throws.InstanceOf<OperationCanceledException>()
            .With.Property(nameof(OperationCanceledException.CancellationToken)).EqualTo(source.Token));
        Assert.That(task.IsCanceled, Is.True);
        Assert.That(await Invoke(session, _ => Task.FromResult<string?>("well")), Is.EqualTo("well"));
    }

    [Test]
    public async Task A_call_that_is_cancelled_already_runs_the_method()
    {
        var session = Bench.Start();
        await Invoke(session, _ => Task.FromResult<string?>("stored"));
        var call = new AsyncTextCall("a", _ => Task.FromResult<string?>("run"), cancelled: true);
        Assert.That(await new MemoizedMethod<string?>(Manifests.Of(), session).InvokeAsync(call), Is.EqualTo("run"));
    }

    [Test]
    public async Task A_method_with_a_finding_runs_each_time()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(findings: ["MEMO104: reads the clock"]), Bench.Start());
        Assert.That(await method.InvokeAsync(new AsyncTextCall("a", _ => Task.FromResult<string?>("1"))), Is.EqualTo("1"));
        Assert.That(await method.InvokeAsync(new AsyncTextCall("a", _ => Task.FromResult<string?>("2"))), Is.EqualTo("2"));
    }

    [Test]
    public async Task Calls_that_run_at_the_same_time_all_get_the_right_result()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => method.InvokeAsync(new AsyncTextCall(
            $"{i % 5}", async text => { await Task.Yield(); return text + "!"; }))));
        Assert.That(results, Is.EqualTo(Enumerable.Range(0, 100).Select(i => $"{i % 5}!")));
        Assert.That(Bench.Entries, Has.Length.EqualTo(5));
    }

    [Test]
    public async Task Asynchronous_recursion_ends()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        async Task<string?> Count(string? text)
        {
            await Task.Yield();
            return text!.Length == 0 ? "" : await method.InvokeAsync(new AsyncTextCall(text[1..], Count)) + "x";
        }
        Assert.That(await method.InvokeAsync(new AsyncTextCall("abcdefgh", Count)), Is.EqualTo("xxxxxxxx"));
        Assert.That(Bench.Entries, Has.Length.EqualTo(9));
    }

    private static Task<string?> Invoke(MemoizerSession session, Func<string?, Task<string?>> compute) =>
        new MemoizedMethod<string?>(Manifests.Of(), session).InvokeAsync(new AsyncTextCall("a", compute));
}
