using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>
/// What EditorConfig files and MSBuild properties say about the files of a compilation, read and merged by the compiler's own code, as
/// <c>csc</c> hands it to analyzers and generators.
/// </summary>
internal sealed class ProjectSettings
{
    private readonly AnalyzerConfigSet _set;

    private readonly (string Path, string Text)[] _files;

    private ProjectSettings(IEnumerable<(string Path, string Text)> files)
    {
        _files = [.. files];
        _set = AnalyzerConfigSet.Create(_files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path)).ToList());
    }

    /// <summary>Lines for every C# file below <c>/0/</c>.</summary>
    public static ProjectSettings ForAll(string lines) => In(("/0/.editorconfig", "root = true\n[*.cs]\n" + lines));

    public static ProjectSettings In(params (string Path, string Text)[] files) => new(files);

    public ProjectSettings With(string path, string text) => new([.. _files, (path, text)]);

    public AnalyzerConfigOptionsProvider Options => new OptionsProvider(_set);

    public TCompilation Apply<TCompilation>(TCompilation compilation) where TCompilation : Compilation =>
        (TCompilation)compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new SeverityProvider(_set)));

    private sealed class SeverityProvider(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class OptionsProvider(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Lines(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Lines(set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Lines(set.GetOptionsForSourcePath(textFile.Path).AnalyzerOptions);
    }

    private sealed class Lines(ImmutableDictionary<string, string> lines) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => lines.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => lines.TryGetValue(key, out value);
    }
}
