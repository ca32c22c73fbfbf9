using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Rules;

/// <summary>
/// What a severity does: only <c>none</c> in EditorConfig accepts a finding and opens the gate, and the line that decides is the one that
/// decides for the compiler.
/// </summary>
public sealed class SeverityTests
{
    private const string Id = "dotnet_diagnostic.MEMO104.severity = ";
    private const string Category = "dotnet_analyzer_diagnostic.category-Memo.Purity.severity = ";
    private const string All = "dotnet_analyzer_diagnostic.severity = ";
    private const string Clock = "public static class C { [Memoize] public static long F(int x) => x + DateTime.UtcNow.Ticks; }";

    [TestCase(Id + "none")]
    [TestCase(Id + "NONE")]
    [TestCase(Category + "none")]
    [TestCase("dotnet_analyzer_diagnostic.category-memo.purity.severity = none")]
    [TestCase(All + "none")]
    [TestCase(Id + "none\n" + Category + "error", TestName = "The id outranks the category")]
    [TestCase(Category + "none\n" + All + "warning", TestName = "The category outranks all rules")]
    [TestCase(All + "error\n" + Id + "none", TestName = "The id outranks all rules")]
    public async Task None_accepts_the_finding_and_opens_the_gate(string lines)
    {
        Assert.That(await Reports(ProjectSettings.ForAll(lines)), Is.Empty);
        Assert.That(Findings(ProjectSettings.ForAll(lines)), Is.Empty);
    }

    [TestCase(Id + "error", "MEMO104 Error")]
    [TestCase(Id + "warning", "MEMO104 Warning")]
    [TestCase(Id + "suggestion", "MEMO104 Info")]
    [TestCase(Id + "silent", "MEMO104 Hidden")]
    [TestCase(Id + "default", "MEMO104 Warning")]
    [TestCase(Id + "off", "MEMO104 Warning", TestName = "A severity that the compiler does not know")]
    [TestCase(Category + "silent", "MEMO104 Hidden")]
    [TestCase(Category + "suggestion", "MEMO104 Info")]
    [TestCase(All + "silent", "MEMO104 Hidden")]
    [TestCase(Category + "none\n" + Id + "warning", "MEMO104 Warning", TestName = "The id outranks the category that accepts")]
    [TestCase(All + "none\n" + Category + "warning", "MEMO104 Warning", TestName = "The category outranks all rules that accept")]
    [TestCase(All + "none\n" + Id + "suggestion", "MEMO104 Info", TestName = "The id outranks all rules that accept")]
    [TestCase("dotnet_diagnostic.MEMO101.severity = none", "MEMO104 Warning", TestName = "Another rule")]
    [TestCase("dotnet_analyzer_diagnostic.category-Memo.Keys.severity = none", "MEMO104 Warning", TestName = "Another category")]
    public async Task Nothing_else_opens_the_gate(string lines, string reported)
    {
        Assert.That(await Reports(ProjectSettings.ForAll(lines)), Is.EqualTo([reported]));
        Assert.That(Findings(ProjectSettings.ForAll(lines)), Has.One.StartsWith("MEMO104 "));
    }

    [TestCase(Id + "none", Id + "warning", false, TestName = "A file outranks the project")]
    [TestCase(Id + "warning", Id + "none", true, TestName = "A file accepts what the project does not")]
    [TestCase(Id + "none", Category + "warning", true, TestName = "The project's id outranks the file's category")]
    [TestCase(Category + "none", Id + "warning", false, TestName = "The file's id outranks the project's category")]
    [TestCase(Category + "none", Category + "warning", false, TestName = "A file's category outranks the project's")]
    [TestCase(Category + "none", All + "warning", true, TestName = "The project's category outranks all rules of the file")]
    [TestCase(Id + "none", "", true, TestName = "The project")]
    [TestCase(Category + "none", "", true, TestName = "The project's category")]
    [TestCase(All + "none", "", true, TestName = "All rules of the project")]
    public async Task A_file_and_the_project_rank_as_for_the_compiler(string project, string file, bool accepted)
    {
        var settings = ProjectSettings.In(("/0/.globalconfig", "is_global = true\n" + project), ("/0/.editorconfig", "root = true\n[*.cs]\n" + file));
        Assert.That(await Reports(settings), accepted ? Is.Empty : Is.EqualTo(["MEMO104 Warning"]));
        Assert.That(Findings(settings), accepted ? Is.Empty : Has.One.StartsWith("MEMO104 "));
    }

    private static readonly (string, string)[] s_twoFiles =
    [
        ("/0/Pipeline.cs", "public static class Pipeline { [Memoize] public static long F(int x) => x + Other.Now(); }"),
        ("/0/Other.cs", "public static class Other { public static long Now() => DateTime.UtcNow.Ticks; [Memoize] public static long G(int x) => x + Now(); }"),
    ];

