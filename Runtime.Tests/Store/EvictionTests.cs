using Memo.Keys;
using Memo.Store;

namespace Memo.Runtime.Tests.Store;

/// <summary>A store that is too large loses what was not used for longest, and nothing else.</summary>
public sealed class EvictionTests : WorkbenchTests
{
    private string Folder => Path.Combine(Bench.Store, "v1");

    private StoreCleaner Cleaner(long limit) => new(Folder, limit, Bench.Clock, static work => work());

    private string? Invoke(string text, Func<string?, string?> compute, MemoizerMode mode = MemoizerMode.On, long maxSize = 1L << 30) =>
        new MemoizedMethod<string?>(Manifests.Of(), Bench.Start(mode: mode, maxSize: maxSize)).Invoke(new TextCall(text, compute));

    private static string? Never(string? text) => throw new InvalidOperationException("ran");

    private long Size => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    // Entries of ten calls, each last used an hour later than the one before.
    private void Fill()
    {
        for (var i = 0; i < 10; i++)
        {
            var before = Bench.Entries;
            Invoke("call " + i, _ => new string('x', 1000));
            File.SetLastWriteTimeUtc(Bench.Entries.Except(before).Single(), Bench.Clock.GetUtcNow().UtcDateTime);
            Bench.Clock.Advance(TimeSpan.FromHours(2));
        }
    }

    [Test]
    public void What_was_not_used_for_longest_goes_first()
    {
        Fill();
        Invoke("call 0", Never);
        Assert.That(Cleaner(Size / 2).Clean(), Is.True);
        Assert.Multiple(() =>
        {
            Assert.That(Bench.Entries, Has.Length.InRange(2, 5));
            Assert.That(Invoke("call 0", Never), Is.Not.Null, "it was used since");
            Assert.That(Invoke("call 9", Never), Is.Not.Null);
            Assert.That(Invoke("call 1", _ => "computed"), Is.EqualTo("computed"));
        });
    }

    [Test]
    public void A_miss_says_that_its_entry_was_evicted_and_others_do_not()
    {
        Fill();
        Cleaner(Size / 2).Clean();
        Invoke("call 0", _ => "computed");
        Assert.That(Bench.LastLine, Does.EndWith("ms: evicted"));
        Invoke("call 10", _ => "computed");
        Assert.That(Bench.LastLine, Does.EndWith("ms: first call with these arguments"));
        Invoke("call 0", Never);
    }

    [Test]
    public void Only_what_was_evicted_last_is_known()
    {
        Directory.CreateDirectory(Folder);
        var evicted = new EvictedCalls(Folder);
        var calls = Enumerable.Range(0, 5000).Select(static i => new CallAddress("m", default, Hash256.OfText($"{i}"))).ToList();
        foreach (var part in calls.Chunk(1000)) evicted.Add(part.Select(static (call, i) => i % 2 == 0 ? call.FileName(null) : call.FileName(call.Key)).Append("code-1.json"));
        Assert.That(calls.Where(evicted.Contains), Is.EqualTo(calls[^4096..]));
    }

    [Test]
    public void A_store_within_its_bound_loses_nothing()
    {
        Fill();
        Cleaner(Size).Clean();
        Assert.That(Bench.Entries, Has.Length.EqualTo(10));
    }

    [Test]
    public void Folders_that_are_empty_go_too()
    {
        Fill();
        Cleaner(1).Clean();
        Assert.That(Directory.GetDirectories(Folder), Is.Empty);
        Assert.That(Invoke("call 1", _ => "computed"), Is.EqualTo("computed"));
        Assert.That(Invoke("call 1", Never), Is.EqualTo("computed"));
    }

    [TestCase("tmp")]
    [TestCase("lock")]
    public void What_killed_processes_left_goes_after_an_hour(string extension)
    {
        Invoke("a", _ => "stored");
        var (old, young) = ($"{Bench.SingleEntry}.0.{extension}", $"{Bench.SingleEntry}.1.{extension}");
        foreach (var file in new[] { old, young }) File.WriteAllText(file, "");
        File.SetLastWriteTimeUtc(old, Bench.Clock.GetUtcNow().UtcDateTime.AddMinutes(-61));
        File.SetLastWriteTimeUtc(young, Bench.Clock.GetUtcNow().UtcDateTime.AddMinutes(-59));
        Cleaner(1L << 30).Clean();
        Assert.That((File.Exists(old), File.Exists(young)), Is.EqualTo((false, true)));
    }

    [Test]
    public void Files_from_the_future_do_not_stop_it()
    {
        Fill();
        foreach (var entry in Bench.Entries) File.SetLastWriteTimeUtc(entry, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Cleaner(1).Clean();
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void One_cleans_at_a_time()
    {
        Fill();
        using (new FileStream(Path.Combine(Folder, "clean.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.That(Cleaner(1).Clean(), Is.False);
            Assert.That(Bench.Entries, Has.Length.EqualTo(10));
        }
        Assert.That(Cleaner(1).Clean(), Is.True);
    }

    [Test]
    public void A_store_that_is_gone_is_not_made()
    {
        Assert.That(Cleaner(1).Clean(), Is.False);
        Assert.That(Directory.Exists(Bench.Store), Is.False);
    }

    [Test]
    public void A_process_that_writes_much_cleans()
    {
        var session = Bench.Start(MemoizerLog.None, maxSize: 200_000);
        var method = new MemoizedMethod<string?>(Manifests.Of(), session);
        for (var i = 0; i < 2_000; i++) method.Invoke(new TextCall("call " + i, _ => new string('x', 1000)));
        Assert.That(Size, Is.LessThan(220_000));
    }

    [Test]
    public void Used_entries_are_touched_but_not_each_time()
    {
        Invoke("a", _ => "stored");
        var entry = Bench.SingleEntry;
        var written = Bench.Clock.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(entry, written);
        Bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Invoke("a", Never);
        Assert.That(File.GetLastWriteTimeUtc(entry), Is.EqualTo(written));
        Bench.Clock.Advance(TimeSpan.FromMinutes(2));
        Invoke("a", Never, MemoizerMode.ReadOnly);
        Assert.That(File.GetLastWriteTimeUtc(entry), Is.EqualTo(written));
        Invoke("a", Never);
        Assert.That(File.GetLastWriteTimeUtc(entry), Is.EqualTo(written.AddMinutes(61)));
    }
}
