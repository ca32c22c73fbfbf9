using System.Text;

namespace Memo.Runtime.Tests.Tracked;

public sealed class TrackedFileTests : TrackedTests
{
    private static IEnumerable<TestCaseData> Ways =>
    [
        Way("ReadAllText", File.ReadAllText, TrackedFile.ReadAllText),
        Way("ReadAllText with an encoding", path => File.ReadAllText(path, Encoding.Latin1), path => TrackedFile.ReadAllText(path, Encoding.Latin1)),
        Way("ReadAllBytes", path => Convert.ToHexString(File.ReadAllBytes(path)), path => Convert.ToHexString(TrackedFile.ReadAllBytes(path))),
        Way("ReadAllLines", path => Joined(File.ReadAllLines(path)), path => Joined(TrackedFile.ReadAllLines(path))),
        Way("ReadAllLines with an encoding", path => Joined(File.ReadAllLines(path, Encoding.Latin1)), path => Joined(TrackedFile.ReadAllLines(path, Encoding.Latin1))),
        Way("ReadLines", path => Joined(File.ReadLines(path)), path => Joined(TrackedFile.ReadLines(path))),
        Way("ReadLines with an encoding", path => Joined(File.ReadLines(path, Encoding.Latin1)), path => Joined(TrackedFile.ReadLines(path, Encoding.Latin1))),
        Way("ReadLines twice", path => Twice(File.ReadLines(path)), path => Twice(TrackedFile.ReadLines(path))),
        Way("ReadAllTextAsync", path => File.ReadAllTextAsync(path).Result, path => TrackedFile.ReadAllTextAsync(path).Result),
        Way("ReadAllTextAsync with an encoding", path => File.ReadAllTextAsync(path, Encoding.Latin1).Result, path => TrackedFile.ReadAllTextAsync(path, Encoding.Latin1).Result),
        Way("ReadAllBytesAsync", path => Convert.ToHexString(File.ReadAllBytesAsync(path).Result), path => Convert.ToHexString(TrackedFile.ReadAllBytesAsync(path).Result)),
        Way("ReadAllLinesAsync", path => Joined(File.ReadAllLinesAsync(path).Result), path => Joined(TrackedFile.ReadAllLinesAsync(path).Result)),
        Way("ReadLinesAsync", path => Joined(File.ReadLinesAsync(path).ToBlockingEnumerable()), path => Joined(TrackedFile.ReadLinesAsync(path).ToBlockingEnumerable())),
        Way("OpenText", path => Rest(File.OpenText(path)), path => Rest(TrackedFile.OpenText(path))),
        Way("OpenRead", path => Rest(new(File.OpenRead(path))), path => Rest(new(TrackedFile.OpenRead(path)))),
        Way("Open", path => Rest(new(File.Open(path, FileMode.Open, FileAccess.Read))), path => Rest(new(TrackedFile.Open(path, FileMode.Open, FileAccess.Read)))),
    ];

    private static readonly string[] Contents = ["", "one", "one\r\ntwo\n\nthree", "\uFEFFwith a mark", "\xE9\u20AC\U0001F600", new('a', 100_000)];

    [TestCaseSource(nameof(Ways))]
    public void It_reads_what_File_reads_and_is_remembered_with_it(Func<string, string> original, Func<string, string> tracked)
    {
        var path = Bench.PathOf("a.txt");
        foreach (var content in Contents)
        {
            File.WriteAllText(path, content);
            Assert.That(tracked(path), Is.EqualTo(original(path)), "outside of a memoized method");
            AssertRemembered(() => tracked(path), original(path));
        }
        File.WriteAllText(path, "utf-16", Encoding.Unicode);
        AssertRemembered(() => tracked(path), original(path));
    }

    [TestCaseSource(nameof(Ways))]
    public void A_change_of_the_file_makes_the_method_run_and_a_change_back_does_not(Func<string, string> original, Func<string, string> tracked)
    {
        var path = Bench.Write("a.txt", "one");
        Bench.Write("b.txt", "one");
        Run(() => tracked(path));
        Bench.Write("b.txt", "two");
        AssertHit(() => tracked(path), original(path));
        Bench.Write("a.txt", "two");
        AssertRerun(() => tracked(path), original(path), $"file {path}");
        Bench.Write("a.txt", "one");
        AssertHit(() => tracked(path), original(path));
    }

