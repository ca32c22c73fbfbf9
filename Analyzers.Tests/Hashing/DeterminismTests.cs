using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>The whole manifest of one program, written under circumstances that are none of its meaning.</summary>
public sealed class DeterminismTests
{
    private const string Main = """
        // What is memoized,
        // and what is said of it.
        public static partial class App
        {
            /* a comment
               of two lines */
            [Memoize] public static double F(double x) =>
                new Part().Y * -1.5
                + Numbers.Table[1] + (double)-2.25m + x;
            [Memoize] public static long Clock(int n)
            {
                return n + Later(-1_000_000);
            }
        }
        public sealed partial class Part { public int X = 1234567; }

        """;

    private const string Rest = """
        public static partial class App
        {
            static long Later(int n) => n < 1 ? DateTime.UtcNow.Ticks : Enumerable.Range(0, n).Select(i => (long)i).Sum();
        }
        public sealed partial class Part { public int Y => X + 1; }
        public static class Numbers { public static readonly Dictionary<int, double> Table = new() { [1] = 1e300, [2] = 'i' + 'I' }; }

        """;

    private static readonly (string Path, string Source)[] Files = [("/0/Main.cs", Main), ("/0/Rest.cs", Rest)];

    [Test]
    public void The_order_of_the_files_is_not_written() => Assert.That(Manifest(Generated.Compile(Files.Reverse())), Is.EqualTo(Manifest()));

    [Test]
    public void The_order_of_the_references_is_not_written()
    {
        var compilation = Generated.Compile(Files);
        Assert.That(Manifest(compilation.WithReferences(compilation.References.Reverse())), Is.EqualTo(Manifest()));
    }

    [Test]
    public void Folders_are_not_written() =>
        Assert.That(Manifest(Generated.Compile([("/elsewhere/and/deeper/Main.cs", Main), ("/another/Rest.cs", Rest)])), Is.EqualTo(Manifest()));

    [TestCase("\r\n"), TestCase("\r"), TestCase("\u2028")]
    public void The_end_of_a_line_is_not_written(string end) =>
        Assert.That(Manifest(Generated.Compile(Files.Select(file => (file.Path, file.Source.ReplaceLineEndings(end))))), Is.EqualTo(Manifest()));

    [TestCase("@\"a\nb\""), TestCase("\"\"\"\n  a\n  b\n  \"\"\""), TestCase("$@\"{x}\nb\""), TestCase("$$\"\"\"\n  {{x}}\n  b\n  \"\"\"")]
    public void The_end_of_a_line_in_a_literal_is_all_that_counts(string literal)
    {
        var source = SourceText.Class($"[Memoize] public static string F(int x) => {literal};\n[Memoize] public static string G(int x) => \"\" +\n x;");
        var (unix, windows) = (EmittedManifest.Of(source.ReplaceLineEndings("\n")), EmittedManifest.Of(source.ReplaceLineEndings("\r\n")));
        Assert.Multiple(() =>
        {
            Assert.That(windows.Closure("F"), Is.Not.EqualTo(unix.Closure("F")));
            Assert.That(windows.Closure("G"), Is.EqualTo(unix.Closure("G")));
        });
    }

    // Other signs for minus and the decimal point, other rules for 'i', other calendars.
    [TestCase("tr-TR"), TestCase("sv-SE"), TestCase("fa-IR"), TestCase("th-TH"), TestCase("ar-SA")]
    public void The_language_of_the_machine_is_not_written(string name)
    {
        var expected = Manifest();
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            Assert.That(Manifest(), Is.EqualTo(expected));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    private static IEnumerable<TestCaseData> Options()
    {
        yield return Case("Release", options => options.WithOptimizationLevel(OptimizationLevel.Release));
        yield return Case("Not deterministic", options => options.WithDeterministic(false));
        yield return Case("Mapped paths", options => options.WithSourceReferenceResolver(new SourceFileResolver([], null, [new("/0/", "/_/")])));
        yield return Case("Another platform", options => options.WithPlatform(Platform.X64));
        yield return Case("One core", options => options.WithConcurrentBuild(false));
        yield return Case("Warnings", options => options.WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithWarningLevel(0));

        static TestCaseData Case(string name, Func<CSharpCompilationOptions, CSharpCompilationOptions> change) => new TestCaseData(change).SetName(name);
    }

    [TestCaseSource(nameof(Options))]
    public void An_option_that_changes_no_code_is_not_written(Func<CSharpCompilationOptions, CSharpCompilationOptions> change)
    {
        var compilation = Generated.Compile(Files);
        Assert.That(Manifest(compilation.WithOptions(change(compilation.Options))), Is.EqualTo(Manifest()));
    }

    [Test]
    public void The_version_of_the_assembly_is_not_written() => Assert.That(
        Manifest(Generated.Compile(Files.Append(("/0/Version.cs", "[assembly: System.Reflection.AssemblyVersion(\"7.1.2.3\"), System.Reflection.AssemblyInformationalVersion(\"7+abc\")]")))),
        Is.EqualTo(Manifest()));

    [Test]
    public void The_name_of_the_assembly_is_written() => Assert.That(Manifest(Generated.Compile(Files, assemblyName: "Other")), Is.Not.EqualTo(Manifest()));

    private static string Manifest() => Manifest(Generated.Compile(Files));

    private static string Manifest(Compilation compilation)
    {
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        var manifest = EmittedManifest.Of(Generated.From(compilation));
        Assert.That(manifest.FindingsOf("Clock").Single(), Does.StartWith("MEMO104"), "findings are among what is compared");
        return manifest.Root.GetRawText();
    }
}
