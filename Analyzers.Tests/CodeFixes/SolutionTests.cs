using Memo.Analyzers.Tests.Harness;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>Fixes one after another, across the files and projects of a solution, until nothing is left to say.</summary>
public sealed class SolutionTests
{
    private static readonly (string Rule, string Title)[] s_five =
    [
        ("MEMO101", "Declare the dependency: [DependsOnFile"),
        ("MEMO102", "Declare the dependency: [DependsOnStatic"),
        ("MEMO104", "Lift 'DateTime.UtcNow'"),
        ("MEMO105", "Use the invariant culture"),
        ("MEMO106", "Copy 'prices' first"),
    ];

    /// <summary>Each fix comes first once, and last once.</summary>
    [Test]
    public async Task Five_findings_of_one_method_take_five_fixes_in_any_order([Range(0, 4)] int first, [Values] bool backwards)
    {
        using var bench = new Workbench().Add("App", [],
            ("Report.cs", """
                using System.Collections.Generic;
                using Memo;

                namespace App;

                public static class Report
                {
                    /// <summary>All of it.</summary>
                    [Memoize] // each night
                    public static string Make(string path, List<double> prices)
                    {
                        prices.Sort(); // the cheapest first
                        return Parts.Title(path) + Parts.Price(prices[0]) + Parts.Stamp();
                    }

                    public static string All(List<double> prices) => Make("title.txt", prices);
                }
                """),
            ("Parts.cs", """
                namespace App;

                public static class Parts
                {
                    public static string Currency { get; set; } = "EUR";

                    public static string Title(string path) => File.ReadAllText(path);

                    // With two digits.
                    public static string Price(double price) => price.ToString("F2") + Currency;

                    public static string Stamp() => DateTime.UtcNow.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);
                }
                """));
        var order = Enumerable.Range(0, s_five.Length).Select(i => s_five[(first + (backwards ? s_five.Length - i : i)) % s_five.Length]);
        foreach (var (rule, title) in order) await bench.Choose("App", rule, title);
        await bench.ShouldBeClean();
        Assert.That((await bench.FindingsIn("App")).Select(found => found.Id), Is.Empty, "not even for information");
        Assert.That(bench.Text("App", "Report.cs"), Does.Contain("/// <summary>All of it.</summary>").And.Contain("[Memoize] // each night").And.Contain("prices.Sort(); // the cheapest first")
            .And.Contain("Make(\"title.txt\", prices, DateTime.UtcNow)").And.Contain("[DependsOnFile(\"{path}\")]").And.Contain("[DependsOnStatic(typeof(Parts), nameof(Parts.Currency))]"));
        Assert.That(bench.Text("App", "Parts.cs"), Does.Contain("    // With two digits.\n    public static string Price(double price) => price.ToString(\"F2\", CultureInfo.InvariantCulture) + Currency;"));
    }

    [Test]
    public async Task Callers_in_other_projects_pass_what_was_lifted()
    {
        using var bench = new Workbench()
            .Add("Lib", [], ("Lib.cs", """
                using Memo;
                namespace Lib;
                public interface IStamps { string Of(string name); }
                public class Stamps : IStamps
                {
                    [Memoize] public virtual string Of(string name) => name + DateTime.UtcNow.Ticks;
                }
                """))
            .Add("App", ["Lib"], ("App.cs", """
                using Lib;
                namespace App;
                public sealed class Loud : Stamps { public override string Of(string name) => base.Of(name + "!"); }
                public static class Program
                {
                    public static string Run(Stamps stamps, IStamps others) => stamps.Of("a") + others.Of("b");
                }
                """));
        await bench.Choose("Lib", "MEMO104", "Lift 'DateTime.UtcNow'");
        Assert.That(bench.Text("Lib", "Lib.cs"), Does.Contain("interface IStamps { string Of(string name, DateTime utcNow); }").And.Contain("string Of(string name, DateTime utcNow) => name + utcNow.Ticks"));
        Assert.That(bench.Text("App", "App.cs"), Does.Contain("override string Of(string name, DateTime utcNow) => base.Of(name + \"!\", utcNow)")
            .And.Contain("stamps.Of(\"a\", DateTime.UtcNow) + others.Of(\"b\", DateTime.UtcNow)"));
        await Compiles(bench); Assert.That((await bench.FindingsIn("App")).Select(f => f.ToString()), Is.Empty);
    }

