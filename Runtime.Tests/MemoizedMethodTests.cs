namespace Memo.Runtime.Tests;

public sealed class MemoizedMethodTests : WorkbenchTests
{
    [Test]
    public void A_second_run_of_the_program_gets_the_result_of_the_first()
    {
        Assert.That(Invoke(Bench.Start(), "a", text => text + "!"), Is.EqualTo("a!"));
        Assert.That(Invoke(Bench.Start(), "a", Never), Is.EqualTo("a!"));
    }

    [Test]
    public void Null_is_an_argument_and_a_result()
    {
        Assert.That(Invoke(Bench.Start(), null, _ => null), Is.Null);
        Assert.That(Invoke(Bench.Start(), null, Never), Is.Null);
        Assert.That(Invoke(Bench.Start(), "", _ => "empty"), Is.EqualTo("empty"));
    }

    [Test]
    public void Two_methods_do_not_share_results()
    {
        var session = Bench.Start();
        new MemoizedMethod<string?>(Manifests.Of("A.F"), session).Invoke(new TextCall("x", _ => "of A"));
        Assert.That(new MemoizedMethod<string?>(Manifests.Of("B.F"), session).Invoke(new TextCall("x", _ => "of B")), Is.EqualTo("of B"));
    }

    [Test]
    public void Code_that_changed_runs_and_code_that_changed_back_does_not()
    {
        Assert.That(Invoke(Bench.Start(), "a", _ => "old", Manifests.Of(closure: "c1")), Is.EqualTo("old"));
        Assert.That(Invoke(Bench.Start(), "a", _ => "new", Manifests.Of(closure: "c2")), Is.EqualTo("new"));
        Assert.That(Invoke(Bench.Start(), "a", Never, Manifests.Of(closure: "c1")), Is.EqualTo("old"));
    }

    [Test]
    public void Another_version_or_result_type_is_another_call()
    {
        Invoke(Bench.Start(), "a", _ => "old");
        Assert.That(Invoke(Bench.Start(), "a", _ => "new", Manifests.Of(version: "2")), Is.EqualTo("new"));
        Assert.That(Invoke(Bench.Start(), "a", _ => "newer", Manifests.Of(contract: "r1")), Is.EqualTo("newer"));
    }

    [Test]
    public void A_miss_returns_what_a_hit_would_return_and_not_what_the_method_still_holds()
    {
        var held = new List<int> { 1 };
        var method = new MemoizedMethod<List<int>?[]?>(Manifests.Of(), Bench.Start());
        var first = method.Invoke(new ListCall(null, _ => [held]))!;
        Assert.That(first[0], Is.EqualTo(held).And.Not.SameAs(held));
        first[0]!.Add(2);
        var second = method.Invoke(new ListCall(null, _ => throw new InvalidOperationException("ran")))!;
        Assert.That(second[0], Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void A_result_that_shares_an_object_is_returned_as_it_is_and_not_stored()
    {
        var shared = new List<int> { 1 };
        var result = new MemoizedMethod<List<int>?[]?>(Manifests.Of(), Bench.Start()).Invoke(new ListCall(null, _ => [shared, shared]))!;
        Assert.Multiple(() =>
        {
            Assert.That(result[0], Is.SameAs(result[1]));
            Assert.That(Bench.Entries, Is.Empty);
            Assert.That(Bench.LastLine, Does.EndWith("not stored: the result does not survive storing"));
        });
    }

    [Test]
    public void That_a_result_cannot_be_stored_is_said_once_for_each_method_whatever_is_logged()
    {
        var shared = new List<int> { 1 };
        var method = new MemoizedMethod<List<int>?[]?>(Manifests.Of(), Bench.Start(MemoizerLog.None));
        for (var i = 0; i < 3; i++) method.Invoke(new ListCall([i], _ => [shared, shared]));
        Assert.That(Bench.Lines, Is.EqualTo(new[] { "memo: warning: Pipeline.Clean is not remembered: the result does not survive storing." }));
    }

    [Test]
    public void A_call_that_changes_its_argument_is_not_stored()
    {
        var method = new MemoizedMethod<List<int>?[]?>(Manifests.Of(), Bench.Start());
        var numbers = new List<int> { 1 };
        method.Invoke(new ListCall(numbers, list => { list!.Add(2); return [[1]]; }));
        Assert.Multiple(() =>
        {
            Assert.That(Bench.Entries, Is.Empty);
            Assert.That(Bench.LastLine, Does.EndWith("not stored: an argument changed during the call"));
        });
    }

    [Test]
    public void An_exception_reaches_the_caller_and_is_not_remembered()
    {
        var session = Bench.Start();
        var thrown = new InvalidDataException("bad");
        Assert.That(Assert.Throws<InvalidDataException>(() => Invoke(session, "a", _ => throw thrown)), Is.SameAs(thrown));
        Assert.That(Bench.LastLine, Does.EndWith("not stored: it threw InvalidDataException"));
        Assert.That(Bench.Entries, Is.Empty);
        Assert.That(Invoke(session, "a", _ => "well"), Is.EqualTo("well"));
    }

    [Test]
    public void A_call_that_is_cancelled_already_runs_the_method()
    {
        var session = Bench.Start();
        Invoke(session, "a", _ => "stored");
        var method = new MemoizedMethod<string?>(Manifests.Of(), session);
        Assert.Throws<OperationCanceledException>(() => method.Invoke(new TextCall("a", _ => throw new OperationCanceledException(), cancelled: true)));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(\"a\") the call is cancelled already"));
    }

    [Test]
    public void A_method_with_a_finding_runs_each_time()
    {
        var manifest = Manifests.Of(findings: ["MEMO104: reads the clock through Now → DateTime.UtcNow"]);
        var session = Bench.Start();
        Assert.That(Invoke(session, "a", _ => "1", manifest), Is.EqualTo("1"));
        Assert.That(Invoke(session, "a", _ => "2", manifest), Is.EqualTo("2"));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Clean(\"a\") MEMO104: reads the clock through Now → DateTime.UtcNow"));
        Assert.That(Directory.Exists(Bench.Store), Is.False);
    }

