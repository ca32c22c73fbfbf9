using System.Collections.Immutable;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks.Compilations;

/// <summary>
/// An editor with one file open: each key that is hit gives a new compilation that shares all trees but one with the last, and the
/// diagnostics of that file are asked for.
/// </summary>
internal sealed class EditedFile
{
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly string _path;
    private Compilation _compilation;
    private int _edits;

    /// <param name="shape">Of the project.</param>
    /// <param name="file">The end of the path of the file that is edited.</param>
    /// <param name="analyzers">All that run.</param>
    public EditedFile(ProjectShape shape, string file, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        _analyzers = analyzers;
        _compilation = GeneratedCompilation.Of(shape);
        _path = _compilation.SyntaxTrees.First(tree => tree.FilePath.EndsWith(file, StringComparison.Ordinal)).FilePath;
    }

    /// <summary>Another number in the body of the first method, as typed.</summary>
    public void Type()
    {
        var tree = _compilation.SyntaxTrees.First(candidate => candidate.FilePath == _path);
        var root = tree.GetRoot();
        var body = root.DescendantNodes().OfType<MethodDeclarationSyntax>().First(method => method.Body is not null).Body!;
        var statement = SyntaxFactory.ParseStatement($"_ = seed + {++_edits};\n", options: GeneratedCompilation.ParseOptions);
        var edited = body.Statements[0].ToString().StartsWith("_ = seed", StringComparison.Ordinal)
            ? body.WithStatements(body.Statements.Replace(body.Statements[0], statement))
            : body.WithStatements(body.Statements.Insert(0, statement));
        _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root.ReplaceNode(body, edited), tree.Options));
    }

    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var analysis = _compilation.WithAnalyzers(_analyzers, GeneratedCompilation.AnalyzerOptions);
        var model = analysis.Compilation.GetSemanticModel(analysis.Compilation.SyntaxTrees.First(tree => tree.FilePath == _path));
        return await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
    }
}
