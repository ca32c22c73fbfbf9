using Memo.Dependencies;
using Memo.Memory;

namespace Memo.Runtime.Tests.Memory;

/// <summary>What a process has met once is answered from memory: as long as nothing is different.</summary>
public sealed class MemoryTests : WorkbenchTests
{
    private static string? Never(string? text) => throw new InvalidOperationException("ran");

    private void ClearStore() => Directory.Delete(Bench.Store, recursive: true);

    [Test]
    public void A_second_call_in_a_process_does_not_need_the_store()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        method.Invoke(new TextCall("a", _ => "stored"));
        ClearStore();
        Assert.Multiple(() =>
        {
            Assert.That(method.Invoke(new TextCall("a", Never)), Is.EqualTo("stored"));
            Assert.That(Bench.LastLine, Does.StartWith("memo: hit    Pipeline.Clean(\"a\") "));
            Assert.That(method.Invoke(new TextCall("b", _ => "other")), Is.EqualTo("other"));
        });
    }

    [Test]
    public void So_does_a_call_after_a_hit()
    {
        new MemoizedMethod<string?>(Manifests.Of(), Bench.Start()).Invoke(new TextCall("a", _ => "stored"));
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        method.Invoke(new TextCall("a", Never));
        ClearStore();
        Assert.That(method.Invoke(new TextCall("a", Never)), Is.EqualTo("stored"));
    }

    [Test]
    public void Without_memory_each_call_asks_the_store()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start(memory: 0));
        method.Invoke(new TextCall("a", _ => "stored"));
        ClearStore();
        Assert.That(method.Invoke(new TextCall("a", _ => "computed")), Is.EqualTo("computed"));
    }

    [Test]
    public void A_result_that_can_be_changed_is_another_object_for_each_caller()
    {
        var method = new MemoizedMethod<List<int>?[]?>(Manifests.Of(), Bench.Start());
        var results = Enumerable.Range(0, 3).Select(_ => method.Invoke(new ListCall(null, _ => [[1]]))!).ToArray();
        results[0][0]!.Add(2);
        results[1][0] = null;
        Assert.That(results[2][0], Is.EqualTo(new[] { 1 }));
        Assert.That(method.Invoke(new ListCall(null, _ => throw new InvalidOperationException("ran")))![0], Is.EqualTo(new[] { 1 }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_result_that_nobody_can_change_is_shared(bool shares)
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(shares: shares), Bench.Start());
        var first = method.Invoke(new TextCall("a", _ => new string('x', 3)));
        Assert.That(ReferenceEquals(method.Invoke(new TextCall("a", Never)), first), Is.EqualTo(shares));
    }

    [Test]
    public void A_file_that_changed_is_seen()
    {
        var file = Bench.Write("a.txt", "1");
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        method.Invoke(new TextCall(file, _ => "old", dependsOnFile: true));
        ClearStore();
        Assert.That(method.Invoke(new TextCall(file, Never, dependsOnFile: true)), Is.EqualTo("old"));
        Bench.Write("a.txt", "22");
        Assert.That(method.Invoke(new TextCall(file, _ => "new", dependsOnFile: true)), Is.EqualTo("new"));
        Bench.Write("a.txt", "1");
        Assert.That(method.Invoke(new TextCall(file, Never, dependsOnFile: true)), Is.EqualTo("old"), "and seen to be as before");
    }

    [Test]
    public void So_is_a_file_of_an_inner_call()
    {
        var file = Bench.Write("a.txt", "1");
        var session = Bench.Start();
        var inner = new MemoizedMethod<string?>(Manifests.Of("Pipeline.Inner"), session);
        var outer = new MemoizedMethod<string?>(Manifests.Of("Pipeline.Outer"), session);
        Assert.That(Outer(), Is.EqualTo("1"));
        ClearStore();
        Assert.That(outer.Invoke(new TextCall("x", Never)), Is.EqualTo("1"));
        Bench.Write("a.txt", "22");
        Assert.That(Outer(), Is.EqualTo("22"));

        string? Outer() => outer.Invoke(new TextCall("x", _ => inner.Invoke(new TextCall(file, File.ReadAllText!, dependsOnFile: true))));
    }

    [Test]
    public void An_outer_call_depends_on_what_an_inner_one_read_that_came_from_memory()
    {
        var file = Bench.Write("a.txt", "1");
        var session = Bench.Start();
        var inner = new MemoizedMethod<string?>(Manifests.Of("Pipeline.Inner"), session);
        var outer = new MemoizedMethod<string?>(Manifests.Of("Pipeline.Outer"), session);
        Inner();
        Assert.That(Outer(), Is.EqualTo("1"));
        Bench.Write("a.txt", "22");
        Assert.That(Outer(), Is.EqualTo("22"));

        string? Inner() => inner.Invoke(new TextCall(file, File.ReadAllText!, dependsOnFile: true));
        string? Outer() => outer.Invoke(new TextCall("x", _ => Inner()));
    }

    [Test]
    public void The_culture_is_seen()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(culture: true), Bench.Start());
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "en-US", "de-DE", "en-US", "de-DE" })
            {
                System.Globalization.CultureInfo.CurrentCulture = new(name);
                Assert.That(method.Invoke(new TextCall("a", _ => name)), Is.EqualTo(name));
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void A_result_gets_too_old_in_memory_too()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(expires: "01:00:00"), Bench.Start());
        method.Invoke(new TextCall("a", _ => "old"));
        Assert.That(method.Invoke(new TextCall("a", Never)), Is.EqualTo("old"));
        Bench.Clock.Advance(TimeSpan.FromHours(2));
        Assert.That(method.Invoke(new TextCall("a", _ => "new")), Is.EqualTo("new"));
    }

    [Test]
    public void What_a_static_holds_is_seen()
    {
        var held = "1";
        var reader = DependencyReader.Static("C.Held", "App", "r0", key => key.Write(held));
        var method = new MemoizedMethod<string?>(Manifests.Of(readers: [reader]), Bench.Start());
        Assert.That(method.Invoke(new DeclaringCall("a", dependencies => dependencies.Read(reader), () => held)), Is.EqualTo("1"));
        held = "2";
        Assert.That(method.Invoke(new DeclaringCall("a", dependencies => dependencies.Read(reader), () => held)), Is.EqualTo("2"));
    }

    [Test]
    public void Verifying_does_not_ask_the_memory()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start(mode: MemoizerMode.Verify));
        method.Invoke(new TextCall("a", _ => "was"));
        Assert.That(method.Invoke(new TextCall("a", _ => "is")), Is.EqualTo("is"));
        Assert.That(Bench.Failures, Is.EqualTo(1));
    }

    [Test]
    public void The_memory_is_bounded_and_keeps_what_was_asked_for_lately()
    {
        var session = Bench.Start(MemoizerLog.None, memory: 64 << 10);
        var method = new MemoizedMethod<string?>(Manifests.Of(), session);
        var text = new string('x', 1000);
        method.Invoke(new TextCall("kept", _ => text));
        for (var i = 0; i < 500; i++)
        {
            method.Invoke(new TextCall("call " + i, _ => text));
            method.Invoke(new TextCall("kept", Never));
            Assert.That(session.Memory.Size, Is.LessThanOrEqualTo(32 << 10));
        }
        ClearStore();
        Assert.That(method.Invoke(new TextCall("kept", Never)), Is.EqualTo(text));
        Assert.That(method.Invoke(new TextCall("call 0", _ => "computed")), Is.EqualTo("computed"));
    }

    [Test]
    public void What_would_fill_the_memory_alone_is_not_kept()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start(memory: 10_000));
        method.Invoke(new TextCall("a", _ => new string('x', 5_000)));
        ClearStore();
        Assert.That(method.Invoke(new TextCall("a", _ => "computed")), Is.EqualTo("computed"));
    }

    [Test]
    public void Keys_are_compared_by_all_their_bytes()
    {
        var shelf = new MemoryLayer(1 << 20).AddShelf<int>();
        var entry = new MemoryEntry<int> { Entry = new() { Key = default, Created = default, Computed = default, Preview = "", Trace = [] }, Value = 1, Size = 1 };
        shelf.Keep([1, 2, 3], entry);
        Assert.Multiple(() =>
        {
            Assert.That(shelf.Find([1, 2, 3]), Is.SameAs(entry));
            Assert.That(shelf.Find([1, 2, 4]), Is.Null);
            Assert.That(shelf.Find([1, 2]), Is.Null);
            Assert.That(shelf.Find([1, 2, 3, 0]), Is.Null);
            Assert.That(shelf.Find([]), Is.Null);
        });
    }

    [Test]
    public void Long_arguments_are_remembered_too()
    {
        var text = new string('a', 5_000);
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        method.Invoke(new TextCall(text, _ => "stored"));
        ClearStore();
        Assert.That(method.Invoke(new TextCall(text, Never)), Is.EqualTo("stored"));
        Assert.That(method.Invoke(new TextCall(text + "b", _ => "computed")), Is.EqualTo("computed"));
    }

    [Test]
    public void A_call_from_memory_allocates_nothing()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(shares: true), Bench.Start(MemoizerLog.None));
        for (var i = 0; i < 1_000; i++) method.Invoke(new TextCall("a", s_computed));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) method.Invoke(new TextCall("a", s_computed));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static readonly Func<string?, string?> s_computed = static _ => "computed";

    [Test]
    public void Threads_get_what_one_of_them_computed()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(shares: true), Bench.Start(MemoizerLog.None, memory: 20_000));
        Parallel.For(0, 20_000, i =>
        {
            var text = "call " + (i % 50);
            Assert.That(method.Invoke(new TextCall(text, x => x + "!")), Is.EqualTo(text + "!"));
        });
    }
}
