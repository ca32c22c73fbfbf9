using Memo.Dependencies;

namespace Memo.Runtime.Tests.Dependencies;

/// <summary>
/// Where the current directory changes while a call runs, a relative path means one thing at its beginning and another one later: the next call would look at the
/// first and answer with what was read of the second.
/// </summary>
[NonParallelizable]
public sealed class ChangingDirectoryTests : WorkbenchTests
{
    private readonly string _before = Directory.GetCurrentDirectory();
    private int _runs;

    [SetUp]
    public void Enter()
    {
        Directory.CreateDirectory(Bench.PathOf("texts/texts"));
        foreach (var name in (string[])["texts/a.txt", "texts/texts/a.txt"]) Bench.Write(name, "same");
        Directory.SetCurrentDirectory(Bench.Root);
    }

    [TearDown]
    public void Leave() => Directory.SetCurrentDirectory(_before);

    private static readonly TestCaseData<string, Func<string>>[] Reads =
    [
        new("file texts/a.txt", static () => TrackedFile.ReadAllText("texts/a.txt")) { TestName = "{m}(text)" },
        new("length of file texts/a.txt", static () => $"{TrackedFile.GetLength("texts/a.txt")}") { TestName = "{m}(length)" },
        new("existence of file texts/b.txt", static () => $"{TrackedFile.Exists("texts/b.txt")}") { TestName = "{m}(existence)" },
        new("files in texts/*", static () => string.Join(' ', TrackedDirectory.GetFiles("texts"))) { TestName = "{m}(files)" },
        new("files in [recursive] texts/b*", static () => string.Join(' ', TrackedDirectory.GetFiles("texts", "b*", SearchOption.AllDirectories))) { TestName = "{m}(tree)" },
    ];

    [TestCaseSource(nameof(Reads))]
    public void What_is_read_from_another_current_directory_is_not_remembered(string name, Func<string> read) =>
        AssertNotStored(() => In("texts", read), name);

    [TestCaseSource(nameof(Reads))]
    public void What_an_inner_call_reads_from_another_current_directory_is_not_remembered_of_the_outer_one(string name, Func<string> read)
    {
        AssertNotStored(() => In("texts", () => Inner(Nothing, read)), name);
        // Nor where the inner one is answered from the store by now.
        AssertNotStored(() => In("texts", () => Inner(Nothing, static () => "same")), name);
    }

    [Test]
    public void What_is_declared_counts_from_where_the_call_began()
    {
        const string reason = "dependency file texts/a.txt is relative to a current directory that changed during the call";
        Assert.That(Outer(Declared, () => Leave("texts")), Is.EqualTo("same"));
        Assert.That(Bench.LastLine, Does.EndWith($": not stored: {reason}"));
        Directory.SetCurrentDirectory(Bench.Root);
        Bench.Write("texts/texts/a.txt", "other");
        Assert.That(Outer(Declared, () => Leave("texts")), Is.EqualTo("other"));

        static string Leave(string directory)
        {
            Directory.SetCurrentDirectory(directory);
            return File.ReadAllText("texts/a.txt");
        }
    }

    [Test]
    public void What_an_inner_call_declares_counts_from_where_that_began() => AssertNotStored(
        () => In("texts", () => Inner(Declared, static () => File.ReadAllText("texts/a.txt"))), "file texts/a.txt");

    [Test]
    public void A_full_path_is_the_same_from_everywhere()
    {
        var path = Bench.PathOf("texts/a.txt");
        string Read() => In("texts", () => TrackedFile.ReadAllText(path) + TrackedDirectory.GetFiles(Bench.PathOf("texts")).Length);
        foreach (var _ in (int[])[1, 2]) Assert.That(Outer(set => set.File("{path}").Parameter("path", path), Read), Is.EqualTo("same1"));
        Assert.That(_runs, Is.EqualTo(1), Bench.LastLine);
    }

    [Test]
    public void A_variable_is_the_same_from_everywhere()
    {
        foreach (var _ in (int[])[1, 2]) Assert.That(Outer(static set => set.EnvironmentVariable("MEMO_TESTS_NONE").Text("MEMO_TESTS_NONE"), static () => In("texts", static () => "x")), Is.EqualTo("x"));
        Assert.That(_runs, Is.EqualTo(1), Bench.LastLine);
    }

    private static string In(string directory, Func<string?> read)
    {
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(directory);
        var result = read();
        Directory.SetCurrentDirectory(before);
        return result!;
    }

    private static void Nothing(DependencySet set)
    {
    }

    private static void Declared(DependencySet set) => set.File("texts/a.txt").Text("texts/a.txt");

    private string? Inner(Action<DependencySet> declare, Func<string?> body) => new MemoizedMethod<string?>(Manifests.Of("Inner"), Bench.Start()).Invoke(new DeclaringCall("x", declare, body));

    private string? Outer(Action<DependencySet> declare, Func<string?> body) => new MemoizedMethod<string?>(Manifests.Of("Outer"), Bench.Start()).Invoke(new DeclaringCall("x", declare, () =>
    {
        _runs++;
        return body();
    }));

    private void AssertNotStored(Func<string?> body, string name)
    {
        var expected = body();
        foreach (var _ in (int[])[1, 2])
        {
            _runs = 0;
            Assert.That(Outer(Nothing, body), Is.EqualTo(expected));
            Assert.That(_runs, Is.EqualTo(1));
            Assert.That(Bench.LastLine, Does.EndWith($": not stored: dependency {name} is relative to a current directory that changed during the call"));
        }
    }
}
