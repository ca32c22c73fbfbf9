namespace Memo.Runtime.Tests.Dependencies;

public sealed class NestedCallTests : WorkbenchTests
{
    private readonly List<string> _ran = [];

    [Test]
    public void The_inner_calls_file_makes_the_outer_call_run_and_nothing_else_does()
    {
        Bench.Write("a.csv", "one");
        Assert.That(Outer(Bench.Start()), Is.EqualTo("<one>"));
        Assert.That(Outer(Bench.Start()), Is.EqualTo("<one>"));
        Assert.That(_ran, Is.EqualTo(new[] { "Outer", "Inner" }));
        Bench.Write("a.csv", "two");
        Assert.That(Outer(Bench.Start()), Is.EqualTo("<two>"));
        Assert.That(_ran, Is.EqualTo(new[] { "Outer", "Inner", "Outer", "Inner" }));
        Assert.That(Bench.LastLine, Is.EqualTo($"memo: miss   Outer(\"x\") 0.0 ms: dependency changed: file {Bench.PathOf("a.csv")}"));
    }

    [Test]
    public void Both_states_of_the_file_stay_known()
    {
        Bench.Write("a.csv", "one");
        Outer(Bench.Start());
        Bench.Write("a.csv", "two");
        Outer(Bench.Start());
        _ran.Clear();
        Bench.Write("a.csv", "one");
        Assert.That(Outer(Bench.Start()), Is.EqualTo("<one>"));
        Bench.Write("a.csv", "two");
        Assert.That(Outer(Bench.Start()), Is.EqualTo("<two>"));
        Assert.That(_ran, Is.Empty);
    }

    [Test]
    public void An_inner_call_that_is_answered_from_the_store_counts_for_the_outer_one_too()
    {
        Bench.Write("a.csv", "one");
        Inner(Bench.Start());
        Outer(Bench.Start());
        Assert.That(_ran, Is.EqualTo(new[] { "Inner", "Outer" }));
        Bench.Write("a.csv", "two");
        Assert.That(Outer(Bench.Start()), Is.EqualTo("<two>"));
    }

    [Test]
    public void What_the_innermost_call_depends_on_reaches_the_outermost()
    {
        Bench.Write("a.csv", "one");
        string? Outermost(MemoizerSession session) => new MemoizedMethod<string?>(Manifests.Of("Outermost"), session)
            .Invoke(new TextCall("y", _ => $"[{Outer(session)}]"));
        Assert.That(Outermost(Bench.Start()), Is.EqualTo("[<one>]"));
        Bench.Write("a.csv", "two");
        // The middle call is a hit again, and passes on what it depends on all the same.
        Outer(Bench.Start());
        Assert.That(Outermost(Bench.Start()), Is.EqualTo("[<two>]"));
        Bench.Write("a.csv", "three");
        Assert.That(Outermost(Bench.Start()), Is.EqualTo("[<three>]"));
    }

