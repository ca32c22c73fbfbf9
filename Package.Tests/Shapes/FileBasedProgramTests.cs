using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>A program that is one file and no project: <c>dotnet run program.cs</c>.</summary>
internal sealed class FileBasedProgramTests
{
    [Test]
    public void A_file_that_names_the_package_is_all_that_it_takes_to_remember()
    {
        var folder = TestProject.WithoutFiles("OneFile");
        folder.Write("program.cs", $$"""
            #:package Memo.Analyzers@{{BuildFacts.PackedVersion}}
            #:property PublishAot=false
            using Memo;

            Console.WriteLine(Steps.Twice(args.Length));

            internal static class Steps
            {
                [Memoize] public static int Twice(int x) => 2 * x;
            }
            """);

        var plain = folder.RunFile("program.cs", "off", "a");
        Assert.That(plain.Result.Output, Is.EqualTo("2" + Environment.NewLine), plain.Result.ToString());
        Assert.That(folder.RunFile("program.cs", "on", "a").ShouldPrintWhat(plain).Of("Steps.Twice"), Is.EqualTo("miss"));
        Assert.That(folder.RunFile("program.cs", "on", "a").ShouldPrintWhat(plain).Of("Steps.Twice"), Is.EqualTo("hit"));
        Assert.That(folder.RunFile("program.cs", "on", "a", "b").Of("Steps.Twice"), Is.EqualTo("miss"));
    }
}
