using Memo.Package.Tests.Processes;
using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>A compiler that stays between builds, with all that the analyzers keep in it.</summary>
internal sealed class CompilerServerTests
{
    // A server of this test alone: it ends with it, and others' builds neither use nor end it.
    private readonly string _pipe = $"memo-test-{Guid.NewGuid():N}";

    [TearDown]
    public void End() =>
        Command.Dotnet(PackedFile.Home, new Dictionary<string, string>(), BuildFacts.CompilerServer, "-shutdown", "-pipename:" + _pipe);

    [Test]
    public void Builds_by_one_server_tell_edits_apart()
    {
        var project = new TestProject("Served");
        project.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Steps.Through(2));
            Console.WriteLine(Steps.Beside(2));

            internal static class Steps
            {
                [Memoize] public static int Through(int x) => Reached.By(x);

                [Memoize] public static int Beside(int x) => x + 1;
            }
            """);
        project.Write("Reached.cs", """
            internal static class Reached
            {
                public static int By(int x) => 2 * x;
            }
            """);

        ShouldBe("miss", "miss");

        project.Edit("Reached.cs", "2 * x", "3 * x");
        ShouldBe("miss", "hit");

        project.Edit("Reached.cs", "3 * x", "2 * x");
        ShouldBe("hit", "hit");

        project.Edit("Reached.cs", "2 * x", "2 * x + DateTime.UtcNow.Year / 3000");
        ShouldBe("bypass", "hit", "MEMO104: 'Through' reads the clock through Through → Reached.By → DateTime.UtcNow (Reached.cs:3)");

        void ShouldBe(string through, string beside, params string[] warnings)
        {
            var build = project.BuildWell("-v:normal", "-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + _pipe);
            Assert.That(build.Result.Output, Does.Contain("server processed compilation"));
            Assert.That(build.Warnings, Is.EqualTo(warnings));
            var run = project.Run().ShouldPrintWhat(project.RunPlainly());
            Assert.That((run.Of("Steps.Through"), run.Of("Steps.Beside")), Is.EqualTo((through, beside)));
        }
    }
}
