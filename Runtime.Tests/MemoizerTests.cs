namespace Memo.Runtime.Tests;

/// <summary>The only test that uses the session of the process, because the process has only one.</summary>
public sealed class MemoizerTests : WorkbenchTests
{
    [Test]
    public void The_process_is_configured_before_the_first_call_or_not_at_all()
    {
        Memoizer.Configure(options =>
        {
            options.Directory = Bench.Store;
            options.Mode = MemoizerMode.On;
        });
        var manifest = Manifests.Of();
        Assert.That(new MemoizedMethod<string?>(manifest).Invoke(new TextCall("a", text => text + "!")), Is.EqualTo("a!"));
        Assert.That(new MemoizedMethod<string?>(manifest).Invoke(new TextCall("a", _ => throw new InvalidOperationException("ran"))), Is.EqualTo("a!"));
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
        Assert.That(() => Memoizer.Configure(_ => { }), Throws.InvalidOperationException.With.Message.Contains("Call Memoizer.Configure first"));
    }
}
