using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>The package in projects that are set up in one way or another.</summary>
internal sealed class ProjectSettingsTests
{
    private const string CleanProgram = """
        using Memo;

        Console.WriteLine(Shapes.Area(new Shape("circle", 2)));
        Console.WriteLine(string.Join(",", Shapes.Sorted(new[] { 3, 1, 2 })));

        internal sealed record Shape(string Name, double Size);

        internal static class Shapes
        {
            [Memoize]
            public static double Area(Shape shape) => shape.Name == "circle" ? shape.Size * shape.Size * Math.PI : shape.Size;

            [Memoize]
            public static int[] Sorted(int[] numbers) => numbers.Order().ToArray();
        }
        """;

    [TestCase("<Nullable>enable</Nullable>", "NullableOn")]
    [TestCase("<Nullable>disable</Nullable>", "NullableOff")]
    [TestCase("<LangVersion>12</LangVersion>", "OldestLanguage")]
    [TestCase("<InterceptorsNamespaces>Some.Others</InterceptorsNamespaces>", "OtherInterceptors")]
    public void Clean_code_builds_where_warnings_are_errors(string property, string name)
    {
        var project = new TestProject(name, property + "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        project.Write("Program.cs", CleanProgram);

        Assert.That(project.BuildWell().Warnings, Is.Empty);

        var plain = project.RunPlainly();
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"));
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("hit"));
    }