    [Test]
    public void A_relative_path_of_an_inner_call_means_the_file_in_the_current_directory()
    {
        Bench.Write("a.csv", "outside");
        Directory.CreateDirectory(Bench.PathOf("inside"));
        Bench.Write("inside/a.csv", "inside");
        var directory = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(Bench.Root);
            Assert.That(Outer(Bench.Start(), "a.csv"), Is.EqualTo("<outside>"));
            Directory.SetCurrentDirectory(Bench.PathOf("inside"));
            Assert.That(Outer(Bench.Start(), "a.csv"), Is.EqualTo("<inside>"));
        }
        finally
        {
            Directory.SetCurrentDirectory(directory);
        }
    }

    [Test]
    public void An_inner_bypass_keeps_the_outer_result_from_being_stored()
    {
        var session = Bench.Start();
        var inner = new MemoizedMethod<string?>(Manifests.Of("Clock.Now", findings: ["MEMO104: reads the clock"]), session);
        var outer = new MemoizedMethod<string?>(Manifests.Of("Outer"), session);
        Assert.That(outer.Invoke(new TextCall("x", _ => inner.Invoke(new TextCall("", _ => "1")))), Is.EqualTo("1"));
        Assert.That(Bench.LastLine, Does.EndWith(": not stored: inner call Clock.Now was bypassed"));
        Assert.That(outer.Invoke(new TextCall("x", _ => inner.Invoke(new TextCall("", _ => "2")))), Is.EqualTo("2"));
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void An_inner_bypass_keeps_every_outer_result_from_being_stored()
    {
        var session = Bench.Start();
        var inner = new MemoizedMethod<string?>(Manifests.Of("Inner"), session);
        var middle = new MemoizedMethod<string?>(Manifests.Of("Middle"), session);
        var outer = new MemoizedMethod<string?>(Manifests.Of("Outer"), session);
        string? Call() => outer.Invoke(new TextCall("x", _ => middle.Invoke(new TextCall("y",
            _ => inner.Invoke(new TextCall(Bench.Root, _ => "z", dependsOnFile: true))))));
        Assert.That(Call(), Is.EqualTo("z"));
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void An_inner_call_whose_file_changes_meanwhile_keeps_the_outer_result_from_being_stored()
    {
        Bench.Write("a.csv", "one");
        var session = Bench.Start();
        var inner = new MemoizedMethod<string?>(Manifests.Of("Inner"), session);
        var outer = new MemoizedMethod<string?>(Manifests.Of("Outer"), session);
        outer.Invoke(new TextCall("x", _ => inner.Invoke(new TextCall(Bench.PathOf("a.csv"), path => Bench.Write("a.csv", "two"), dependsOnFile: true))));
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void Inner_calls_that_saw_two_states_of_a_file_keep_the_outer_result_from_being_stored()
    {
        Bench.Write("a.csv", "one");
        var session = Bench.Start();
        var result = new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall("x", _ =>
        {
            var first = Inner(session);
            Bench.Write("a.csv", "two");
            return first + Inner(session);
        }));
        Assert.That(result, Is.EqualTo("onetwo"));
        Assert.That(Bench.LastLine, Does.EndWith($": not stored: dependency file {Bench.PathOf("a.csv")} changed during the call"));
        Assert.That(Bench.Entries, Has.Length.EqualTo(2));
    }

    [Test]
    public void An_inner_call_that_throws_counts_for_an_outer_one_that_goes_on()
    {
        string? Outer(string name) => new MemoizedMethod<string?>(Manifests.Of("Outer"), Bench.Start()).Invoke(new TextCall("x", _ =>
        {
            try
            {
                return new MemoizedMethod<string?>(Manifests.Of("Inner"), Bench.Start())
                    .Invoke(new TextCall(Bench.PathOf(name), path => File.ReadAllText(path!), dependsOnFile: true));
            }
            catch (FileNotFoundException)
            {
                return "none";
            }
        }));
        Assert.That(Outer("a.csv"), Is.EqualTo("none"));
        Assert.That(Outer("a.csv"), Is.EqualTo("none"));
        Assert.That(Bench.LastLine, Does.StartWith("memo: hit    Outer("));
        Bench.Write("a.csv", "one");
        Assert.That(Outer("a.csv"), Is.EqualTo("one"));
    }

    [Test]
    public void An_inner_call_after_one_that_threw_counts_too()
    {
        Bench.Write("a.csv", "one");
        string? Outer()
        {
            var session = Bench.Start();
            return new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall("x", _ =>
            {
                Assert.Throws<FormatException>(() => new MemoizedMethod<string?>(Manifests.Of("Throws"), session).Invoke(new TextCall("y", _ => throw new FormatException())));
                return Inner(session);
            }));
        }
        Assert.That(Outer(), Is.EqualTo("one"));
        Bench.Write("a.csv", "two");
        Assert.That(Outer(), Is.EqualTo("two"));
    }

    [Test]
    public void An_inner_call_that_saw_another_state_of_the_outer_calls_own_file_keeps_the_outer_result_from_being_stored()
    {
        var path = Bench.Write("a.csv", "one");
        var session = Bench.Start();
        var result = new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall(path, _ =>
        {
            Bench.Write("a.csv", "two");
            var inner = Inner(session);
            Bench.Write("a.csv", "one");
            return inner;
        }, dependsOnFile: true));
        Assert.That(result, Is.EqualTo("two"));
        Assert.That(Bench.LastLine, Does.EndWith($": not stored: dependency file {path} changed during the call"));
    }

    [Test]
    public void Inner_calls_on_other_threads_count_too()
    {
        for (var i = 0; i < 20; i++) Bench.Write($"{i}.csv", "one");
        string? Outer(MemoizerSession session)
        {
            var inner = new MemoizedMethod<string?>(Manifests.Of("Inner"), session);
            return new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall("x", _ =>
            {
                var texts = new string?[20];
                Parallel.For(0, 20, i => texts[i] = inner.Invoke(new TextCall(Bench.PathOf($"{i}.csv"), path => File.ReadAllText(path!), dependsOnFile: true)));
                return string.Concat(texts);
            }));
        }
        Outer(Bench.Start());
        Bench.Write("17.csv", "two");
        Assert.That(Outer(Bench.Start()), Does.Contain("two"));
        Outer(Bench.Start());
        Assert.That(Bench.LastLine, Does.StartWith("memo: hit    Outer("));
    }

    [Test]
    public async Task Inner_calls_across_awaits_count_and_do_not_mix_with_those_of_a_call_at_the_same_time()
    {
        Bench.Write("a.csv", "one");
        Bench.Write("b.csv", "one");
        Task<string?> Outer(MemoizerSession session, string name)
        {
            var inner = new MemoizedMethod<string?>(Manifests.Of("Inner"), session);
            return new MemoizedMethod<string?>(Manifests.Of("Outer"), session).InvokeAsync(new AsyncTextCall(name, async text =>
            {
                await Task.Yield();
                var first = await inner.InvokeAsync(new AsyncTextCall(Bench.PathOf(text!), path => File.ReadAllTextAsync(path!)!, dependsOnFile: true));
                await Task.Yield();
                return first;
            }));
        }
        var session = Bench.Start();
        await Task.WhenAll(Outer(session, "a.csv"), Outer(session, "b.csv"));
        Bench.Write("a.csv", "two");
        Assert.That(await Outer(Bench.Start(), "b.csv"), Is.EqualTo("one"));
        Assert.That(Bench.LastLine, Does.StartWith("memo: hit    Outer("));
        Assert.That(await Outer(Bench.Start(), "a.csv"), Is.EqualTo("two"));
    }

    [Test]
    public async Task An_inner_call_that_goes_on_after_the_outer_one_is_no_part_of_it()
    {
        Bench.Write("a.csv", "one");
        var session = Bench.Start();
        var gate = new TaskCompletionSource();
        Task<string?> left = null!;
        new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall("x", text =>
        {
            left = new MemoizedMethod<string?>(Manifests.Of("Inner"), session).InvokeAsync(new AsyncTextCall(Bench.PathOf("a.csv"), async path =>
            {
                await gate.Task;
                return await File.ReadAllTextAsync(path!);
            }, dependsOnFile: true));
            return text;
        }));
        gate.SetResult();
        Assert.That(await left, Is.EqualTo("one"));
        Bench.Write("a.csv", "two");
        Assert.That(new MemoizedMethod<string?>(Manifests.Of("Outer"), Bench.Start()).Invoke(new TextCall("x", _ => "ran")), Is.EqualTo("x"));
    }

    [Test]
    public void At_most_sixteen_variants_are_tried()
    {
        for (var i = 0; i < 20; i++)
        {
            Bench.Write("a.csv", $"{i}");
            Outer(Bench.Start());
        }
        _ran.Clear();
        for (var i = 0; i < 20; i++)
        {
            Bench.Write("a.csv", $"{i}");
            Assert.That(Outer(Bench.Start()), Is.EqualTo($"<{i}>"));
        }
        Assert.That(_ran.Count(name => name == "Outer"), Is.GreaterThanOrEqualTo(4));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void The_age_of_an_inner_result_bounds_the_age_of_the_outer_one(bool storedBefore)
    {
        var hour = TimeSpan.FromHours(1);
        var value = "old";
        string? Outer()
        {
            var session = Bench.Start();
            var inner = new MemoizedMethod<string?>(Manifests.Of("Inner", expires: "01:00:00"), session);
            return new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall("x", _ => inner.Invoke(new TextCall("y", _ => value))));
        }
        if (storedBefore)
        {
            new MemoizedMethod<string?>(Manifests.Of("Inner", expires: "01:00:00"), Bench.Start()).Invoke(new TextCall("y", _ => value));
            Bench.Clock.Advance(hour / 2);
        }
        Assert.That(Outer(), Is.EqualTo("old"));
        value = "new";
        Bench.Clock.Advance((storedBefore ? hour / 2 : hour) - TimeSpan.FromTicks(1));
        Assert.That(Outer(), Is.EqualTo("old"));
        Bench.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.That(Outer(), Is.EqualTo("new"));
    }

    private string? Outer(MemoizerSession session, string? path = null) => new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall("x", _ =>
    {
        _ran.Add("Outer");
        return $"<{Inner(session, path)}>";
    }));

    private string? Inner(MemoizerSession session, string? path = null) => new MemoizedMethod<string?>(Manifests.Of("Inner"), session)
        .Invoke(new TextCall(path ?? Bench.PathOf("a.csv"), file =>
        {
            _ran.Add("Inner");
            return File.ReadAllText(file!);
        }, dependsOnFile: true));
}