    [TestCaseSource(nameof(Ways))]
    public void That_the_file_is_not_there_is_a_state(Func<string, string> original, Func<string, string> tracked)
    {
        var path = Bench.PathOf("none/a.txt");
        string Expected() => Thrown(() => original(path));
        string Body() => Thrown(() => tracked(path));
        AssertRemembered(Body, Expected());
        Assert.That(Expected(), Is.EqualTo("DirectoryNotFoundException"));
        Directory.CreateDirectory(Bench.PathOf("none"));
        AssertRerun(Body, Expected(), $"file {path}");
        Assert.That(Expected(), Is.EqualTo("FileNotFoundException"));
        AssertHit(Body, Expected());
        File.WriteAllText(path, "now");
        AssertRerun(Body, Expected(), $"file {path}");
        File.Delete(path);
        AssertHit(Body, Expected());
        Directory.Delete(Bench.PathOf("none"));
        AssertHit(Body, Expected());
    }

    [TestCaseSource(nameof(Ways))]
    public void What_is_no_path_is_refused_as_File_refuses_it(Func<string, string> original, Func<string, string> tracked)
    {
        foreach (var path in (string?[])[null, "", "a\0b"])
        {
            var expected = Thrown(() => original(path!));
            Assert.That(Thrown(() => tracked(path!)), Is.EqualTo(expected));
            Assert.That(Thrown(() => Run(() => tracked(path!))), Is.EqualTo(expected));
        }
    }

