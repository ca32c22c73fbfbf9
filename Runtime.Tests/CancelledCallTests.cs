using Memo.Diagnostics;
using Memo.Dependencies;
using Memo.Keys;
using Memo.Values;

namespace Memo.Runtime.Tests;

/// <summary>A method may look at its token and return early. What it returns then is not the answer to its arguments.</summary>
public sealed class CancelledCallTests : WorkbenchTests
{
    [Test]
    public void A_result_of_a_call_that_was_cancelled_while_it_ran_is_not_stored()
    {
        using var source = new CancellationTokenSource();
        var session = Bench.Start();
        Assert.That(Invoke(session, _ => { source.Cancel(); return "early"; }, source.Token), Is.EqualTo("early"));
        Assert.That(Bench.Entries, Is.Empty);
        Assert.That(Invoke(session, _ => "whole", default), Is.EqualTo("whole"));
    }

    [Test]
    public void A_result_of_a_call_that_was_not_cancelled_is_stored()
    {
        using var source = new CancellationTokenSource();
        var session = Bench.Start();
        Assert.That(Invoke(session, _ => "whole", source.Token), Is.EqualTo("whole"));
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_task_s_result_is_not_stored_either()
    {
        using var source = new CancellationTokenSource();
        var session = Bench.Start();
        var method = new MemoizedMethod<string?>(Manifests.Of(), session);
        Assert.That(await method.InvokeAsync(new AsyncTokenCall(async () => { await Task.Yield(); await source.CancelAsync(); return "early"; }, source.Token)), Is.EqualTo("early"));
        Assert.That(Bench.Entries, Is.Empty);
        Assert.That(await method.InvokeAsync(new AsyncTokenCall(() => Task.FromResult<string?>("whole"), default)), Is.EqualTo("whole"));
    }

    private static string? Invoke(MemoizerSession session, Func<string?, string?> compute, CancellationToken token) =>
        new MemoizedMethod<string?>(Manifests.Of(), session).Invoke(new TokenCall(compute, token));

    /// <summary>As generated code does it: the token is asked each time.</summary>
    private readonly struct TokenCall(Func<string?, string?> compute, CancellationToken token) : ICall<string?>
    {
        public bool Cancelled => token.IsCancellationRequested;

        public void WriteArguments(KeyWriter key)
        {
        }

        public void WritePreview(PreviewWriter preview)
        {
        }

        public void AddDependencies(DependencySet dependencies)
        {
        }

        public string? Compute() => compute("a");

        public static void WriteKey(KeyWriter key, string? value) => key.Write(value);

        public static void WriteValue(ValueWriter writer, string? value) => writer.Write(value);

        public static string? ReadValue(ref ValueReader reader) => reader.ReadString();
    }

    private readonly struct AsyncTokenCall(Func<Task<string?>> compute, CancellationToken token) : IAsyncCall<string?>
    {
        public bool Cancelled => token.IsCancellationRequested;

        public void WriteArguments(KeyWriter key)
        {
        }

        public void WritePreview(PreviewWriter preview)
        {
        }

        public void AddDependencies(DependencySet dependencies)
        {
        }

        public Task<string?> ComputeAsync() => compute();

        public static void WriteKey(KeyWriter key, string? value) => key.Write(value);

        public static void WriteValue(ValueWriter writer, string? value) => writer.Write(value);

        public static string? ReadValue(ref ValueReader reader) => reader.ReadString();
    }
}
