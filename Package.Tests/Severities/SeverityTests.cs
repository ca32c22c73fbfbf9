using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Severities;

/// <summary>Severities from real files: what a build says of a finding, and whether the method is remembered.</summary>
internal sealed class SeverityTests
{
    private const string Program = """
        Console.WriteLine(Today.Share(3));
        Console.WriteLine(Legacy.Old.Share(4));
        Console.WriteLine(Here.Length("Program.cs"));
        """;

    // The clock in two folders, and a file: one finding of another id.
    private static TestProject Project(string name, string properties = "")
    {
        var project = new TestProject(name, properties);
        project.Write("Program.cs", Program);
        project.Write("Today.cs", "static class Today { [Memo.Memoize] public static int Share(int of) => DateTime.Now.Year / 5000 + of; }\n");
        project.Write("Legacy/Old.cs", "namespace Legacy; static class Old { [Memo.Memoize] public static int Share(int of) => DateTime.Now.Year / 5000 + of; }\n");
        project.Write("Here.cs", "static class Here { [Memo.Memoize] public static int Length(string path) => File.ReadAllText(path).Length; }\n");
        return project;
    }

    // Ids of messages as the build shows them, by severity, and which of the three calls hit in a second run.
    private static string Seen(TestProject project, params string[] options)
    {
        var build = project.Build(options);
        var said = string.Join(' ', build.Messages.Select(message => $"{message.Severity}:{message.Id}:{Path.GetFileNameWithoutExtension(message.File)}").Order(StringComparer.Ordinal));
        if (build.Result.ExitCode != 0) return said;
        var plain = project.RunPlainly();
        project.Run().ShouldPrintWhat(plain);
        return said + " | " + string.Join(' ', project.Run().ShouldPrintWhat(plain).Calls.Select(call => call.Kind));
    }

    private const string Untouched = "warning:MEMO101:Here warning:MEMO104:Old warning:MEMO104:Today | bypass bypass bypass";

    [Test]
    public void By_id()
    {
        var project = Project("SeverityById");
        Assert.That(Seen(project), Is.EqualTo(Untouched));

        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.MEMO104.severity = error\n");
        Assert.That(Seen(project), Is.EqualTo("error:MEMO104:Old error:MEMO104:Today warning:MEMO101:Here"));

        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.MEMO104.severity = suggestion\n");
        Assert.That(Seen(project), Is.EqualTo("warning:MEMO101:Here | bypass bypass bypass"));
    }

    [Test]
    public void By_category()
    {
        var project = Project("SeverityByCategory");
        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-Memo.Purity.severity = silent\n");
        Assert.That(Seen(project), Is.EqualTo(" | bypass bypass bypass"));

        project.Write(".editorconfig", """
            root = true
            [*.cs]
            dotnet_analyzer_diagnostic.category-Memo.Purity.severity = none
            dotnet_diagnostic.MEMO101.severity = warning
            """);
        Assert.That(Seen(project), Is.EqualTo("warning:MEMO101:Here | hit hit bypass"));
    }

    [Test]
    public void By_folder_where_none_accepts_the_risk_and_silent_only_hides_it()
    {
        var project = Project("SeverityByFolder");
        project.Write(".editorconfig", "root = true\n[Legacy/**.cs]\ndotnet_diagnostic.MEMO104.severity = none\n");
        Assert.That(Seen(project), Is.EqualTo("warning:MEMO101:Here warning:MEMO104:Today | bypass hit bypass"));

        project.Write(".editorconfig", "root = true\n[Legacy/**.cs]\ndotnet_diagnostic.MEMO104.severity = silent\n");
        Assert.That(Seen(project), Is.EqualTo("warning:MEMO101:Here warning:MEMO104:Today | bypass bypass bypass"));
    }

    [Test]
    public void In_a_file_for_the_whole_project_which_a_folder_overrules()
    {
        var project = Project("SeverityForAll");
        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.MEMO104.severity = none\ndotnet_diagnostic.MEMO101.severity = silent\n");
        Assert.That(Seen(project), Is.EqualTo(" | hit hit bypass"));

        project.Write(".editorconfig", "root = true\n[Legacy/**.cs]\ndotnet_diagnostic.MEMO104.severity = error\n");
        Assert.That(Seen(project), Is.EqualTo("error:MEMO104:Old"));
    }

    [Test]
    public void Of_a_preset_which_the_project_s_own_files_overrule()
    {
        var project = Project("SeverityOfPreset", "<MemoPreset>Default</MemoPreset>");
        Assert.That(Seen(project), Is.EqualTo(Untouched));
        Assert.That(Seen(project, "-p:MemoPreset=strict"), Is.EqualTo("error:MEMO101:Here error:MEMO104:Old error:MEMO104:Today"));
        Assert.That(Seen(project, "-p:MemoPreset=Relaxed"), Is.EqualTo(" | bypass bypass bypass"));

        project.Write(".editorconfig", "root = true\n[Legacy/**.cs]\ndotnet_diagnostic.MEMO104.severity = none\n[Here.cs]\ndotnet_diagnostic.MEMO101.severity = warning\n");
        Assert.That(Seen(project, "-p:MemoPreset=Strict"), Is.EqualTo("error:MEMO104:Today warning:MEMO101:Here"));
        Assert.That(Seen(project, "-p:MemoPreset=Relaxed"), Is.EqualTo("warning:MEMO101:Here | bypass hit bypass"));
    }

    [Test]
    public void A_preset_that_does_not_exist_is_told_and_changes_nothing()
    {
        var project = new TestProject("NoSuchPreset", "<MemoPreset>Strikt</MemoPreset>");
        project.Write("Program.cs", "Console.WriteLine(C.F(1));\nstatic class C { [Memo.Memoize] public static int F(int x) => x; }\n");
        Assert.That(project.BuildWell().Warnings, Is.EqualTo(new[]
        {
            "MEMO407: The setting 'MemoPreset' has a value that Memo does not know: 'Strikt' is none of 'Default', 'Strict', 'Relaxed'",
        }));
    }
}
