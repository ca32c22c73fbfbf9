using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

/// <summary>Methods that are pointed at whatever a test makes. Each call is one run of a program.</summary>
public abstract class InputTests : WorkbenchTests
{
    private int _runs;

    // Long after every file that is written here, so that what is large is not hashed more often than it has to be.
    protected InputTests() => Bench.Clock.Set(new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected static string Caught(Func<long> read)
    {
        try
        {
            return $"{read()}";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private protected static void Nothing(DependencySet set)
    {
    }

    private protected string? Invoke(Action<DependencySet> declare, Func<string?> body) => new MemoizedMethod<string?>(Manifests.Of(), Bench.Start()).Invoke(new DeclaringCall("x", declare, () =>
    {
        _runs++;
        return body();
    }));

    // A hit while nothing changes; then a run.
    private protected void AssertFollowed(Action<DependencySet> declare, Func<string> body, Action change)
    {
        if (Directory.Exists(Bench.Store)) Directory.Delete(Bench.Store, recursive: true);
        _runs = 0;
        var expected = body();
        Assert.That(Invoke(declare, body), Is.EqualTo(expected));
        Assert.That(Invoke(declare, body), Is.EqualTo(expected));
        Assert.That(_runs, Is.EqualTo(1), Bench.LastLine);
        change();
        Assert.That(Invoke(declare, body), Is.EqualTo(body()));
        Assert.That(_runs, Is.EqualTo(2), Bench.LastLine);
    }

    private protected void AssertBypass(Action<DependencySet> declare, string reason)
    {
        foreach (var _ in (int[])[1, 2])
        {
            Assert.That(Invoke(declare, static () => "ran"), Is.EqualTo("ran"));
            Assert.That(Bench.LastLine, Is.EqualTo($"memo: bypass Pipeline.Clean(\"x\") {reason}"));
        }
        Assert.That(Bench.Entries, Is.Empty);
    }

    private protected void AssertNotStored(Func<string?> body, string expected, string reason) => AssertNotStored(Nothing, body, expected, reason);

    private protected void AssertNotStored(Action<DependencySet> declare, Func<string?> body, string expected, string reason)
    {
        foreach (var _ in (int[])[1, 2])
        {
            Assert.That(Invoke(declare, body), Is.EqualTo(expected));
            Assert.That(Bench.LastLine, Does.EndWith($": not stored: {reason}"));
        }
        Assert.That(Bench.Entries, Is.Empty);
    }
}
