using Memo.Dependencies;

namespace Memo.Runtime.Tests.Tracked;

/// <summary>What is read within inner calls, tasks and threads belongs to every memoized call around it, and to no other.</summary>
public sealed class TrackedNestingTests : TrackedTests
{
    private readonly List<string> _ran = [];

    private static IEnumerable<TestCaseData> Ways =>
    [
        Way("Parallel.For", read => Parallel.For(0, 1, _ => read())),
        Way("Parallel query", read => _ = Enumerable.Range(0, 4).AsParallel().AsOrdered().Select(_ => read()).ToArray()),
        Way("Task.Run", read => Task.Run(read).Wait()),
        Way("Task.Run in another", read => Task.Run(() => Task.Run(read)).Wait()),
        Way("Continuation", read => Task.CompletedTask.ContinueWith(_ => read(), TaskScheduler.Default).Wait()),
        Way("Thread", read =>
        {
            var thread = new Thread(() => read());
            thread.Start();
            thread.Join();
        }),
        Way("Lazy value", read => _ = new Lazy<string>(read).Value),
        Way("Lazy sequence", read => _ = Enumerable.Range(0, 1).Select(_ => read()).Single()),
        Way("Await", read => AwaitAsync(read).Wait()),
        Way("Disposal", read => { using var _ = new Disposing(read); }),
        Way("Handler of an exception", read =>
        {
            try
            {
                throw new FormatException();
            }
            catch (FormatException)
            {
                read();
            }
        }),
    ];

    [TestCaseSource(nameof(Ways))]
    public void However_the_method_comes_to_read_it_counts(Action<Func<string>> way)
    {
        var path = Bench.Write("a.txt", "one");
        string Body()
        {
            var text = "";
            way(() => text = TrackedFile.ReadAllText(path));
            return text;
        }
        AssertRemembered(Body, "one");
        Bench.Write("a.txt", "two");
        AssertRerun(Body, "two", $"file {path}");
    }

    [Test]
    public void What_an_inner_call_read_belongs_to_the_outer_one_whether_it_ran_or_not()
    {
        var path = Bench.Write("a.txt", "one");
        Assert.That(Inner(path), Is.EqualTo("one"));
        Assert.That(Outer(path), Is.EqualTo("<one>"));
        Assert.That(Outer(path), Is.EqualTo("<one>"));
        Assert.That(_ran, Is.EqualTo(["Inner", "Outer"]), "the inner call is a hit");
        Bench.Write("a.txt", "two");
        Assert.That(Outer(path), Is.EqualTo("<two>"));
        Assert.That(_ran, Is.EqualTo(["Inner", "Outer", "Outer", "Inner"]));
        Assert.That(Bench.LastLine, Does.EndWith($"dependency changed: file {path}"));
        Bench.Write("a.txt", "one");
        Assert.That(Outer(path), Is.EqualTo("<one>"));
        Assert.That(_ran, Has.Count.EqualTo(4));
    }

    [Test]
    public void What_is_read_after_an_inner_call_belongs_to_the_outer_one_alone()
    {
        var (first, second) = (Bench.Write("a.txt", "one"), Bench.Write("b.txt", "two"));
        string? Both() => Run(() => Inner(first) + TrackedFile.ReadAllText(second));
        Assert.That(Both(), Is.EqualTo("onetwo"));
        Bench.Write("b.txt", "2");
        _ran.Clear();
        Assert.That(Both(), Is.EqualTo("one2"));
        Assert.That(_ran, Is.Empty, "the inner call does not depend on it");
    }

    [Test]
    public void An_inner_call_that_throws_leaves_what_it_read_to_the_outer_one()
    {
        var path = Bench.Write("a.txt", "no number");
        string Body()
        {
            try
            {
                return Inner(path, static text => $"{int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)}")!;
            }
            catch (FormatException)
            {
                return "none";
            }
        }
        AssertRemembered(Body, "none");
        Bench.Write("a.txt", "7");
        AssertRerun(Body, "7", $"file {path}");
    }

    [Test]
    public void An_inner_call_that_is_bypassed_keeps_every_outer_one_from_being_stored()
    {
        var path = Bench.Write("a.txt", "one");
        AssertNotStored(
            () => new MemoizedMethod<string?>(Manifests.Of("Inner", findings: ["MEMO104: reads the clock"]), Bench.Start()).Invoke(new TextCall("y", _ => TrackedFile.ReadAllText(path))),
            "one", "inner call Inner was bypassed");
    }

    [Test]
    public void What_an_inner_call_cannot_tell_keeps_every_outer_one_from_being_stored() => AssertNotStored(
        () => Inner(Bench.Root, static text => text, static path =>
        {
            try
            {
                return TrackedFile.ReadAllText(path);
            }
            catch (UnauthorizedAccessException)
            {
                return "no";
            }
        }),
        "no", $"file {Bench.Root} is a directory");

