namespace Memo.Analyzers.Tests.Effects;

public sealed class MessageTests
{
    private const string Clock = "Normalize.cs";

    [Test]
    public async Task The_message_tells_the_path_and_where_it_ends()
    {
        var findings = await Reported.InFiles(
            ("Pipeline.cs", """
                public static partial class Pipeline
                {
                    [Memoize] public static string Clean(string text) => Normalize(text);
                }
                """),
            (Clock, """
                public static partial class Pipeline
                {
                    private static string Normalize(string text) =>
                        text + DateTime.UtcNow.Ticks;
                }
                """));
        Assert.That(findings.Where(f => f.Id == "MEMO104").Select(f => f.Message()),
            Is.EqualTo(["'Clean' reads the clock through Clean → Normalize → DateTime.UtcNow (Normalize.cs:4)"]));
    }

    [Test]
    public async Task The_culprit_is_an_additional_location()
    {
        var findings = await Reported.InFiles(
            ("Pipeline.cs", "public static class Pipeline { [Memoize] public static long F(int x) => Other.Now(); }"),
            ("Other.cs", "public static class Other\n{\n    public static long Now() => DateTime.UtcNow.Ticks;\n}"));
        var finding = findings.Single(f => f.Id == "MEMO104");
        var culprit = finding.AdditionalLocations[0];
        Assert.Multiple(() =>
        {
            Assert.That(finding.Location.GetLineSpan().Path, Does.EndWith("Pipeline.cs"));
            Assert.That(culprit.GetLineSpan().Path, Does.EndWith("Other.cs"));
            Assert.That(culprit.SourceTree!.ToString().Substring(culprit.SourceSpan.Start, culprit.SourceSpan.Length), Is.EqualTo("DateTime.UtcNow"));
        });
    }

    [Test]
    public async Task The_shortest_path_is_told()
    {
        var findings = await Reported.InMembers("""
            [Memoize] public static long F(int x) => A(x) + Now();
            static long A(int x) => B(x);
            static long B(int x) => Now();
            static long Now() => DateTime.UtcNow.Ticks;
            """);
        Assert.That(findings.Where(f => f.Id == "MEMO104").Select(f => f.Message()), Is.EqualTo(["'F' reads the clock through F → Now → DateTime.UtcNow (C.cs:6)"]));
    }

    [Test]
    public async Task One_cause_is_reported_once()
    {
        var findings = await Reported.InMembers("""
            [Memoize]
            public static long F(int x)
            {
                var a = DateTime.UtcNow;
                var b = DateTime.UtcNow;
                return a.Ticks + b.Ticks + Now();
            }
            static long Now() => DateTime.UtcNow.Ticks;
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO104 line 6"]));
    }

    [Test]
    public async Task Two_causes_are_reported_twice()
    {
        var findings = await Reported.InMembers("""
            [Memoize]
            public static long F(string path)
            {
                var a = DateTime.UtcNow;
                return a.Ticks + File.ReadAllText(path).Length + Guid.NewGuid().ToString().Length;
            }
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO104 line 6", "MEMO101 line 7", "MEMO104 line 7"]));
    }

    [Test]
    public async Task Each_memoized_method_hears_of_it()
    {
        var findings = await Reported.InMembers("""
            [Memoize] public static long F(int x) => Now();
            [Memoize] public static long G(int x) => Now();
            static long Now() => DateTime.UtcNow.Ticks;
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO104 line 3", "MEMO104 line 4"]));
    }

    [Test]
    public async Task A_message_of_io_and_of_statics_names_what_is_touched()
    {
        var findings = await Reported.InMembers("""
            public static int Factor = 1;
            [Memoize] public static string F(string path) => File.ReadAllText(path) + Factor;
            """);
        Assert.That(findings.Select(f => f.Message()), Has.Some.Contains("File.ReadAllText").And.Some.Contains("Factor"));
    }

    [Test]
    public async Task Mutual_recursion_ends()
    {
        var findings = await Reported.InMembers("""
            [Memoize] public static long F(int x) => x < 0 ? 1 : G(x - 1);
            static long G(int x) => x < 0 ? DateTime.UtcNow.Ticks : F(x - 1);
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO104 line 3"]));
    }
}