    [TestCaseSource(nameof(Ways))]
    public void A_directory_in_the_place_of_the_file_is_not_remembered(Func<string, string> original, Func<string, string> tracked)
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("The framework opens it in other words there.");
        AssertNotStored(() => Thrown(() => tracked(Bench.Root)), Thrown(() => original(Bench.Root)), $"file {Bench.Root} is a directory");
    }

    [Test]
    public void Existence_alone_is_recorded_where_only_that_was_asked()
    {
        var path = Bench.PathOf("a.txt");
        string Body() => TrackedFile.Exists(path) ? "yes" : "no";
        AssertRemembered(Body, "no");
        Bench.Write("a.txt", "one");
        AssertRerun(Body, "yes", $"existence of file {path}");
        Bench.Write("a.txt", "two");
        AssertHit(Body, "yes");
        File.Delete(path);
        AssertHit(Body, "no");
        Directory.CreateDirectory(path);
        AssertHit(Body, "no");
        Assert.That(Run(() => $"{TrackedFile.Exists(null)} {TrackedFile.Exists("")} {TrackedFile.Exists("a\0b")}"), Is.EqualTo("no"), "the same arguments");
    }

    [Test]
    public void The_length_alone_is_recorded_where_only_that_was_asked()
    {
        var path = Bench.Write("a.txt", "one");
        string Body()
        {
            try
            {
                return $"{TrackedFile.GetLength(path)}";
            }
            catch (FileNotFoundException)
            {
                return "none";
            }
        }
        AssertRemembered(Body, "3");
        Bench.Write("a.txt", "two");
        AssertHit(Body, "3");
        Bench.Write("a.txt", "three");
        AssertRerun(Body, "5", $"length of file {path}");
        File.Delete(path);
        AssertRerun(Body, "none", $"length of file {path}");
        Assert.That(Body(), Is.EqualTo("none"));
    }

    [TestCase(true, "last write time of")]
    [TestCase(false, "last local write time of")]
    public void The_last_write_time_alone_is_recorded_where_only_that_was_asked(bool utc, string kind)
    {
        var path = Bench.Write("a.txt", "one");
        string Body() => (utc ? TrackedFile.GetLastWriteTimeUtc(path) : TrackedFile.GetLastWriteTime(path)).ToString("O");
        string Original() => (utc ? File.GetLastWriteTimeUtc(path) : File.GetLastWriteTime(path)).ToString("O");
        AssertRemembered(Body, Original());
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        AssertRerun(Body, Original(), $"{kind} {path}");
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        AssertHit(Body, Original());
        File.Delete(path);
        AssertRerun(Body, Original(), $"{kind} {path}");
    }

    [Test]
    public void Two_states_of_a_file_in_one_call_are_not_remembered()
    {
        var path = Bench.PathOf("a.txt");
        AssertNotStored(() =>
        {
            Bench.Write("a.txt", "one");
            var first = TrackedFile.ReadAllText(path);
            Bench.Write("a.txt", "two");
            return first + TrackedFile.ReadAllText(path);
        }, "onetwo", $"dependency file {path} changed during the call");
    }

    [Test]
    public void Which_files_are_read_may_depend_on_what_is_in_files()
    {
        Bench.Write("index", "a");
        Bench.Write("a", "1");
        Bench.Write("b", "2");
        string Body() => TrackedFile.ReadAllText(Bench.PathOf(TrackedFile.ReadAllText(Bench.PathOf("index"))));
        AssertRemembered(Body, "1");
        Bench.Write("b", "3");
        AssertHit(Body, "1");
        Bench.Write("index", "b");
        AssertRerun(Body, "3", $"file {Bench.PathOf("index")}");
        Bench.Write("a", "4");
        AssertHit(Body, "3");
    }

    [Test]
    public void A_relative_path_means_the_file_in_the_current_directory_of_each_call()
    {
        Bench.Write("a.txt", "outside");
        Bench.Write(Path.Combine(Directory.CreateDirectory(Bench.PathOf("in")).Name, "a.txt"), "inside");
        var before = Directory.GetCurrentDirectory();
        static string Body() => TrackedFile.ReadAllText("a.txt");
        try
        {
            Directory.SetCurrentDirectory(Bench.Root);
            AssertRemembered(Body, "outside");
            Directory.SetCurrentDirectory(Bench.PathOf("in"));
            AssertRerun(Body, "inside", "file a.txt");
            AssertHit(Body, "inside");
            File.WriteAllText("a.txt", "outside");
            AssertHit(Body, "outside");
            Assert.That(Run(() =>
            {
                Directory.SetCurrentDirectory(Bench.Root);
                return "";
            }), Is.EqualTo("outside"), "it is a hit");
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    [Test]
    public void A_current_directory_that_changes_between_reads_gives_two_states()
    {
        Bench.Write("a.txt", "outside");
        Bench.Write(Path.Combine(Directory.CreateDirectory(Bench.PathOf("in")).Name, "a.txt"), "inside");
        var before = Directory.GetCurrentDirectory();
        try
        {
            AssertNotStored(() =>
            {
                Directory.SetCurrentDirectory(Bench.Root);
                var first = TrackedFile.ReadAllText("a.txt");
                Directory.SetCurrentDirectory(Bench.PathOf("in"));
                return first + TrackedFile.ReadAllText("a.txt");
            }, "outsideinside", "dependency file a.txt is relative to a current directory that changed during the call");
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    [Test]
    public void The_same_file_that_is_declared_and_read_is_one_dependency()
    {
        var path = Bench.Write("a.txt", "one");
        var method = new MemoizedMethod<string?>(Manifests.Of("Read"), Bench.Start());
        Assert.That(method.Invoke(new TextCall(path, text => TrackedFile.ReadAllText(text!), dependsOnFile: true)), Is.EqualTo("one"));
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_settled_file_that_was_read_is_not_hashed_again_in_the_process()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Only there does a file have an identity.");
        var path = Bench.Write("a.txt", "one");
        Bench.Clock.Set(DateTimeOffset.UtcNow.AddDays(1));
        var session = Bench.Start();
        new MemoizedMethod<string?>(Manifests.Of("Read"), session).Invoke(new TextCall("x", _ => TrackedFile.ReadAllText(path)));
        var known = session.Surroundings.Files.Of(path).Fingerprint;
        Assert.That(session.Surroundings.Files.Of(path).Fingerprint, Is.SameAs(known));
        Assert.That(known, Is.EqualTo(Bench.Start().Surroundings.Files.Of(path).Fingerprint));
    }

    private static TestCaseData Way(string name, Func<string, string> original, Func<string, string> tracked) => new TestCaseData(original, tracked).SetArgDisplayNames(name);

    private static string Joined(IEnumerable<string> lines) => string.Join('|', lines);

    private static string Twice(IEnumerable<string> lines) => Joined(lines) + "&" + Joined(lines);

    private static string Rest(StreamReader reader)
    {
        using (reader) return reader.ReadToEnd();
    }

    private static string Thrown(Func<string?> act)
    {
        try
        {
            return "nothing: " + act();
        }
        catch (Exception exception)
        {
            return (exception is AggregateException { InnerException: { } inner } ? inner : exception).GetType().Name;
        }
    }
}
