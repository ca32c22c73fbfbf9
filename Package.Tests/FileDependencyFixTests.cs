using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

internal sealed class FileDependencyFixTests
{
    [Test]
    public void The_fix_for_MEMO101_declares_the_file_and_the_method_is_remembered_until_the_file_changes()
    {
        var project = new TestProject("FixedByFormat");
        project.Write("Program.cs", """
            using Memo;

            Console.WriteLine(Settings.Lines("settings.txt"));

            internal static class Settings
            {
                [Memoize]
                public static int Lines(string path)
                {
                    return File.ReadAllLines(path).Length;
                }
            }
            """);
        project.Write("settings.txt", "one\ntwo\n");
        Assert.That(project.BuildWell().WarningsOf("MEMO101"), Has.Exactly(1).Items);
        var plain = project.RunPlainly();
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("bypass"));

        var fix = project.Fix("MEMO101");
        Assert.That(fix.ExitCode, Is.Zero, fix.ToString());
        Assert.That(project.Read("Program.cs"), Does.Contain("[DependsOnFile(\"{path}\")]"), fix.ToString());

        Assert.That(project.BuildWell().Warnings, Is.Empty);
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("miss"));
        Assert.That(project.Run().ShouldPrintWhat(plain).Kinds, Is.EqualTo("hit"));
        project.Write("settings.txt", "one\ntwo\nthree\n");
        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Kinds, Is.EqualTo("miss"));
    }
}
