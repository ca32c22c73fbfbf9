using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>However a program is published, what it reads and what it declares decide alone whether it runs a method, as in the ordinary build.</summary>
internal sealed class PublishedProgramTests
{
    // A listing, lines, text, a stream and an asynchronous read within calls within calls; and one method for each way to declare.
    private const string Program = """
        using System.Globalization;
        using Memo;

        Settings.Factor = int.Parse(File.ReadAllText("factor.txt"), CultureInfo.InvariantCulture);
        Settings.Edition = File.ReadAllText("edition.txt");
        Environment.SetEnvironmentVariable("LEVEL", File.ReadAllText("level.txt"));
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = File.ReadAllText("separator.txt");
        CultureInfo.CurrentCulture = culture;

        Console.WriteLine(await Tracked.MakeAsync("texts", new("note.txt")));
        Console.WriteLine(Declared.OnFile(new("declared.txt")));
        Console.WriteLine(Declared.OnDirectory("parts"));
        Console.WriteLine(Declared.OnEnvironment());
        Console.WriteLine(Declared.OnStatic(2));
        Console.WriteLine(Declared.OnCulture(1.5));
        Console.WriteLine(Declared.OnEdition("x"));

        internal static class Tracked
        {
            [Memoize]
            public static async Task<string> MakeAsync(string directory, Source source)
            {
                var note = await TrackedFile.ReadAllTextAsync(source.Path);
                return $"{Lines(directory)} {note.Length} {First(source)} {TrackedFile.Exists("missing.txt")}";
            }

            [Memoize]
            private static string Lines(string directory) =>
                string.Join(' ', TrackedDirectory.EnumerateFiles(directory, "*.txt").Select(path => $"{Path.GetFileName(path)}={TrackedFile.ReadLines(path).Count()}"));

            [Memoize]
            private static int First(Source source)
            {
                using var stream = TrackedFile.OpenRead(source.Path);
                return stream.ReadByte();
            }
        }

        internal static class Declared
        {
            [Memoize]
            [DependsOnFile("{source.Path}")]
            public static int OnFile(Source source) => File.ReadAllText(source.Path).Length;

            [Memoize]
            [DependsOnDirectory("{directory}", Pattern = "*.txt")]
            public static int OnDirectory(string directory) => Directory.GetFiles(directory, "*.txt").Length;

            [Memoize]
            [DependsOnEnvironment("LEVEL")]
            public static string? OnEnvironment() => Environment.GetEnvironmentVariable("LEVEL");

            [Memoize]
            [DependsOnStatic(typeof(Settings), nameof(Settings.Factor))]
            public static int OnStatic(int value) => value * Settings.Factor;

            [Memoize]
            [DependsOnCulture]
            public static string OnCulture(double value) => value.ToString();

            [Memoize]
            [DependsOn<Edition>]
            public static string OnEdition(string value) => value + CurrentEdition();

            [AssumePure("Edition tells it.")]
            private static string CurrentEdition() => Settings.Edition;
        }

        internal sealed record Source(string Path);

        internal static class Settings
        {
            public static int Factor { get; set; }

            public static string Edition { get; set; } = "";
        }

        internal sealed class Edition : IDependency
        {
            public static string? Fingerprint() => Settings.Edition;
        }
        """;

    private const string All = "Tracked.Lines Tracked.First Tracked.MakeAsync Declared.OnFile Declared.OnDirectory Declared.OnEnvironment Declared.OnStatic Declared.OnCulture Declared.OnEdition";

    [TestCase("AheadOfTime", "-p:PublishAot=true")]
    [TestCase("SingleFile", "-p:PublishSingleFile=true", "--self-contained=false")]
    [TestCase("Trimmed", "-p:PublishTrimmed=true", "--self-contained=true")]
    public void A_published_program_runs_a_method_exactly_when_the_ordinary_one_does(string how, params string[] options)
    {
        var project = new TestProject($"Published{how}", "<Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        project.Write("Program.cs", Program);
        foreach (var (file, text) in (ValueTuple<string, string>[])[
            ("factor.txt", "3"), ("edition.txt", "1"), ("level.txt", "low"), ("separator.txt", "."), ("declared.txt", "one"),
            ("texts/a.txt", "one\ntwo\n"), ("parts/a.txt", ""), ("note.txt", "note")]) project.Write(file, text);
        Assert.That(project.BuildWell().Warnings, Is.Empty);
        AssertRuns(project.Run(), All);
        Assert.That(project.PublishWell(["--use-current-runtime", .. options]).Warnings, Is.Empty);
        AssertRuns(project.RunPublished(project.Store), "");
        var own = project.Store + "-own";
        AssertRuns(project.RunPublished(own), All);

        AssertBothRun("");
        AssertBothRun("Tracked.Lines Tracked.MakeAsync", "texts/a.txt", "one\ntwo\nthree\n");
        AssertBothRun("Tracked.Lines Tracked.MakeAsync", "texts/b.txt", "new");
        AssertBothRun("", "texts/c.md", "of no interest");
        AssertBothRun("Tracked.First Tracked.MakeAsync", "note.txt", "another note");
        AssertBothRun("Tracked.MakeAsync", "missing.txt", "not any more");
        AssertBothRun("", "missing.txt", "there is more in it");
        AssertBothRun("Declared.OnFile", "declared.txt", "three");
        AssertBothRun("Declared.OnDirectory", "parts/b.txt", "new");
        AssertBothRun("", "parts/b.md", "of no interest");
        AssertBothRun("Declared.OnEnvironment", "level.txt", "high");
        AssertBothRun("Declared.OnStatic", "factor.txt", "4");
        AssertBothRun("Tracked.Lines Tracked.MakeAsync Declared.OnCulture", "separator.txt", ",");
        AssertBothRun("Declared.OnEdition", "edition.txt", "2");
        AssertBothRun("Tracked.Lines Tracked.MakeAsync", "texts/a.txt", "one\ntwo\n");

        void AssertBothRun(string methods, string? file = null, string text = "")
        {
            if (file is not null) project.Write(file, text);
            AssertRuns(project.Run(), methods);
            AssertRuns(project.RunPublished(own), methods);
        }

        void AssertRuns(ProgramRun run, string methods)
        {
            run.ShouldPrintWhat(project.RunPlainly());
            Assert.That(string.Join(' ', run.Calls.Where(call => call.Kind != "hit").Select(call => call.Method)), Is.EqualTo(methods), run.Result.ToString());
            Assert.That(run.OtherLines, Is.Empty);
        }
    }
}
