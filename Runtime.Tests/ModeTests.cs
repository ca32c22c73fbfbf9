namespace Memo.Runtime.Tests;

/// <summary>What the modes other than <c>on</c> do.</summary>
public sealed class ModeTests : WorkbenchTests
{
    private static string? Never(string? text) => throw new InvalidOperationException("ran");

    private string? Invoke(MemoizerMode mode, string? text, Func<string?, string?> compute) => Invoke(Bench.Start(mode: mode), text, compute);

    private static string? Invoke(MemoizerSession session, string? text, Func<string?, string?> compute, bool dependsOnFile = false) =>
        new MemoizedMethod<string?>(Manifests.Of(), session).Invoke(new TextCall(text, compute, dependsOnFile));

    private (string Path, string Content, DateTime Written)[] Files => !Directory.Exists(Bench.Store) ? []
        : [.. Directory.GetFiles(Bench.Store, "*", SearchOption.AllDirectories).Order().Select(file => (file, File.ReadAllText(file), File.GetLastWriteTimeUtc(file)))];

    [Test]
    public void Off_reads_and_writes_nothing()
    {
        Invoke(MemoizerMode.On, "a", _ => "stored");
        var before = Files;
        Assert.That(Invoke(MemoizerMode.Off, "a", _ => "computed"), Is.EqualTo("computed"));
        Assert.That(Invoke(MemoizerMode.Off, "b", _ => "computed"), Is.EqualTo("computed"));
        Assert.That(Files, Is.EqualTo(before));
    }

    [Test]
    public void A_store_that_is_only_read_answers_and_stays_as_it_is()
    {
        Invoke(MemoizerMode.On, "a", _ => "stored");
        var before = Files;
        Assert.Multiple(() =>
        {
            Assert.That(Invoke(MemoizerMode.ReadOnly, "a", Never), Is.EqualTo("stored"));
            Assert.That(Invoke(MemoizerMode.ReadOnly, "b", _ => "computed"), Is.EqualTo("computed"));
            Assert.That(Bench.LastLine, Does.EndWith("first call with these arguments"));
            Assert.That(Files, Is.EqualTo(before));
            Assert.That(Bench.Warnings, Is.Empty);
        });
    }

    [Test]
    public void A_store_that_is_only_read_need_not_be_there()
    {
        Assert.That(Invoke(MemoizerMode.ReadOnly, "a", _ => "computed"), Is.EqualTo("computed"));
        Assert.That(Directory.Exists(Bench.Store), Is.False);
        Assert.That(Bench.Warnings, Is.Empty);
    }

    [Test]
    public void A_damaged_entry_is_left_where_only_reading_is_allowed()
    {
        Invoke(MemoizerMode.On, "a", _ => "stored");
        File.WriteAllText(Bench.SingleEntry, "{}");
        var before = Files;
        Assert.That(Invoke(MemoizerMode.ReadOnly, "a", _ => "computed"), Is.EqualTo("computed"));
        Assert.That(Files, Is.EqualTo(before));
    }

    [Test]
    public void Refreshing_runs_each_call_once_in_a_process_and_replaces_what_is_stored()
    {
        Invoke(MemoizerMode.On, "a", _ => "old");
        var session = Bench.Start(mode: MemoizerMode.Refresh);
        Assert.Multiple(() =>
        {
            Assert.That(Invoke(session, "a", _ => "new"), Is.EqualTo("new"));
            Assert.That(Bench.LastLine, Does.EndWith(": refreshed"));
            Assert.That(Invoke(session, "a", Never), Is.EqualTo("new"));
            Assert.That(Invoke(session, "b", _ => "other"), Is.EqualTo("other"));
            Assert.That(Invoke(MemoizerMode.On, "a", Never), Is.EqualTo("new"));
            Assert.That(Invoke(MemoizerMode.Refresh, "a", _ => "newer"), Is.EqualTo("newer"), "in the next process");
        });
    }

    [Test]
    public void A_call_that_failed_is_not_refreshed_yet()
    {
        Invoke(MemoizerMode.On, "a", _ => "old");
        var session = Bench.Start(mode: MemoizerMode.Refresh);
        Assert.That(() => Invoke(session, "a", Never), Throws.InvalidOperationException);
        Assert.That(Invoke(session, "a", _ => "new"), Is.EqualTo("new"));
    }