    [Test]
    public void An_argument_that_cannot_be_keyed_makes_the_call_run()
    {
        var method = new MemoizedMethod<int>(Manifests.Of(name: "Pipeline.Sum"), Bench.Start());
        Assert.That(method.Invoke(new LazyCall(() => 3)), Is.EqualTo(3));
        Assert.That(method.Invoke(new LazyCall(() => 4)), Is.EqualTo(4));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Sum(…) argument 'xs' is a lazy sequence"));
    }

    [Test]
    public void An_argument_that_throws_when_it_is_read_makes_the_call_run()
    {
        var method = new MemoizedMethod<int>(Manifests.Of(name: "Pipeline.Sum"), Bench.Start());
        Assert.That(method.Invoke(new LazyCall(() => 3, new InvalidOperationException("changed while it was enumerated"))), Is.EqualTo(3));
        Assert.That(Bench.LastLine, Is.EqualTo("memo: bypass Pipeline.Sum(…) argument 'xs' cannot be read (InvalidOperationException)"));
    }

    [Test]
    public void Mode_off_runs_everything_and_touches_nothing()
    {
        Invoke(Bench.Start(), "a", _ => "stored");
        var off = Bench.Start(mode: MemoizerMode.Off);
        var said = Bench.Lines.Length;
        Assert.That(Invoke(off, "a", _ => "run"), Is.EqualTo("run"));
        Assert.That(Bench.Lines, Has.Length.EqualTo(said));
    }

    [Test]
    public void Recursion_is_answered_for_each_argument()
    {
        var runs = 0;
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        string? Fibonacci(string? text)
        {
            Interlocked.Increment(ref runs);
            var n = int.Parse(text!, System.Globalization.CultureInfo.InvariantCulture);
            return n < 2 ? text : (Number(n - 1) + Number(n - 2)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        int Number(int n) => int.Parse(
            method.Invoke(new TextCall(n.ToString(System.Globalization.CultureInfo.InvariantCulture), Fibonacci))!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(Number(20), Is.EqualTo(6765));
        Assert.That(runs, Is.EqualTo(21));
    }

    [Test]
    public void Parallel_calls_all_get_the_right_result()
    {
        var method = new MemoizedMethod<string?>(Manifests.Of(), Bench.Start());
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var text = $"{i % 10}";
            if (method.Invoke(new TextCall(text, x => x + "!")) != text + "!") throw new AssertionException(text);
        });
        Assert.That(Bench.Entries, Has.Length.EqualTo(10));
        Assert.That(Bench.Warnings, Is.Empty);
        Assert.That(Directory.GetFiles(Bench.Store, "*.tmp", SearchOption.AllDirectories), Is.Empty);
        for (var i = 0; i < 10; i++) Assert.That(Invoke(Bench.Start(), $"{i}", Never), Is.EqualTo($"{i}!"));
    }

    private static string? Invoke(MemoizerSession session, string? text, Func<string?, string?> compute, MethodManifest? manifest = null) =>
        new MemoizedMethod<string?>(manifest ?? Manifests.Of(), session).Invoke(new TextCall(text, compute));

    private static string? Never(string? text) => throw new InvalidOperationException("the method ran");
}
