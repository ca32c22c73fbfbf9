using Memo.Dependencies;

namespace Memo.Runtime.Tests.Tracked;

public sealed class TrackedDirectoryTests : TrackedTests
{
    private readonly string _in;

    public TrackedDirectoryTests()
    {
        _in = Directory.CreateDirectory(Bench.PathOf("in")).FullName;
        Directory.CreateDirectory(Bench.PathOf("in/sub/deep"));
        foreach (var name in (string[])["in/b.csv", "in/a.csv", "in/B.txt", "in/.hidden", "in/sub/c.csv", "in/sub/deep/d.csv"]) Bench.Write(name, "");
    }

    private static IEnumerable<TestCaseData> Ways =>
    [
        Way("GetFiles", Directory.GetFiles, TrackedDirectory.GetFiles),
        Way("GetDirectories", Directory.GetDirectories, TrackedDirectory.GetDirectories),
        Way("GetFileSystemEntries", Directory.GetFileSystemEntries, TrackedDirectory.GetFileSystemEntries),
        Way("EnumerateFiles", Directory.EnumerateFiles, TrackedDirectory.EnumerateFiles),
        Way("EnumerateDirectories", Directory.EnumerateDirectories, TrackedDirectory.EnumerateDirectories),
        Way("EnumerateFileSystemEntries", Directory.EnumerateFileSystemEntries, TrackedDirectory.EnumerateFileSystemEntries),
        Way("GetFiles of a pattern", path => Directory.GetFiles(path, "*.csv"), path => TrackedDirectory.GetFiles(path, "*.csv")),
        Way("GetFiles below a folder in the pattern", path => Directory.GetFiles(path, "sub/*.csv"), path => TrackedDirectory.GetFiles(path, "sub/*.csv")),
        Way("GetFiles of all", path => Directory.GetFiles(path, "*", SearchOption.AllDirectories), path => TrackedDirectory.GetFiles(path, "*", SearchOption.AllDirectories)),
        Way("EnumerateFiles of all", path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories), path => TrackedDirectory.EnumerateFiles(path, "*", SearchOption.AllDirectories)),
        Way("GetDirectories of all", path => Directory.GetDirectories(path, "*", SearchOption.AllDirectories), path => TrackedDirectory.GetDirectories(path, "*", SearchOption.AllDirectories)),
        .. Options.Select(pair => Way(pair.Name, path => Directory.GetFileSystemEntries(path, "*", pair.Options), path => TrackedDirectory.GetFileSystemEntries(path, "*", pair.Options))),
        .. Options.Select(pair => Way("enumerated, " + pair.Name, path => Directory.EnumerateDirectories(path, "*", pair.Options), path => TrackedDirectory.EnumerateDirectories(path, "*", pair.Options))),
    ];

    private static IEnumerable<(string Name, EnumerationOptions Options)> Options =>
    [
        ("default options", new()),
        ("recursive options", new() { RecurseSubdirectories = true }),
        ("a depth", new() { RecurseSubdirectories = true, MaxRecursionDepth = 1 }),
        ("nothing skipped", new() { AttributesToSkip = 0 }),
        ("special directories", new() { ReturnSpecialDirectories = true, AttributesToSkip = 0 }),
        ("without case", new() { MatchCasing = MatchCasing.CaseInsensitive, MatchType = MatchType.Win32, IgnoreInaccessible = false }),
    ];

    [TestCaseSource(nameof(Ways))]
    public void It_finds_what_Directory_finds_in_ordinal_order_and_is_remembered_with_it(Func<string, IEnumerable<string>> original, Func<string, IEnumerable<string>> tracked)
    {
        var expected = string.Join('|', original(_in).Order(StringComparer.Ordinal));
        Assert.That(expected, Is.Not.Empty);
        Assert.That(string.Join('|', tracked(_in)), Is.EqualTo(expected), "outside of a memoized method");
        AssertRemembered(() => string.Join('|', tracked(_in)), expected);
    }

    // A hundred changes, each of which some of the ways see and others do not: they run exactly when the answer is another one.
    [TestCaseSource(nameof(Ways))]
    public void The_method_runs_again_exactly_if_something_else_would_be_found(Func<string, IEnumerable<string>> original, Func<string, IEnumerable<string>> tracked)
    {
        string Expected() => string.Join('|', original(_in).Order(StringComparer.Ordinal));
        var known = new HashSet<string>();
        Action[] changes =
        [
            () => { },
            () => Bench.Write("in/a.csv", "content"),
            () => Bench.Write("in/new.csv", ""),
            () => File.Delete(Bench.PathOf("in/new.csv")),
            () => Bench.Write("in/.new", ""),
            () => Bench.Write("in/sub/new.csv", ""),
            () => Bench.Write("in/sub/deep/new.csv", ""),
            () => Directory.CreateDirectory(Bench.PathOf("in/empty")),
            () => Directory.CreateDirectory(Bench.PathOf("in/sub/empty")),
            () => File.Move(Bench.PathOf("in/a.csv"), Bench.PathOf("in/a.CSV")),
            () => Directory.Delete(Bench.PathOf("in/sub/deep"), recursive: true),
            () => Bench.Write("beside.csv", ""),
        ];
        foreach (var change in changes)
        {
            change();
            TakeRuns();
            Assert.That(Run(() => string.Join('|', tracked(_in))), Is.EqualTo(Expected()));
            Assert.That(TakeRuns(), Is.EqualTo(known.Add(Expected()) ? 1 : 0), Bench.LastLine);
        }
        Assert.That(known, Has.Count.GreaterThan(1));
    }

    [TestCaseSource(nameof(Ways))]
    public void That_the_directory_is_not_there_is_a_state(Func<string, IEnumerable<string>> original, Func<string, IEnumerable<string>> tracked)
    {
        var path = Bench.PathOf("none");
        string Body()
        {
            try
            {
                return string.Join('|', tracked(path));
            }
            catch (DirectoryNotFoundException)
            {
                return "none";
            }
        }
        Assert.Throws<DirectoryNotFoundException>(() => original(path));
        AssertRemembered(Body, "none");
        Directory.Move(_in, path);
        TakeRuns();
        Assert.That(Run(Body), Is.EqualTo(string.Join('|', original(path).Order(StringComparer.Ordinal))));
        Assert.That(TakeRuns(), Is.EqualTo(1));
        Directory.Move(path, _in);
        AssertHit(Body, "none");
        Bench.Write("none", "a file");
        AssertHit(Body, "none");
    }

    [Test]
    public void What_changed_is_named()
    {
        AssertRemembered(() => $"{TrackedDirectory.GetFiles(_in, "*.csv").Length}", "2");
        Bench.Write("in/c.csv", "");
        AssertRerun(() => $"{TrackedDirectory.GetFiles(_in, "*.csv").Length}", "3", $"files in {_in}/*.csv");
        Run(() => $"{TrackedDirectory.GetDirectories(_in, "*", SearchOption.AllDirectories).Length}");
    }

    [Test]
    public void The_content_of_files_does_not_count_until_it_is_read()
    {
        string Names() => $"{TrackedDirectory.GetFiles(_in).Length}";
        AssertRemembered(Names, "4");
        Bench.Write("in/a.csv", "1");
        AssertHit(Names, "4");
    }

    [Test]
    public void The_content_of_files_counts_when_it_is_read()
    {
        string All() => string.Concat(TrackedDirectory.EnumerateFiles(_in, "*.csv").Select(TrackedFile.ReadAllText));
        AssertRemembered(All, "");
        Bench.Write("in/B.txt", "1");
        AssertHit(All, "");
        Bench.Write("in/b.csv", "1");
        AssertRerun(All, "1", $"file {_in}/b.csv");
        Bench.Write("in/c.csv", "2");
        AssertRerun(All, "12", $"files in {_in}/*.csv");
        File.Delete(Bench.PathOf("in/c.csv"));
        AssertHit(All, "1");
    }

    [Test]
    public void Existence_alone_is_recorded_where_only_that_was_asked()
    {
        var path = Bench.PathOf("none");
        string Body() => TrackedDirectory.Exists(path) ? "yes" : "no";
        AssertRemembered(Body, "no");
        Bench.Write("none", "a file");
        AssertHit(Body, "no");
        File.Delete(path);
        Directory.CreateDirectory(path);
        AssertRerun(Body, "yes", $"existence of directory {path}");
        Bench.Write("none/a", "");
        AssertHit(Body, "yes");
    }

    [Test]
    public void A_listing_that_holds_the_store_is_not_remembered()
    {
        Run(() => "so that there is a store");
        Assert.That(Run2(() => $"{TrackedDirectory.GetFiles(Bench.Root, "*", SearchOption.AllDirectories).Length > 0}"), Is.EqualTo("True"));
        Assert.That(Bench.LastLine, Does.Contain($"not stored: files in [recursive] {Bench.Root}/* holds the store"));
        Run2(() => $"{TrackedDirectory.GetFiles(Bench.Root, "store/*.json").Length}");
        Assert.That(Bench.LastLine, Does.Contain($"not stored: files in {Bench.Root}/store/*.json holds the store"));
        Run2(() => $"{TrackedDirectory.GetFiles(Bench.Root).Length}");
        Assert.That(Bench.LastLine, Does.Not.Contain("not stored"));

        string? Run2(Func<string?> body) => new MemoizedMethod<string?>(Manifests.Of("Other"), Bench.Start()).Invoke(new TextCall("x", _ => body()));
    }

    [Test]
    public void A_directory_that_may_not_be_listed_is_not_remembered()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Rights do not bind this user.");
            return;
        }
        File.SetUnixFileMode(_in, UnixFileMode.None);
        AssertNotStored(() =>
        {
            try
            {
                return string.Concat(TrackedDirectory.GetFiles(_in));
            }
            catch (UnauthorizedAccessException)
            {
                return "no";
            }
        }, "no", $"files in {_in}/* may not be listed");
    }

    [Test]
    public void Wrong_arguments_are_refused_as_Directory_refuses_them()
    {
        (Action Original, Action Tracked)[] calls =
        [
            (() => Directory.GetFiles(null!), () => TrackedDirectory.GetFiles(null!)),
            (() => Directory.GetFiles(""), () => TrackedDirectory.GetFiles("")),
            (() => Directory.GetFiles("a\0b"), () => TrackedDirectory.GetFiles("a\0b")),
            (() => Directory.GetFiles(_in, null!), () => TrackedDirectory.GetFiles(_in, null!)),
            (() => Directory.GetFiles(_in, "/*"), () => TrackedDirectory.GetFiles(_in, "/*")),
            (() => Directory.GetFiles(_in, "a\0b"), () => TrackedDirectory.GetFiles(_in, "a\0b")),
            (() => Directory.GetFiles(_in, "*", (SearchOption)7), () => TrackedDirectory.GetFiles(_in, "*", (SearchOption)7)),
            (() => Directory.GetFiles(_in, "*", (EnumerationOptions)null!), () => TrackedDirectory.GetFiles(_in, "*", (EnumerationOptions)null!)),
            (() => Directory.GetFiles(_in, "none/*"), () => TrackedDirectory.GetFiles(_in, "none/*")),
        ];
        foreach (var (original, tracked) in calls)
        {
            var expected = Assert.Catch(() => original())!.GetType();
            Assert.That(Assert.Catch(() => tracked())!.GetType(), Is.EqualTo(expected));
            Assert.That(Assert.Catch(() => Run(() =>
            {
                tracked();
                return "";
            }))!.GetType(), Is.EqualTo(expected));
        }
        Assert.That(Bench.Entries, Is.Empty);
    }

    [TestCase("dir", "*.csv")]
    [TestCase("", "*")]
    [TestCase("/", "*")]
    [TestCase("[recursive] dir", "*")]
    [TestCase("[", "] *")]
    [TestCase("a/b c", "[x] ?")]
    public void The_name_of_a_listing_says_all_of_it(string path, string pattern)
    {
        EnumerationOptions[] all = [.. Options.Select(pair => pair.Options), DirectoryNames.OptionsOf(SearchOption.TopDirectoryOnly), DirectoryNames.OptionsOf(SearchOption.AllDirectories)];
        var names = new HashSet<string>();
        foreach (var options in all)
        {
            var name = new DirectoryNames(Dependency.FileNamesKind, path, pattern, options).Name;
            Assert.That(DirectoryNames.TryParse(Dependency.FileNamesKind, name, out var parsed));
            Assert.That(parsed!.Path, Is.EqualTo(path));
            Assert.That(parsed.Pattern, Is.EqualTo(pattern));
            Assert.That(parsed.Name, Is.EqualTo(name));
            Assert.That(names.Add(name));
            Assert.That(parsed.Options, Has.Property("RecurseSubdirectories").EqualTo(options.RecurseSubdirectories)
                .And.Property("MatchType").EqualTo(options.MatchType).And.Property("MatchCasing").EqualTo(options.MatchCasing)
                .And.Property("AttributesToSkip").EqualTo(options.AttributesToSkip).And.Property("IgnoreInaccessible").EqualTo(options.IgnoreInaccessible)
                .And.Property("MaxRecursionDepth").EqualTo(options.MaxRecursionDepth).And.Property("ReturnSpecialDirectories").EqualTo(options.ReturnSpecialDirectories));
        }
    }

    [TestCase("no separator")]
    [TestCase("[recursive]a/b")]
    [TestCase("[later] a/b")]
    [TestCase("[skip=x] a/b")]
    [TestCase("[case=9] a/b")]
    public void What_is_no_name_of_a_listing_is_never_current(string name) =>
        Assert.That(Bench.Start().Surroundings.IsCurrent(new(Dependency.FileNamesKind, name, "absent")), Is.False);

    private static TestCaseData Way(string name, Func<string, IEnumerable<string>> original, Func<string, IEnumerable<string>> tracked) =>
        new TestCaseData(original, tracked).SetArgDisplayNames(name);
}
