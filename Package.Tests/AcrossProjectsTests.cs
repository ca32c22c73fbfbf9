using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>A program, a library whose manifest tells what it does, one below that, and one without the package.</summary>
internal sealed class AcrossProjectsTests
{
    [Test]
    public void An_edit_in_a_library_reruns_what_reaches_it_and_nothing_else()
    {
        var deep = Library("Deep", telling: true);
        deep.Write("Deep.cs", """
            namespace Deep;

            public static class Numbers
            {
                public static int Reached(int x) => x + 1;

                public static int Other(int x) => x + 100;
            }
            """);
        var middle = Library("Middle", telling: true, "Deep");
        middle.Write("Middle.cs", """
            namespace Middle;

            public static class Text
            {
                public static string Of(int x) => new string('a', Deep.Numbers.Reached(x));

                public static string Alone(int x) => new string('b', x);
            }
            """);
        var silent = Library("Silent", telling: false);
        silent.Write("Silent.cs", """
            namespace Silent;

            public static class Plain
            {
                public static int Twice(int x) => 2 * x;
            }
            """);
        var program = Project("AcrossProjects", "<OutputType>Exe</OutputType>", usesPackage: true, "Middle", "Silent");
        program.Write("MemoEffects.txt", "M:Silent.Plain.Twice(System.Int32) = pure\n");
        program.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Steps.Through(2));
            Console.WriteLine(Steps.Beside(2));
            Console.WriteLine(Steps.Outside(2));

            static class Steps
            {
                [Memoize] public static string Through(int x) => Middle.Text.Of(x);

                [Memoize] public static string Beside(int x) => Middle.Text.Alone(x);

                [Memoize] public static int Outside(int x) => Silent.Plain.Twice(x);
            }
            """);

        ShouldBe("miss", "miss", "miss");
        ShouldBe("hit", "hit", "hit");

        deep.Edit("Deep.cs", "x + 1;", "x + 2;");
        ShouldBe("miss", "hit", "hit");

        deep.Edit("Deep.cs", "x + 100;", "x + 200;");
        ShouldBe("hit", "hit", "hit");

        middle.Edit("Middle.cs", "'b'", "'c'");
        ShouldBe("hit", "miss", "hit");

        middle.Edit("Middle.cs", "namespace Middle;", "namespace Middle; // the middle one");
        ShouldBe("hit", "hit", "hit");

        silent.Edit("Silent.cs", "2 * x", "x + x");
        ShouldBe("hit", "hit", "miss");

        // As an update of a package would, where nobody builds the program anew.
        silent.Edit("Silent.cs", "x + x", "x + x + 1");
        silent.BuildWell();
        File.Copy(silent.PathOf("bin/Debug/net10.0/Silent.dll"), program.PathOf("bin/Debug/net10.0/Silent.dll"), overwrite: true);
        RunShouldBe("hit", "hit", "miss");
        RunShouldBe("hit", "hit", "hit");

        void ShouldBe(string through, string beside, string outside)
        {
            program.BuildWell();
            RunShouldBe(through, beside, outside);
        }

        void RunShouldBe(string through, string beside, string outside)
        {
            var run = program.Run().ShouldPrintWhat(program.RunPlainly());
            Assert.That(new[] { run.Of("Steps.Through"), run.Of("Steps.Beside"), run.Of("Steps.Outside") }, Is.EqualTo(new[] { through, beside, outside }));
        }
    }

    private static TestProject Library(string name, bool telling, params string[] references) =>
        Project(name, "<OutputType>Library</OutputType>" + (telling ? "<MemoManifest>public</MemoManifest>" : ""), telling, references);

    private static TestProject Project(string name, string properties, bool usesPackage, params string[] references) => TestProject.WithoutFiles(name).Describe(
        "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>" + properties,
        (usesPackage ? TestProject.Package : "") + string.Concat(references.Select(reference => $"""<ProjectReference Include="../{reference}/{reference}.csproj" />""")));
}