    [Test]
    public async Task Calls_at_the_same_time_do_not_mix()
    {
        Bench.Write("a.txt", "one");
        Bench.Write("b.txt", "one");
        Task<string?> Call(string name) => new MemoizedMethod<string?>(Manifests.Of("Read"), Bench.Start()).InvokeAsync(new AsyncTextCall(name, async text =>
        {
            await Task.Yield();
            var first = await TrackedFile.ReadAllTextAsync(Bench.PathOf(text!));
            await Task.Yield();
            return first + await TrackedFile.ReadAllTextAsync(Bench.PathOf(text!));
        }));
        await Task.WhenAll(Call("a.txt"), Call("b.txt"));
        Bench.Write("a.txt", "two");
        Assert.That(await Call("b.txt"), Is.EqualTo("oneone"));
        Assert.That(Bench.LastLine, Does.StartWith("memo: hit "));
        Assert.That(await Call("a.txt"), Is.EqualTo("twotwo"));
    }

    [Test]
    public void Reads_of_many_files_in_parallel_are_all_recorded()
    {
        for (var i = 0; i < 50; i++) Bench.Write($"{i}.txt", "one");
        string Body()
        {
            var texts = new string[50];
            Parallel.For(0, 50, i => texts[i] = TrackedFile.ReadAllText(Bench.PathOf($"{i}.txt")));
            return string.Concat(texts);
        }
        var all = string.Concat(Enumerable.Repeat("one", 50));
        AssertRemembered(Body, all);
        foreach (var i in (int[])[0, 17, 49])
        {
            Bench.Write($"{i}.txt", "two");
            TakeRuns();
            Assert.That(Run(Body), Is.EqualTo(Body()));
            Assert.That(TakeRuns(), Is.EqualTo(1));
            Bench.Write($"{i}.txt", "one");
            AssertHit(Body, all);
        }
    }

    [Test]
    public async Task A_task_that_outlives_the_call_is_no_part_of_it()
    {
        var path = Bench.Write("a.txt", "one");
        var gate = new TaskCompletionSource();
        Task<string> left = null!;
        Run(() =>
        {
            left = Task.Run(async () =>
            {
                await gate.Task;
                return await TrackedFile.ReadAllTextAsync(path);
            });
            return "";
        });
        gate.SetResult();
        Assert.That(await left, Is.EqualTo("one"));
        Bench.Write("a.txt", "two");
        AssertHit(() => "ran", "");
    }

    [Test]
    public void A_method_that_gives_no_task_keeps_the_outer_call_from_being_stored()
    {
        var path = Bench.Write("a.txt", "one");
        AssertNotStored(
            () =>
            {
                string text = null!;
                var task = new MemoizedMethod<string?>(Manifests.Of("Inner"), Bench.Start()).InvokeAsync(new AsyncTextCall("y", _ =>
                {
                    text = TrackedFile.ReadAllText(path);
                    return null!;
                }));
                return task is null ? text : "a task";
            }, "one", "inner call Inner returned no task");
    }

    [Test]
    public void What_a_getter_reads_to_tell_its_state_belongs_to_nobody()
    {
        var path = Bench.Write("a.txt", "one");
        var reader = DependencyReader.Static("Settings.Text", "App", "", key => key.Write(TrackedFile.ReadAllText(path)));
        string? Call() => Run(() => new MemoizedMethod<string?>(Manifests.Of("Inner", readers: [reader]), Bench.Start()).Invoke(new DeclaringCall("y", set => set.Read(reader), () => "")));
        Call();
        Assert.That(Bench.Entries.Select(File.ReadAllText), Has.All.Not.Contain("a.txt"));
    }

    [Test]
    public void Outside_of_memoized_calls_nothing_is_kept()
    {
        var path = Bench.Write("a.txt", "one");
        Assert.That(TraceFrame.Current, Is.Null);
        Assert.That(TrackedFile.OpenRead(path), Is.TypeOf<FileStream>().And.Property("Length").EqualTo(3));
        Run(() => "");
        Assert.That(TraceFrame.Current, Is.Null);
    }

    private string? Outer(string path) => new MemoizedMethod<string?>(Manifests.Of("Outer"), Bench.Start()).Invoke(new TextCall("x", _ =>
    {
        _ran.Add("Outer");
        return $"<{Inner(path)}>";
    }));

    private string? Inner(string path, Func<string, string>? then = null, Func<string, string>? read = null) =>
        new MemoizedMethod<string?>(Manifests.Of("Inner"), Bench.Start()).Invoke(new TextCall("y", _ =>
        {
            _ran.Add("Inner");
            return (then ?? (static text => text))((read ?? TrackedFile.ReadAllText)(path));
        }));

    private static async Task AwaitAsync(Func<string> read)
    {
        await Task.Yield();
        read();
    }

    private static TestCaseData Way(string name, Action<Func<string>> way) => new TestCaseData(way).SetArgDisplayNames(name);

    private sealed class Disposing(Func<string> read) : IDisposable
    {
        public void Dispose() => read();
    }
}
