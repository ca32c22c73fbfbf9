using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

internal sealed class MultiTargetedLibraryTests
{
    [Test]
    public void A_library_remembers_for_the_target_that_can_and_is_told_of_the_other_one_once()
    {
        var solution = TestProject.WithoutFiles("SeveralTargets");

        // The language of an old target is old, too, unless the project says otherwise; what is said is what stands in the way.
        var library = solution.Inside("Words").Describe("<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>");
        library.Write("Words.cs", """
            #if NET10_0_OR_GREATER
            using Memo;
            #endif

            public static class Words
            {
                public static int Count(string text)
                {
                    return CountOf(text);
                }

            #if NET10_0_OR_GREATER
                [Memoize]
            #endif
                private static int CountOf(string text)
                {
                    return text.Split(' ').Length;
                }
            }
            """);
        var program = solution.Inside("Program").Describe(
            "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>", """<ProjectReference Include="../Words/Words.csproj" />""");
        program.Write("Program.cs", "System.Console.WriteLine(Words.Count(\"one and two\"));\n");

        var build = library.BuildWell();

        Assert.That(build.Warnings, Is.EqualTo(new[] { "MEMO000: Nothing is memoized in Words: it targets netstandard2.0, and Memo needs net10.0 or later." }));
        Assert.That(File.Exists(library.PathOf("bin/Debug/netstandard2.0/Words.dll")));
        Assert.That(library.BuildWell("--no-incremental", "-p:NoWarn=MEMO000").Warnings, Is.Empty);
        Assert.That(program.BuildWell().Warnings, Is.Empty);
        var plain = program.RunPlainly();
        Assert.That(plain.Result.Output.TrimEnd(), Is.EqualTo("3"));
        Assert.That(program.Run().ShouldPrintWhat(plain).Of("Words.CountOf"), Is.EqualTo("miss"));
        Assert.That(program.Run().ShouldPrintWhat(plain).Of("Words.CountOf"), Is.EqualTo("hit"));
    }
}
