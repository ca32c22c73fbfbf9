using System.Globalization;
using Memo.Analyzers.Closures;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks.Compilations;

/// <summary>What the closures of a generated project really reach: the numbers that a shape asks for, counted.</summary>
internal static class Reach
{
    public static string Describe(ProjectShape shape)
    {
        var compilation = GeneratedCompilation.Of(shape);
        var options = new NoOptions();
        var engine = ClosureEngine.For(compilation, [], options, CancellationToken.None)!;
        var methods = 0;
        var lines = 0;
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var roots = 0;
        var all = 0L;
        foreach (var tree in compilation.SyntaxTrees)
        {
            lines += tree.GetText().Lines.Count;
            foreach (var node in tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
            {
                methods++;
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(node) is IMethodSymbol symbol && engine.Types.IsMemoized(symbol))
                {
                    roots++;
                    var closure = engine.ClosureOf(symbol, CancellationToken.None);
                    all += closure.Nodes.Length;
                    reached.UnionWith(closure.Nodes.Select(node => node.Symbol));
                }
            }
        }

        var reachedFiles = reached.SelectMany(symbol => symbol.DeclaringSyntaxReferences).GroupBy(reference => reference.SyntaxTree).ToList();
        var reachedLines = reachedFiles.Sum(file => file.Key.GetText().Lines.Count);
        return string.Create(CultureInfo.InvariantCulture,
            $"{lines} lines, {compilation.SyntaxTrees.Length} files, {methods} methods, {roots} roots; closures: {reached.Count} units of code in {reachedFiles.Count} files of {reachedLines} lines, counted once for each root {all}");
    }

    private sealed class NoOptions : AnalyzerConfigOptionsProvider
    {
        private static readonly AnalyzerConfigOptions None = new Empty();

        public override AnalyzerConfigOptions GlobalOptions => None;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;

        private sealed class Empty : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = null;
                return false;
            }
        }
    }
}
