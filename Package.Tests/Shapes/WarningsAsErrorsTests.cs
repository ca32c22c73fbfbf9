using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Shapes;

/// <summary>Findings stop the build where somebody says so, and only those that are meant.</summary>
internal sealed class WarningsAsErrorsTests
{
    private const string Clock = "MEMO104: 'Year' reads the clock through Year → Now → DateTime.UtcNow (Program.cs:13)";
    private const string Static = "MEMO103: 'Next' changes static state 'Impure.s_count' through Next → s_count (Program.cs:11)";

    [Test]
    public void Findings_are_errors_all_of_them_or_those_that_are_named()
    {
        var project = new TestProject("Impure");
        project.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Impure.Year(1) > 2000);

            internal static class Impure
            {
                private static int s_count;

                [Memoize] public static int Year(int x) => Now().Year + x;

                [Memoize] public static int Next(int x) => s_count++ + x;

                private static DateTime Now() => DateTime.UtcNow;
            }
            """);

        ShouldSay("-warnaserror:MEMO104", 1, [Clock], [Static]);
        ShouldSay("-p:TreatWarningsAsErrors=true", 1, [Clock, Static], []);

        // To hide a warning is not to accept what it says.
        ShouldSay("-p:NoWarn=MEMO104", 0, [], [Static]);
        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Of("Impure.Year"), Is.EqualTo("bypass"));

        void ShouldSay(string option, int exitCode, string[] errors, string[] warnings)
        {
            var build = project.Build("--no-incremental", option);
            Assert.That(build.Result.ExitCode, Is.EqualTo(exitCode), option);
            Assert.That(Said("error"), Is.EquivalentTo(errors), option);
            Assert.That(Said("warning"), Is.EquivalentTo(warnings), option);

            IEnumerable<string> Said(string severity) => build.Messages.Where(message => message.Severity == severity).Select(message => $"{message.Id}: {message.Text}");
        }
    }
}
