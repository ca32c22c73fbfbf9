using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>One source, built by two people who agree on nothing else.</summary>
internal sealed class SameManifestTests
{
    private static readonly (string Name, string Text)[] Files =
    [
        ("Main.cs", """
            // What is memoized, and what
            // is said of it.
            using Memo;

            Console.WriteLine(Shapes.Area(2) + Texts.Lines(1) + Texts.Clock(1));

            internal static partial class Shapes
            {
                [Memoize]
                public static double Area(double x) =>
                    new Part().Y * -1.5
                    + Half(x);
            }

            internal sealed partial class Part { public int X = 1_234; }

            """),
        ("Shapes.cs", """
            internal static partial class Shapes
            {
                private static double Half(double x)
                {
                    return x / 2 + new[] { 1, 2 }.Sum(n => n * x);
                }
            }

            internal sealed partial class Part { public int Y => X + 1; }

            """),
        ("Texts.cs", """"
            using Memo;

            internal static class Texts
            {
                [Memoize]
                public static string Lines(int x) => x + """
                    one
                    two
                    """;

                [Memoize]
                public static long Clock(int x) => x + DateTime.UtcNow.Ticks;
            }

            """"),
    ];

    [Test]
    public void Folder_day_configuration_and_order_are_not_in_the_manifest_and_the_end_of_a_line_only_where_it_is_in_a_literal()
    {
        var here = Project("Determined", "\n", "<Deterministic>false</Deterministic>", Files);
        here.BuildWell();
        var there = Project(
            "a/folder/that/is/further/down/Determined", "\r\n",
            "<ContinuousIntegrationBuild>true</ContinuousIntegrationBuild><PathMap>$(MSBuildProjectDirectory)=/_</PathMap><AssemblyVersion>7.1.2.3</AssemblyVersion>",
            Files.Reverse(),
            new() { ["TZ"] = "Pacific/Auckland", ["LC_ALL"] = "sv_SE.UTF-8", ["LANG"] = "sv_SE.UTF-8" });
        there.BuildWell("-c", "Release");

        var expected = BuiltManifest.Of(here.PathOf("bin/Debug/net10.0/Determined.dll"));
        var found = BuiltManifest.Of(there.PathOf("bin/Release/net10.0/Determined.dll"));

        Assert.That(found.Keys, Is.EquivalentTo(expected.Keys).And.Contain("M:Part.#ctor"));
        Assert.That(found.Keys.Where(id => found[id] != expected[id]), Is.EqualTo(new[] { "M:Texts.Lines(System.Int32)" }));
    }

    private static TestProject Project(
        string name, string endOfLine, string properties, IEnumerable<(string Name, string Text)> files, Dictionary<string, string>? surroundings = null)
    {
        var project = TestProject.WithoutFiles(name, surroundings ?? []);
        project.Write("Determined.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Memo.Analyzers" Version="{BuildFacts.PackedVersion}" />
                {string.Concat(files.Select(file => $"<Compile Include=\"{file.Name}\" />"))}
              </ItemGroup>
            </Project>
            """);
        foreach (var (file, text) in files) project.Write(file, text.ReplaceLineEndings(endOfLine));
        return project;
    }
}
