using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>A solution that gives the package to all of its projects at once, whatever language they are written in.</summary>
internal sealed class SolutionTests
{
    [Test]
    public void Where_all_projects_get_the_package_the_ones_in_CSharp_remember_and_the_others_are_left_alone()
    {
        var solution = TestProject.WithoutFiles("MixedSolution");
        solution.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Memo.Analyzers" Version="{BuildFacts.PackedVersion}" />
              </ItemGroup>
            </Project>
            """);
        solution.Write("MixedSolution.slnx", """
            <Solution>
              <Project Path="Program/Program.csproj" />
              <Project Path="Steps/Steps.csproj" />
              <Project Path="Functional/Functional.fsproj" />
              <Project Path="Basic/Basic.vbproj" />
            </Solution>
            """);

        // The languages count their versions each in its own way, so a low number is no old C#; what Memo reads in a project is broken on purpose.
        var functional = solution.Inside("Functional").Describe(
            "<TargetFramework>netstandard2.0</TargetFramework><LangVersion>9.0</LangVersion>", """<Compile Include="Numbers.fs" />""", language: "fsproj");
        functional.Write("Numbers.fs", "module Functional.Numbers\n\nlet now () = System.DateTime.UtcNow.Year / 1000\n");
        functional.Write("MemoEffects.txt", "not an effect\n");
        var basic = solution.Inside("Basic").Describe("<LangVersion>10</LangVersion>", "", language: "vbproj");
        basic.Write("MemoEffects.txt", "not an effect\n");
        basic.Write("Numbers.vb", """
            Public Module Numbers
              Public Function Two() As Integer
                Return 2
              End Function
            End Module
            """);
        var steps = solution.Inside("Steps").Describe("", "");
        steps.Write("Numbers.cs", """
            using Memo;

            namespace Steps;

            public static class Numbers
            {
                public static int Sum(int limit) => SumOf(limit);

                [Memoize] private static int SumOf(int limit) => limit == 0 ? 0 : limit + Sum(limit - 1);
            }
            """);
        var program = solution.Inside("Program").Describe(
            "<OutputType>Exe</OutputType>",
            """<ProjectReference Include="../Steps/Steps.csproj" /><ProjectReference Include="../Functional/Functional.fsproj" /><ProjectReference Include="../Basic/Basic.vbproj" />""");
        program.Write("Program.cs", """
            System.Console.WriteLine(Program.Product(Functional.Numbers.now(), Basic.Numbers.Two()) + Steps.Numbers.Sum(1));

            internal static partial class Program
            {
                [Memo.Memoize] private static int Product(int x, int y) => x * y;
            }
            """);

        var build = solution.BuildWell("-v:detailed");

        Assert.That(build.Warnings, Is.Empty);
        var calls = build.Result.Output.Split('\n').Where(line => line.Contains(" /noconfig ", StringComparison.Ordinal)).ToLookup(line => line.Contains("/csc ", StringComparison.Ordinal));
        Assert.That(calls[true].ToList(), Has.Count.EqualTo(2).And.All.Contains("Memo.Analyzers.dll"), "C#");
        Assert.That(calls[false].ToList(), Has.Count.EqualTo(1).And.All.Contains("/vbc ").And.None.Contains("Memo.Analyzers.dll").And.None.Contains("MemoEffects"), "the others");
        var plain = program.RunPlainly();
        Assert.That(plain.Result.Output.TrimEnd(), Is.EqualTo("5"));
        foreach (var expected in new[] { "miss", "hit" })
        {
            var run = program.Run().ShouldPrintWhat(plain);
            Assert.That((run.Of("Program.Product"), run.Kinds), Is.EqualTo((expected, expected)));
        }
    }
}