    [Test]
    public async Task What_another_project_does_is_lifted_where_it_is_called()
    {
        using var bench = WithManifest("public static long Now() => DateTime.UtcNow.Ticks;", "[Memoize] public static long F(int x) => x + Helper.Now(); public static long G() => F(1);");
        await bench.Choose("App", "MEMO104", "Lift 'Helper.Now()'");
        Assert.That(bench.Text("App", "App.cs"), Does.Contain("F(int x, long now) => x + now; public static long G() => F(1, Helper.Now())"));
        await bench.ShouldBeClean();
    }

    [Test]
    public async Task A_file_that_another_project_reads_is_declared()
    {
        using var bench = WithManifest("public static string Read(string p) => File.ReadAllText(p);", "[Memoize] public static string F(string path) => Helper.Read(path + \".txt\");");
        await bench.Choose("App", "MEMO101", "Declare the dependency: [DependsOnFile(\"{path}.txt\")]");
        await bench.ShouldBeClean();
    }

    [Test]
    public async Task What_nobody_knows_of_another_project_is_assumed_or_described([Values] bool described)
    {
        using var bench = new Workbench()
            .Add("Lib", [], ("Lib.cs", "namespace Lib; public static class Helper { public static int Twice(int x) => 2 * x; }"))
            .Add("App", ["Lib"], ("MemoEffects.txt", "# ours"), ("App.cs", "using Lib;\nusing Memo;\nnamespace App;\npublic static class C { [Memoize] public static int F(int x) => Helper.Twice(x); }\n"));
        await bench.Choose("App", "MEMO108", described ? "Say in MemoEffects.txt" : "Assume everywhere that 'Helper.Twice' is pure");
        await bench.ShouldBeClean();
        Assert.That(bench.Text("App", "MemoEffects.txt"), Is.EqualTo(described ? "# ours\nM:Lib.Helper.Twice(System.Int32) = pure\n" : "# ours"));
    }

    [TestCase("", "M:Lib.Helper.Twice(System.Int32) = pure\n")]
    [TestCase("# ours\n", "# ours\nM:Lib.Helper.Twice(System.Int32) = pure\n")]
    [TestCase("# ours\r\n# and more", "# ours\r\n# and more\r\nM:Lib.Helper.Twice(System.Int32) = pure\r\n")]
    public async Task A_line_ends_as_the_lines_of_the_file_do(string before, string after)
    {
        using var bench = new Workbench()
            .Add("Lib", [], ("Lib.cs", "namespace Lib; public static class Helper { public static int Twice(int x) => 2 * x; }"))
            .Add("App", ["Lib"], ("MemoEffects.txt", before), ("App.cs", "using Lib; using Memo; public static class C { [Memoize] public static int F(int x) => Helper.Twice(x); }"));
        await bench.Choose("App", "MEMO108", "Say in MemoEffects.txt: M:Lib.Helper.Twice(System.Int32) = pure");
        Assert.That(bench.Text("App", "MemoEffects.txt"), Is.EqualTo(after));
        await bench.ShouldBeClean();
    }

    [Test]
    public async Task Without_the_file_no_line_is_offered()
    {
        using var bench = new Workbench()
            .Add("Lib", [], ("Lib.cs", "namespace Lib; public static class Helper { public static int Twice(int x) => 2 * x; }"))
            .Add("App", ["Lib"], ("App.cs", "using Lib; using Memo; public static class C { [Memoize] public static int F(int x) => Helper.Twice(x); }"));
        Assert.That(await bench.MenuOf("App", "MEMO108"), Is.EqualTo(["Assume everywhere that 'Helper.Twice' is pure: [assembly: AssumePure(…, \"why\")]"]));
    }

    // What another project tells of itself, as its build would have written it.
    private static Workbench WithManifest(string helper, string members)
    {
        var source = $"namespace Lib; public static class Helper {{ {helper} }}";
        return new Workbench().Add("Lib", [], ("Lib.cs", source), ("Manifest.cs", TellingLibrary.ManifestOf(source))).Add("App", ["Lib"], ("App.cs", $"using Lib;\nusing Memo;\nnamespace App;\npublic static class C {{ {members} }}\n"));
    }

    private static async Task Compiles(Workbench bench)
    {
        foreach (var project in new[] { "Lib", "App" })
        {
            Assert.That((await bench.FindingsIn(project)).Where(found => found.Id.StartsWith("CS", StringComparison.Ordinal)), Is.Empty);
        }
    }
}
