using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>One source, built where it is written and by a machine that builds for everybody.</summary>
internal sealed class BuildMachineTests
{
    [Test]
    public void What_one_build_stored_answers_the_other_unless_it_tells_where_it_was_built()
    {
        var both = TestProject.WithoutFiles("BuildMachine");
        var here = Project(both.Inside("here/Pipeline"), "");
        var machine = Project(both.Inside("far/away/Pipeline"), "<ContinuousIntegrationBuild>true</ContinuousIntegrationBuild><PathMap>$(MSBuildProjectDirectory)=/_</PathMap>");

        ShouldBe(here, "miss", "miss");
        ShouldBe(machine, "hit", "miss");
        ShouldBe(here, "hit", "hit");
    }

    private static void ShouldBe(TestProject project, string step, string place)
    {
        var run = project.Run().ShouldPrintWhat(project.RunPlainly());
        Assert.That((run.Of("Steps.CountAsync"), run.Of("Steps.Place")), Is.EqualTo((step, place)), run.Result.Error);
    }

    private static TestProject Project(TestProject project, string properties)
    {
        project.Describe("<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>" + properties);
        project.Write("Program.cs", """
            Console.WriteLine(await Steps.CountAsync(new Words(["a", "b"])));
            Console.WriteLine(Steps.Place(1));

            internal sealed record Words(string[] All);
            """);
        project.Write("Steps/Steps.cs", """
            using System.Runtime.CompilerServices;
            using Memo;

            internal static class Steps
            {
                [Memoize]
                public static async Task<int> CountAsync(Words words)
                {
                    await Task.Yield();
                    return words.All.Select(word => word.Length).Sum();
                }

                [Memoize] public static string Place(int x) => x + File();

                private static string File([CallerFilePath] string path = "") => path;
            }
            """);
        Assert.That(project.BuildWell().Warnings, Is.Empty);
        return project;
    }
}