    [Test]
    public void Verifying_runs_the_method_and_agrees()
    {
        Invoke(MemoizerMode.On, "a", _ => "same");
        var ran = 0;
        Assert.Multiple(() =>
        {
            Assert.That(Invoke(MemoizerMode.Verify, "a", _ => { ran++; return "same"; }), Is.EqualTo("same"));
            Assert.That(ran, Is.EqualTo(1));
            Assert.That(Bench.LastLine, Does.StartWith("memo: hit    Pipeline.Clean(\"a\") ").And.EndsWith(", saved 0.0 ms: verified"));
            Assert.That(Bench.Failures, Is.Zero);
            Assert.That(Invoke(MemoizerMode.On, "a", Never), Is.EqualTo("same"), "it stays");
        });
    }

    [Test]
    public void A_difference_is_told_and_what_was_computed_is_returned_and_nothing_is_remembered()
    {
        Invoke(MemoizerMode.On, "a", _ => "was");
        Assert.Multiple(() =>
        {
            Assert.That(Invoke(Bench.Start(MemoizerLog.None, MemoizerMode.Verify), "a", _ => "is"), Is.EqualTo("is"));
            Assert.That(Bench.LastLine, Is.EqualTo("memo: error  Pipeline.Clean(\"a\") is not what it was: result is \"was\" remembered and \"is\" computed"));
            Assert.That(Bench.Failures, Is.EqualTo(1));
            Assert.That(Bench.Entries, Is.Empty);
        });
    }

    [Test]
    public void That_a_remembered_call_throws_is_a_difference()
    {
        Invoke(MemoizerMode.On, "a", _ => "was");
        Assert.That(() => Invoke(MemoizerMode.Verify, "a", Never), Throws.InvalidOperationException);
        Assert.That(Bench.Lines, Has.Some.EqualTo("memo: error  Pipeline.Clean(\"a\") is not what it was: a result is remembered, and it threw InvalidOperationException"));
    }

    [Test]
    public async Task Asynchronous_calls_are_verified_too()
    {
        await Run(MemoizerMode.On, "was");
        Assert.That(await Run(MemoizerMode.Verify, "is"), Is.EqualTo("is"));
        Assert.That(Bench.Failures, Is.EqualTo(1));

        Task<string?> Run(MemoizerMode mode, string result) => new MemoizedMethod<string?>(Manifests.Of(), Bench.Start(mode: mode)).InvokeAsync(
            new AsyncTextCall("a", async _ => { await Task.Yield(); return result; }));
    }

    [Test]
    public void What_depends_on_a_call_that_differs_is_not_remembered()
    {
        Invoke(MemoizerMode.On, "a", _ => "was");
        var session = Bench.Start(mode: MemoizerMode.Verify);
        var outer = new MemoizedMethod<string?>(Manifests.Of("Pipeline.Outer"), session).Invoke(new TextCall("x", _ => Invoke(session, "a", _ => "is")));
        Assert.Multiple(() =>
        {
            Assert.That(outer, Is.EqualTo("is"));
            Assert.That(Bench.Entries, Is.Empty);
            Assert.That(Bench.LastLine, Does.Contain("not stored: inner call Pipeline.Clean is not what it was"));
        });
    }

    [Test]
    public void A_dependency_that_changes_meanwhile_is_no_difference()
    {
        var file = Bench.Write("a.txt", "1");
        Invoke(Bench.Start(), file, _ => "was", dependsOnFile: true);
        Assert.That(Invoke(Bench.Start(mode: MemoizerMode.Verify), file, _ => { Bench.Write("a.txt", "22"); return "is"; }, dependsOnFile: true), Is.EqualTo("is"));
        Assert.That(Bench.Failures, Is.Zero);
    }

    [TestCase(0, 0)]
    [TestCase(1, 20)]
    public void A_share_of_the_hits_is_verified(double share, int expected)
    {
        Invoke(MemoizerMode.On, "a", _ => "same");
        var ran = 0;
        for (var i = 0; i < 20; i++) Invoke(Bench.Start(verifySample: share), "a", _ => { ran++; return "same"; });
        Assert.That(ran, Is.EqualTo(expected));
    }

    [Test]
    public void A_durable_entry_is_an_entry()
    {
        Invoke(Bench.Start(durable: true), "a", _ => "stored");
        Assert.That(Invoke(MemoizerMode.On, "a", Never), Is.EqualTo("stored"));
    }
}
