using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>
/// Both analyzers over a program whose expected diagnostics are marked in its source: <c>{|MEMO101:call|}</c>.
/// Whatever else they report fails the test, except what only informs: most programs follow the culture somewhere.
/// </summary>
internal sealed class AnalysisTest : CSharpAnalyzerTest<MemoizeAnalyzer, DefaultVerifier>
{
    // No packages: the references come from References.All, so nothing is ever looked up on the network.
    private static readonly ReferenceAssemblies Framework = new("net10.0");

    public AnalysisTest()
    {
        ReferenceAssemblies = Framework;
        TestState.AdditionalReferences.AddRange(References.All);
        TestState.Sources.Add(("/0/Usings.cs", SourceText.Usings));
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        // One analysis for each test; what generated code and pragmas do has tests of its own.
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
    }

    /// <summary>Whether Info diagnostics are marked in the source as well.</summary>
    public bool WithInfo { get; init; }

    /// <summary>Whether what is said about MemoEffects.txt is only collected.</summary>
    public bool WithoutCatalog { get; init; }

    public List<Diagnostic> AboutCatalog { get; } = [];

    public AnalysisTest File(string name, string source)
    {
        TestState.Sources.Add(("/0/" + name, source));
        return this;
    }

    public AnalysisTest EditorConfig(string lines)
    {
        TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + lines));
        return this;
    }

    public AnalysisTest EffectCatalog(string lines)
    {
        TestState.AdditionalFiles.Add(("/0/MemoEffects.txt", lines));
        return this;
    }

    /// <summary>A warning at <c>{|#0:…|}</c>, for sources in which braces make the other markup hard to read.</summary>
    public AnalysisTest Expecting(string id)
    {
        TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, DiagnosticSeverity.Warning).WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return this;
    }

    /// <summary>A project that the program references.</summary>
    public AnalysisTest Library(string name, string source)
    {
        var project = new ProjectState(name, LanguageNames.CSharp, "/" + name + "/", "cs");
        project.AdditionalReferences.AddRange(References.All);
        project.Sources.Add(("/" + name + "/Usings.cs", SourceText.Usings));
        project.Sources.Add(("/" + name + "/Library.cs", source));
        TestState.AdditionalProjects.Add(name, project);
        TestState.AdditionalProjectReferences.Add(name);
        return this;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new MemoizeAnalyzer(), new CallSiteAnalyzer()];

    protected override CompilationWithAnalyzers CreateCompilationWithAnalyzers(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (EditedPast.IsOn)
        {
            EditedPast.CheckAsync(compilation, options).GetAwaiter().GetResult();
        }

        return base.CreateCompilationWithAnalyzers(compilation, analyzers, options, cancellationToken);
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    protected override CompilationOptions CreateCompilationOptions() =>
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    // The base class would set every rule's severity here, which EditorConfig could then no longer change.
    protected override Project ApplyCompilationOptions(Project project) => project;

    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> FilterDiagnostics(
        ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics)
    {
        var shown = base.FilterDiagnostics(diagnostics).RemoveAll(entry => !WithInfo && entry.diagnostic.Severity <= DiagnosticSeverity.Info);
        if (!WithoutCatalog) return shown;
        AboutCatalog.AddRange(shown.Select(entry => entry.diagnostic).Where(IsAboutCatalog).OrderBy(d => d.Location.SourceSpan.Start));
        return shown.RemoveAll(entry => IsAboutCatalog(entry.diagnostic));
    }

    private static bool IsAboutCatalog(Diagnostic diagnostic) =>
        diagnostic.Location.GetLineSpan().Path.EndsWith("MemoEffects.txt", StringComparison.Ordinal);
}
