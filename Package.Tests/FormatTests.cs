using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>The code fixes, applied by <c>dotnet format</c> to a project that references the package.</summary>
internal sealed class FormatTests
{
    [Test]
    public void The_fix_for_MEMO101_declares_the_file_and_the_method_is_remembered_until_the_file_changes()
    {
        var project = new TestProject("FixedByFormat");
        project.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Settings.Lines("settings.txt"));

            internal static class Settings
            {
                [Memoize]
                public static int Lines(string path)
                {
                    return File.ReadAllLines(path).Length;
                }
            }
            """);
        project.Write("settings.txt", "one\ntwo\n");
        Assert.That(project.BuildWell().WarningsOf("MEMO101"), Has.Exactly(1).Items);
        var plain = project.RunPlainly();
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("bypass"));

        var fix = project.Fix("MEMO101");
        Assert.That(fix.ExitCode, Is.Zero, fix.ToString());
        Assert.That(project.Read("Program.cs"), Does.Contain("[DependsOnFile(\"{path}\")]"), fix.ToString());

        Assert.That(project.BuildWell().Warnings, Is.Empty);
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"));
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("hit"));
        project.Write("settings.txt", "one\ntwo\nthree\n");
        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Kinds, Is.EqualTo("miss"));
    }

    [Test]
    public void Each_fix_mends_a_real_project_which_then_prints_the_same()
    {
        var project = new TestProject("AllFixedByFormat");
        project.Write("data/a.csv", "1\n2\n");
        project.Write("Program.cs", """
            using Memo;

            Environment.SetEnvironmentVariable("MEMO_TEST_SCALE", "3");
            Console.WriteLine(Work.Files("data"));
            Console.WriteLine(Work.Limited(4));
            Settings.Change();
            Console.WriteLine(Work.Limited(4));
            Console.WriteLine(Work.Scaled(4));
            Console.WriteLine(Work.Parsed("1.5"));
            Console.WriteLine(Work.Least([3, 1, 2]));
            Console.WriteLine(Work.Logged(4));
            Console.WriteLine(Work.Watched(4, () => { }));
            Console.WriteLine(string.Join(",", Work.Same([1, 2])));
            Console.WriteLine(string.Join(",", Work.Squares(3)));
            Console.WriteLine(string.Join(",", new[] { 1, 2 }.Select(Work.Limited)));
            Console.WriteLine(Work.Unread("x") + Work.Plain(2));
            Work.Nothing();

            internal static class Work
            {
                [Memoize]
                public static int Files(string folder) => Directory.GetFiles(folder).Length;

                [Memoize]
                public static int Limited(int x) => x + Settings.Limit + Settings.Fixed;

                [Memoize]
                public static string Scaled(int x) => x + Environment.GetEnvironmentVariable("MEMO_TEST_SCALE");

                [Memoize]
                public static double Parsed(string text) => double.Parse(text);

                [Memoize]
                public static int Least(int[] xs)
                {
                    Array.Sort(xs);
                    return xs[0];
                }

                [Memoize]
                public static int Logged(int x) => Log.Of(x);

                [Memoize]
                public static int Watched(int x, Action done) => x;

                [Memoize]
                public static int[] Same(int[] xs) => xs;

                [Memoize]
                public static IEnumerable<int> Squares(int count) => Enumerable.Range(0, count).Select(n => n * n);

                [Memoize]
                [DependsOnFile("{name}")]
                public static string Unread(string name) => name;

                [Memoize]
                public static int Plain(int x) => Assumed(x);

                [AssumePure("nothing to assume")]
                private static int Assumed(int x) => x;

                [Memoize]
                public static void Nothing() { }
            }

            internal static class Log
            {
                public static int Of(int x)
                {
                    Console.Error.WriteLine("logged");
                    return x;
                }
            }

            public static class Settings
            {
                public static int Limit = 1;
                public static int Fixed = 2;
                public static void Change() => Limit = 5;
            }
            """);
        string[] rules = ["MEMO101", "MEMO102", "MEMO105", "MEMO106", "MEMO109", "MEMO201", "MEMO203", "MEMO204", "MEMO301", "MEMO302", "MEMO402"];
        project.BuildWell();
        var plain = project.RunPlainly();

        foreach (var rule in rules.Append("MEMO403"))
        {
            var fix = project.Fix(rule);
            Assert.That(fix.ExitCode, Is.Zero, fix.ToString());
        }

        var build = project.BuildWell();
        Assert.That(rules.SelectMany(build.WarningsOf), Is.Empty, project.Read("Program.cs"));
        project.RunPlainly().ShouldPrintWhat(plain);
        project.Run().ShouldPrintWhat(plain);
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Does.Not.Contain("bypass"), project.Read("Program.cs"));
    }

    [Test]
    public void A_project_that_does_not_build_and_code_that_nobody_can_see_through_are_mended()
    {
        var project = new TestProject("MendedByFormat");
        project.Write("data/a.csv", "1\n2\n");
        project.Write("data/sub/b.csv", "3\n");
        project.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Work.Lines("data/a.csv"));
            Console.WriteLine(Work.Files("data"));
            Console.WriteLine(Work.Made("System.Int32"));
            Console.WriteLine(Work.Gamma(5));
            Console.WriteLine(Work.Scaled(2));
            Console.WriteLine(Work.Shown(1.5));

            internal static class Work
            {
                [Memoize, DependsOnFile("{paht}")]
                public static int Lines(string path) => File.ReadAllLines(path).Length;

                [Memoize, DependsOnDirectory("{folder}")]
                public static int Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length;

                [Memoize]
                public static string Made(string type) => Default(type);

                private static string Default(string type) => Activator.CreateInstance(Type.GetType(type)!)!.ToString()!;

                [Memoize]
                public static double Gamma(double x) => MathNet.Numerics.SpecialFunctions.Gamma(x);

                [Memoize]
                public static string Scaled(int x) => x + Environment.GetEnvironmentVariable("MEMO_TEST_SCALE");

                [Memoize]
                public static string Shown(double x) => x.ToString();
            }
            """);
        var adding = project.Add("MathNet.Numerics", "5.0.0");
        Assert.That(adding.ExitCode, Is.Zero, adding.ToString());
        Assert.That(project.Build().Result.Output, Does.Contain("error MEMO401"));

        // One kind of fix in a run: MEMO105 has two here.
        foreach (var rule in new[] { "MEMO401", "MEMO404", "MEMO107", "MEMO108", "MEMO105", "MEMO105" })
        {
            var fix = project.Fix(rule);
            Assert.That(fix.ExitCode, Is.Zero, fix.ToString());
        }

        Assert.That(project.BuildWell().Warnings, Is.Empty, project.Read("Program.cs"));
        Assert.That(project.Fix("MEMO105", "--verify-no-changes").ExitCode, Is.Zero, "nothing is left, not even for information");
        var plain = project.RunPlainly();
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"), project.Read("Program.cs"));
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("hit"));
    }
}
