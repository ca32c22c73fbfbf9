using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>What stands between a developer who saves a file and the next run: builds upon builds.</summary>
internal sealed class RepeatedBuildTests
{
    private const string UpToDate = "Skipping target \"CoreCompile\" because all output files are up-to-date";

    [Test]
    public void A_build_without_an_edit_compiles_nothing_and_one_with_a_comment_changes_no_call()
    {
        var project = new TestProject("Repeated");
        project.Write("MemoEffects.txt", "# none yet\n");
        project.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Steps.Twice(21));

            internal static class Steps
            {
                [Memoize] public static int Twice(int x) => 2 * x;
            }
            """);
        Build(compiles: true);
        var plain = project.RunPlainly();
        Run("miss");

        Build(compiles: false);
        Run("hit");

        project.Edit("Program.cs", "[Memoize]", "/* Of whole numbers. */ [Memoize]");
        Build(compiles: true);
        Run("hit");

        project.Edit("Program.cs", "2 * x", "x * 2");
        Build(compiles: true);
        Run("miss");

        // No code, but it tells the analysis of code.
        project.Edit("MemoEffects.txt", "none yet", "none");
        Build(compiles: true);
        Run("hit");

        void Build(bool compiles)
        {
            var before = File.Exists(project.PathOf("obj/Debug/net10.0/Repeated.dll")) ? File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/Repeated.dll")) : default;
            var build = project.BuildWell("-v:normal");
            Assert.That(build.Warnings, Is.Empty);
            Assert.That(build.Result.Output, compiles ? Does.Not.Contain(UpToDate) : Does.Contain(UpToDate));
            Assert.That(File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/Repeated.dll")), compiles ? Is.GreaterThan(before) : Is.EqualTo(before));
        }

        void Run(string kind) => Assert.That(project.Run().ShouldPrintWhat(plain).Of("Steps.Twice"), Is.EqualTo(kind));
    }
}
