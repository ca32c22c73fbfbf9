using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>What the analyzers report, for tests about messages, counts, and programs that do not compile.</summary>
internal static class Reported
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    public static Task<ImmutableArray<Diagnostic>> InMembers(string members) => InFiles(("C.cs", SourceText.Class(members)));

    public static Task<ImmutableArray<Diagnostic>> InFiles(params (string Name, string Source)[] files) => Under(null, Compile(files));

    /// <summary>With what EditorConfig files and the project say.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Under(ProjectSettings? settings, Compilation compilation)
    {
        compilation = settings?.Apply(compilation) ?? compilation;
        if (EditedPast.IsOn)
        {
            await EditedPast.CheckAsync(compilation, settings is null ? null : new AnalyzerOptions([], settings.Options));
        }

        // An exception in an analyzer becomes AD0001, which callers see among the diagnostics.
        var analysis = compilation.WithAnalyzers(
            [new MemoizeAnalyzer(), new CallSiteAnalyzer()], settings is null ? null : new AnalyzerOptions([], settings.Options));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.Where(d => !d.IsSuppressed).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    public static CSharpCompilation Compile(params (string Name, string Source)[] files) =>
        CSharpCompilation.Create(
            "App",
            [.. files.Prepend(("Usings.cs", SourceText.Usings)).Select(f => CSharpSyntaxTree.ParseText(f.Item2, ParseOptions, "/0/" + f.Item1))],
            References.All,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    public static string Message(this Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    /// <summary>As <c>MEMO104 line 3</c>, warnings and errors only.</summary>
    public static string[] IdsAndLines(this ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Select(d => $"{d.Id} line {d.Location.GetLineSpan().StartLinePosition.Line + 1}")];
}