    [TestCase("Pipeline.cs", "F", "G")]
    [TestCase("Other.cs", "G", "F")]
    public async Task The_file_of_the_memoized_method_decides_and_not_that_of_the_culprit(string file, string accepted, string closed)
    {
        var settings = ProjectSettings.In(("/0/.editorconfig", $"root = true\n[{file}]\n{Category}none"));
        var manifest = EmittedManifest.Of(Generated.From(Generated.Compile(s_twoFiles), settings));
        Assert.That(manifest.FindingsOf(accepted), Is.Empty);
        Assert.That(manifest.FindingsOf(closed), Has.One.StartsWith("MEMO104 "));
        var reported = await Reported.Under(settings, Generated.Compile(s_twoFiles));
        Assert.That(reported.Select(d => d.Message()), Has.One.StartsWith($"'{closed}' "));
    }

    private static readonly (string, string)[] s_parts =
    [
        ("/0/Declared.cs", "public static partial class C { [Memoize] public static partial long F(int x); }"),
        ("/0/Written.cs", "public static partial class C { public static partial long F(int x) => x + DateTime.UtcNow.Ticks; }"),
    ];

    [TestCase("Written.cs", true)]
    [TestCase("Declared.cs", false)]
    public async Task Of_a_partial_method_the_part_that_the_message_points_into_decides(string file, bool accepted)
    {
        var settings = ProjectSettings.In(("/0/.editorconfig", $"root = true\n[{file}]\n{Id}none"));
        var manifest = EmittedManifest.Of(Generated.From(Generated.Compile(s_parts), settings));
        Assert.That(manifest.FindingsOf("F"), accepted ? Is.Empty : Has.One.StartsWith("MEMO104 "));
        Assert.That(await Reported.Under(settings, Generated.Compile(s_parts)), accepted ? Is.Empty : Has.Length.EqualTo(1));
    }

    [TestCase(ReportDiagnostic.Suppress, "", false, TestName = "NoWarn")]
    [TestCase(ReportDiagnostic.Suppress, Id + "none", true, TestName = "NoWarn beside none")]
    [TestCase(ReportDiagnostic.Error, Id + "none", false, TestName = "WarningsAsErrors outranks none")]
    [TestCase(ReportDiagnostic.Default, Id + "none", true, TestName = "WarningsNotAsErrors beside none")]
    [TestCase(ReportDiagnostic.Default, Category + "none", false, TestName = "WarningsNotAsErrors outranks the category")]
    public async Task The_command_line_outranks_files_and_opens_nothing(ReportDiagnostic commandLine, string lines, bool accepted)
    {
        var compilation = Compile(Clock);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("MEMO104", commandLine)]));
        var settings = ProjectSettings.ForAll(lines);
        Assert.That(EmittedManifest.Of(Generated.From(compilation, settings)).FindingsOf("F"), accepted ? Is.Empty : Has.One.StartsWith("MEMO104 "));
        Assert.That(await Reported.Under(settings, compilation), accepted || commandLine == ReportDiagnostic.Suppress ? Is.Empty : Has.Length.EqualTo(1));
    }

    [TestCase("#pragma warning disable MEMO104\n" + Clock, TestName = "A pragma")]
    [TestCase("[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Memo.Purity\", \"MEMO104\")]\n" + Clock, TestName = "SuppressMessage")]
    public async Task What_only_hides_the_message_opens_nothing(string source)
    {
        Assert.That(await Reported.Under(null, Compile(source)), Is.Empty);
        Assert.That(EmittedManifest.Of(Generated.From(Compile(source))).FindingsOf("F"), Has.One.StartsWith("MEMO104 "));
    }

    [Test]
    public async Task An_accepted_change_of_a_static_does_not_hide_that_it_is_read()
    {
        const string Source = "public static class C { static int s_calls; [Memoize] public static int F(int x) { s_calls++; return s_calls; } }";
        var settings = ProjectSettings.ForAll("dotnet_diagnostic.MEMO103.severity = none");
        Assert.That(EmittedManifest.Of(Generated.From(Compile(Source))).FindingsOf("F"), Has.One.StartsWith("MEMO103 "));
        Assert.That(EmittedManifest.Of(Generated.From(Compile(Source), settings)).FindingsOf("F"), Has.One.StartsWith("MEMO102 "));
        Assert.That((await Reported.Under(settings, Compile(Source))).Select(d => d.Id), Is.EqualTo(["MEMO102"]));
    }

    [Test]
    public void None_accepts_nothing_that_cannot_be_a_key() => Assert.That(
        EmittedManifest.Of(Generated.From(Compile("public static class C { [Memoize] public static int F(System.Action x) => 1; }"), ProjectSettings.ForAll(All + "none"))).FindingsOf("F"),
        Has.One.StartsWith("MEMO201 "));

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string source) => Generated.Compile([("/0/C.cs", source)]);

    private static async Task<string[]> Reports(ProjectSettings settings) =>
        [.. (await Reported.Under(settings, Compile(Clock))).Select(d => $"{d.Id} {d.Severity}")];

    private static string[] Findings(ProjectSettings settings) => EmittedManifest.Of(Generated.From(Compile(Clock), settings)).FindingsOf("F");
}
