using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

internal sealed class LibraryTests
{
    [Test]
    public void A_program_needs_nothing_to_use_a_library_that_remembers()
    {
        var library = new TestProject("RememberingLibrary", "<OutputType>Library</OutputType>");
        library.Write("Primes.cs", """
            using Memo;

            namespace RememberingLibrary;

            public static class Primes
            {
                public static int CountBelow(int limit) => Count(limit);

                [Memoize]
                private static int Count(int limit) =>
                    Enumerable.Range(2, limit - 2).Count(n => Enumerable.Range(2, n - 2).All(divisor => n % divisor != 0));
            }
            """);
        var program = TestProject.WithoutFiles("UserOfTheLibrary").Describe(
            "<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>",
            """<ProjectReference Include="../RememberingLibrary/RememberingLibrary.csproj" />""");
        program.Write("Program.cs", "System.Console.WriteLine(RememberingLibrary.Primes.CountBelow(100));\n");

        Assert.That(program.BuildWell().Warnings, Is.Empty);

        var plain = program.RunPlainly();
        Assert.That(plain.Result.Output.TrimEnd(), Is.EqualTo("25"));
        Assert.That(program.Run().ShouldPrintWhat(plain).Of("Primes.Count"), Is.EqualTo("miss"));
        Assert.That(program.Run().ShouldPrintWhat(plain).Of("Primes.Count"), Is.EqualTo("hit"));
    }
}
