namespace Memo.Runtime.Tests.Tracked;

/// <summary>Memoized methods whose bodies are the test's. Each call is one run of a program.</summary>
public abstract class TrackedTests : WorkbenchTests
{
    private int _runs;

    /// <summary>How often the method ran since this was asked last.</summary>
    protected int TakeRuns() => Interlocked.Exchange(ref _runs, 0);

    protected string? Run(Func<string?> body) => new MemoizedMethod<string?>(Manifests.Of("Read"), Bench.Start()).Invoke(new TextCall("x", _ =>
    {
        _runs++;
        return body();
    }));

    protected Task<string?> RunAsync(Func<Task<string?>> body) => new MemoizedMethod<string?>(Manifests.Of("Read"), Bench.Start()).InvokeAsync(new AsyncTextCall("x", _ =>
    {
        _runs++;
        return body();
    }));

    /// <summary>The method runs; in the second run of the program it does not.</summary>
    protected void AssertRemembered(Func<string?> body, string? expected)
    {
        TakeRuns();
        Assert.That(Run(body), Is.EqualTo(expected));
        Assert.That(Run(body), Is.EqualTo(expected));
        Assert.That(TakeRuns(), Is.EqualTo(1), Bench.LastLine);
    }

    protected void AssertHit(Func<string?> body, string? expected)
    {
        TakeRuns();
        Assert.That(Run(body), Is.EqualTo(expected));
        Assert.That(TakeRuns(), Is.Zero, Bench.LastLine);
    }

    /// <summary>The method runs again, because something changed.</summary>
    protected void AssertRerun(Func<string?> body, string? expected, string changed)
    {
        TakeRuns();
        Assert.That(Run(body), Is.EqualTo(expected));
        Assert.That(TakeRuns(), Is.EqualTo(1));
        Assert.That(Bench.LastLine, Does.EndWith($": dependency changed: {changed}"));
    }

    /// <summary>The method runs each time, and the log says why.</summary>
    protected void AssertNotStored(Func<string?> body, string? expected, string reason)
    {
        foreach (var _ in (int[])[1, 2])
        {
            Assert.That(Run(body), Is.EqualTo(expected));
            Assert.That(Bench.LastLine, Does.EndWith($": not stored: {reason}"));
        }
        Assert.That(Bench.Entries, Is.Empty);
    }
}
