using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>One file says which packages there are, in which versions.</summary>
internal sealed class CentralPackagesTests
{
    // A global reference is for what only extends the build, and would leave out the runtime that code compiles against.
    [TestCase("CentralVersion", "PackageVersion", """<PackageReference Include="Memo.Analyzers" />""")]
    [TestCase("CentralReference", "GlobalPackageReference", "")]
    public void A_version_that_is_given_centrally_serves_program_and_library(string name, string kind, string reference)
    {
        var solution = TestProject.WithoutFiles(name);
        solution.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <{kind} Include="Memo.Analyzers" Version="{BuildFacts.PackedVersion}" />
              </ItemGroup>
            </Project>
            """);
        var library = solution.Inside("Steps").Describe("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", reference);
        library.Write("Numbers.cs", """
            #if NET
            namespace Steps
            {
                public static class Numbers
                {
                    public static int Square(int x) => SquareOf(x);

                    [Memo.Memoize] private static int SquareOf(int x) => x * x;
                }
            }
            #endif
            """);
        var program = solution.Inside("Program").Describe(
            "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>", reference + """<ProjectReference Include="../Steps/Steps.csproj" />""");
        program.Write("Program.cs", """
            System.Console.WriteLine(Program.Twice(Steps.Numbers.Square(3)));

            internal static partial class Program
            {
                [Memo.Memoize] private static int Twice(int x) => 2 * x;
            }
            """);

        Assert.That(library.BuildWell().Warnings, Is.EqualTo(new[] { "MEMO000: Nothing is memoized in Steps: it targets netstandard2.0, and Memo needs net10.0 or later." }));
        Assert.That(program.BuildWell().Warnings, Is.Empty);

        var plain = program.RunPlainly();
        Assert.That(plain.Result.Output.TrimEnd(), Is.EqualTo("18"));
        foreach (var expected in new[] { "miss", "hit" })
        {
            var run = program.Run().ShouldPrintWhat(plain);
            Assert.That((run.Of("Numbers.SquareOf"), run.Of("Program.Twice")), Is.EqualTo((expected, expected)));
        }
    }
}
