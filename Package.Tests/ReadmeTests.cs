using System.Text.RegularExpressions;
using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>What the package's front page shows first has to be true.</summary>
internal sealed partial class ReadmeTests
{
    [Test]
    public void The_first_program_of_the_README_does_what_it_says_there()
    {
        var project = new TestProject("FirstProgram");
        project.Write("Program.cs", FirstProgram().Match(File.ReadAllText(Path.Combine(BuildFacts.RepositoryFolder, "README.md"))).Groups[1].Value);
        project.Write("a.txt", "the cat and the hat");
        project.Write("b.txt", "one two one");
        Assert.That(project.BuildWell().Warnings, Is.Empty);

        Assert.That(Run(), Is.EqualTo("miss miss"));
        Assert.That(Run(), Is.EqualTo("hit hit"));
        project.Write("b.txt", "one two three");
        Assert.That(Run(), Is.EqualTo("hit miss"));

        string Run()
        {
            var run = project.Run("a.txt", "b.txt").ShouldPrintWhat(project.RunPlainly("a.txt", "b.txt"));
            return string.Join(' ', run.Calls.Select(call => call.Kind));
        }
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstProgram();
}