    // What strict projects set, and names that are hard to write: also the generated file has to pass.
    [TestCase("enable")]
    [TestCase("disable")]
    public void Generated_code_passes_the_strictest_settings(string nullable)
    {
        var project = new TestProject("Strict" + nullable, $"""
            <Nullable>{nullable}</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningLevel>9999</WarningLevel>
                <AnalysisLevel>latest-all</AnalysisLevel><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow><AllowUnsafeBlocks>false</AllowUnsafeBlocks>
            """);
        project.Edit($"Strict{nullable}.csproj", "<ImplicitUsings>enable</ImplicitUsings>", "<ImplicitUsings>disable</ImplicitUsings>");
        project.Write("Program.cs", """
            using System;
            using System.Globalization;
            using Memo;

            [assembly: CLSCompliant(false)]

            Console.WriteLine(Shapes.@double(new Shape("circle", 2), 3).ToString(CultureInfo.InvariantCulture));
            Console.WriteLine(new Shape("square", 5).@checked(6));
            Console.WriteLine(await Shapes.@await(7, "a.txt").ConfigureAwait(false));

            internal sealed record Shape(string Name, int Size)
            {
                [Memoize]
                public int @checked(int @event) => Size * @event;
            }

            internal static class Shapes
            {
                [Memoize]
                public static long @double(Shape @class, int @int) => @class.Name == "circle" ? @class.Size * @int : @int;

                public static async System.Threading.Tasks.Task<int> @await(int @in, string @out) =>
                    await @private(@in).ConfigureAwait(false) + @params(new[] { @in }) + @using(@out).Length;

                [Memoize]
                private static async System.Threading.Tasks.ValueTask<int> @private(int @in)
                {
                    await System.Threading.Tasks.Task.Yield();
                    return @in;
                }

                [Memoize]
                private static int @params<@struct>(@struct[] @base) where @struct : struct => @base.Length;

                [Memoize, DependsOnFile("{using}")]
                private static string @using(string @using) => System.IO.File.ReadAllText(@using);
            }
            """);
        project.Write("a.txt", "a");

        Assert.That(project.BuildWell().Warnings, Is.Empty);

        var plain = project.RunPlainly();
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"));
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("hit"));
    }

    [Test]
    public void A_parameter_that_cannot_be_part_of_a_key_is_reported_and_the_method_runs()
    {
        var project = new TestProject("StreamParameter");
        project.Write("Program.cs", """
            using Memo;

            using var stream = new MemoryStream(new byte[] { 1, 2, 3 });
            Console.WriteLine(Sizes.Of(stream));

            internal static class Sizes
            {
                [Memoize]
                public static long Of(Stream stream) => stream.Length;
            }
            """);

        Assert.That(project.BuildWell().WarningsOf("MEMO201"), Has.Some.Contains("'stream'"));

        var plain = project.RunPlainly();
        Assert.That(plain.Result.Output.TrimEnd(), Is.EqualTo("3"));
        for (var again = 0; again < 2; again++)
        {
            Assert.That(project.Run().ShouldPrintWhat(plain).Calls.Select(call => call.Kind), Has.None.EqualTo("hit").And.None.EqualTo("miss"));
        }
    }

    [Test]
    public void The_effects_file_of_a_project_is_read_without_naming_it()
    {
        var project = new TestProject("OwnEffects");
        project.Write("Program.cs", CleanProgram);
        project.Write("MemoEffects.txt", "M:Somebody.Elses.Code = harmless, I hope\n");

        // That a line is not understood is the simplest sign that it was read, whatever else the catalog knows.
        Assert.That(project.BuildWell().WarningsOf("MEMO406"), Has.Exactly(1).Items);
    }

    [Test]
    public void Entries_lie_where_the_project_says_unless_the_environment_says_otherwise()
    {
        var project = new TestProject("OwnDirectory", "<Nullable>enable</Nullable><MemoDirectory>$(MSBuildProjectDirectory)/remembered</MemoDirectory>")
        {
            Store = "",
        };
        project.Write("Program.cs", CleanProgram);
        Assert.That(project.BuildWell().Warnings, Is.Empty);

        var plain = project.RunPlainly();
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"));
        Assert.That(Directory.GetFiles(project.PathOf("remembered"), "*.json", SearchOption.AllDirectories), Is.Not.Empty);
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("hit"));
    }

    [Test]
    public void A_project_in_an_old_language_is_told_so_once_and_works_as_ever()
    {
        var project = new TestProject("OldLanguage", "<LangVersion>10</LangVersion>");
        project.Write("Program.cs", CleanProgram);

        var warnings = project.BuildWell().Warnings;

        Assert.That(warnings, Is.EqualTo(new[]
        {
            "MEMO000: Nothing is memoized in OldLanguage: its LangVersion is 10, and Memo needs 12 or later.",
        }));
        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Calls, Is.Empty);
    }

    [Test]
    public void A_compiler_that_is_too_old_is_told_so_once()
    {
        var project = new TestProject("OldCompiler");
        project.Write("Program.cs", CleanProgram);

        // The targets of each compiler set this property to their own version.
        var warnings = project.BuildWell("-p:CompilerApiVersion=roslyn4.14").Warnings;

        Assert.That(warnings, Is.EqualTo(new[]
        {
            "MEMO000: Nothing is memoized in OldCompiler: its compiler is roslyn4.14, and Memo needs roslyn5.0 or later, which every .NET 10 SDK brings along.",
        }));
        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Calls, Is.Empty);
    }

    [Test]
    public void A_project_that_only_uses_such_a_library_is_told_nothing()
    {
        var library = new TestProject("LibraryForOldLanguage", "<OutputType>Library</OutputType>");
        library.Write("Shapes.cs", "namespace LibraryForOldLanguage; public static class Shapes { public static int Area(int side) => Square(side); [Memo.Memoize] private static int Square(int side) => side * side; }\n");
        var project = TestProject.WithoutFiles("UserInOldLanguage");
        project.Write("UserInOldLanguage.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>10</LangVersion>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../LibraryForOldLanguage/LibraryForOldLanguage.csproj" />
              </ItemGroup>
            </Project>
            """);
        project.Write("Program.cs", "System.Console.WriteLine(LibraryForOldLanguage.Shapes.Area(3));\n");

        Assert.That(project.BuildWell().Warnings, Is.Empty);
        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Of("Shapes.Square"), Is.EqualTo("miss"));
    }

    [Test]
    public void A_target_without_the_runtime_is_told_so_once()
    {
        var project = new TestProject("OldTarget", "<OutputType>Library</OutputType><LangVersion>latest</LangVersion>");
        project.Edit("OldTarget.csproj", "net10.0", "netstandard2.0");
        project.Write("Point.cs", "public sealed class Point { }\n");

        Assert.That(project.BuildWell().Warnings, Is.EqualTo(new[]
        {
            "MEMO000: Nothing is memoized in OldTarget: it targets netstandard2.0, and Memo needs net10.0 or later.",
        }));
    }
}
