using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Rules;

/// <summary>A setting that is not understood is reported and not used.</summary>
public sealed class SettingTests
{
    private const string Printing = "public static class C { [Memoize] public static int F(int x) { Console.WriteLine(x); return x; } [Memoize] public static int G(int x) => x; }";

    [TestCase("soon")]
    [TestCase("-01:00:00")]
    [TestCase("00:00:00")]
    [TestCase("1,5")]
    [TestCase(" ")]
    public async Task An_age_limit_that_is_none_is_reported_where_it_stands_and_closes_the_gate(string limit)
    {
        var source = $"public static class C {{ [Memoize(Version = \"2\", ExpiresAfter = \"{limit}\")] public static int F(int x) => x; }}";
        var found = (await Reported.InFiles(("C.cs", source))).Single();
        Assert.Multiple(() =>
        {
            Assert.That(found.Id, Is.EqualTo("MEMO407"));
            Assert.That(found.Message(), Is.EqualTo($"The setting 'ExpiresAfter' has a value that Memo does not know: '{limit}' is no positive time span such as '1.00:00:00' for a day"));
            Assert.That(source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length), Is.EqualTo($"\"{limit}\""));
            Assert.That(EmittedManifest.Of(source).FindingsOf("F"), Has.One.StartsWith("MEMO407 "));
        });
    }

    [TestCase("1.00:00:00")]
    [TestCase("00:00:00.001")]
    [TestCase("12:00")]
    [TestCase("3")]
    [TestCase("")]
    public async Task An_age_limit_that_the_runtime_reads_is_fine(string limit)
    {
        var source = $"public static class C {{ [Memoize(ExpiresAfter = \"{limit}\")] public static int F(int x) => x; }}";
        Assert.That(await Reported.InFiles(("C.cs", source)), Is.Empty);
        Assert.That(EmittedManifest.Of(source).FindingsOf("F"), Is.Empty);
    }

    [TestCase("loging")]
    [TestCase("trace, all")]
    public async Task Output_that_does_not_exist_is_reported_and_not_benign(string value)
    {
        var settings = ProjectSettings.ForAll("memo.benign_effects = " + value);
        var found = await Under(settings, Printing);
        Assert.That(found.Select(d => d.Id).Order(), Is.EqualTo(["MEMO109", "MEMO407"]));
        Assert.That(found.Single(d => d.Id == "MEMO407").Message(), Does.StartWith("The setting 'memo.benign_effects' has a value that Memo does not know: '")
            .And.EndsWith(" is none of 'console', 'logging', 'progress', 'trace'"));
        Assert.That(EmittedManifest.Of(Generated.From(Compile(Printing), settings)).FindingsOf("F"), Has.One.StartsWith("MEMO109 "));
    }

    [Test]
    public async Task What_is_known_beside_it_still_counts()
    {
        var settings = ProjectSettings.ForAll("memo.benign_effects = console, loging");
        Assert.That((await Under(settings, Printing)).Select(d => d.Id), Is.EqualTo(["MEMO407"]));
        Assert.That(EmittedManifest.Of(Generated.From(Compile(Printing), settings)).FindingsOf("F"), Is.Empty);
    }

    [TestCase("console")]
    [TestCase("Console, TRACE,progress , logging,")]
    public async Task Output_that_exists_is_benign(string value) =>
        Assert.That(await Under(ProjectSettings.ForAll("memo.benign_effects = " + value), Printing), Is.Empty);

    [Test]
    public async Task No_output_is_benign_by_an_empty_value() =>
        Assert.That((await Under(ProjectSettings.ForAll("memo.benign_effects ="), Printing)).Select(d => d.Id), Is.EqualTo(["MEMO109"]));

    [TestCase("memo.framework_identity = minor", null)]
    [TestCase("memo.framework_identity = patch", null)]
    [TestCase("build_property.MemoDirectory = /tmp/x", null)]
    [TestCase("build_property.MemoKeepBetweenBuilds = False", null)]
    [TestCase("build_property.MemoKeepBetweenBuilds = always", "The setting 'MemoKeepBetweenBuilds' has a value that Memo does not know: 'always' is none of 'true', 'false'")]
    [TestCase("build_property.MemoManifest = Public", null)]
    [TestCase("build_property.MemoManifest = memoized", null)]
    [TestCase("build_property.MemoManifest = all", "The setting 'MemoManifest' has a value that Memo does not know: 'all' is none of 'public', 'memoized'")]
    [TestCase("build_property.MemoryLimit = 3", null, TestName = "A property of somebody else")]
    [TestCase("memory.limit = 3", null, TestName = "A setting of somebody else")]
    [TestCase("memo.framework_identity = build", "The setting 'memo.framework_identity' has a value that Memo does not know: 'build' is none of 'patch', 'minor', 'major'")]
    [TestCase("memo.bening_effects = console", "The setting 'memo.bening_effects' is not one of Memo's: there are 'memo.benign_effects' and 'memo.framework_identity'")]
    [TestCase("build_property.MemoFolder = x", "The setting 'memofolder' is not one of Memo's: there are 'MemoDirectory', 'MemoKeepBetweenBuilds', 'MemoManifest' and 'MemoPreset'")]
    [TestCase("build_property.MemoPreset = relaxed", null)]
    [TestCase("build_property.MemoPreset = strikt", "The setting 'MemoPreset' has a value that Memo does not know: 'strikt' is none of 'Default', 'Strict', 'Relaxed'")]
    public async Task What_the_project_says_is_checked(string line, string? message)
    {
        var found = await Under(ProjectSettings.In(("/0/.globalconfig", "is_global = true\n" + line)), "public static class C { [Memoize] public static int F(int x) => x; }");
        Assert.That(found.Select(d => d.Message()), message is null ? Is.Empty : Is.EqualTo(new[] { message }));
    }

    [Test]
    public async Task A_setting_of_the_project_in_a_section_for_files_is_reported()
    {
        var found = await Under(ProjectSettings.ForAll("memo.framework_identity = minor"), "public static class C { [Memoize] public static int F(int x) => x; }");
        Assert.That(found.Select(d => d.Message()), Is.EqualTo(["The setting 'memo.framework_identity' has no effect on single files: it belongs into a '.globalconfig'"]));
    }

    [Test]
    public async Task It_is_said_once_in_each_file_that_has_memoized_methods_at_the_first_of_them()
    {
        (string, string)[] files =
        [
            ("/0/A.cs", "public static class A\n{\n    public static int E(int x) => x;\n    [Memoize] public static int F(int x) => x;\n    [Memoize] public static int G(int x) => x;\n}"),
            ("/0/B.cs", "public static class B { public static int F(int x) => x; }"),
            ("/0/C.cs", "public static class D { [Memoize] public static int F(int x) => x; }"),
            ("/0/Other/D.cs", "public static class E { [Memoize] public static int F(int x) => x; }"),
        ];
        var settings = ProjectSettings.In(("/0/.editorconfig", "root = true\n[/*.cs]\nmemo.benign_effects = loging"));
        var found = await Reported.Under(settings, Generated.Compile(files));
        Assert.That(found.Select(d => d.Location.GetLineSpan()).Select(span => $"{span.Path} {span.StartLinePosition.Line + 1}").Order(), Is.EqualTo(["/0/A.cs 4", "/0/C.cs 1"]));
    }

    [Test]
    public async Task A_kind_of_output_that_the_user_s_catalog_names_is_known()
    {
        var test = new AnalysisTest { TestBehaviors = Microsoft.CodeAnalysis.Testing.TestBehaviors.SkipGeneratedCodeCheck }
            .EditorConfig("memo.benign_effects = metrics").EffectCatalog("T:Meters = output(metrics)")
            .File("C.cs", SourceText.Class("[Memoize] public static int F(int x) => x;"));
        await test.RunAsync();
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Under(ProjectSettings settings, string source) => Reported.Under(settings, Compile(source));

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string source) => Generated.Compile([("/0/C.cs", source)]);
}
