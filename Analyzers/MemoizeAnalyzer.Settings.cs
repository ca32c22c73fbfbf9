using Memo.Analyzers.Closures;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers;

/// <summary>Settings that cannot be used.</summary>
public sealed partial class MemoizeAnalyzer
{
    // A line of an EditorConfig file has no place that a diagnostic could point to: it is said once in each file that it is about.
    private static void CheckSettings(SemanticModelAnalysisContext context, ClosureEngine engine)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var problems = Settings.Problems(provider.GetOptions(context.SemanticModel.SyntaxTree), provider.GlobalOptions, engine);
        if (!problems.IsEmpty && FirstMemoized(context.SemanticModel.SyntaxTree, engine, context.CancellationToken) is { } place)
        {
            foreach (var (name, reason) in problems)
            {
                context.ReportDiagnostic(Diagnostic.Create(DependencyRules.BadSetting, place, name, reason));
            }
        }
    }

    private static Location? FirstMemoized(SyntaxTree tree, ClosureEngine engine, CancellationToken cancellation)
    {
        foreach (var declaration in engine.Marked.Methods(tree, cancellation))
        {
            if (engine.Model(tree).GetDeclaredSymbol(declaration, cancellation) is { } method && engine.Types.IsMemoized(method))
            {
                return declaration.Identifier.GetLocation();
            }
        }

        return null;
    }

    private static void CheckExpiry(MemoizedMethod method, ClosureEngine engine, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (Settings.ProblemOfExpiry(method.ExpiresAfter) is not { } reason)
        {
            return;
        }

        var attribute = KnownTypes.Find(method.Symbol, engine.Types.Memoize)?.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        var value = attribute?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == ExpiresAfter)?.Expression;
        report(Diagnostic.Create(DependencyRules.BadSetting, value?.GetLocation() ?? method.Symbol.Locations[0], ExpiresAfter, reason));
    }

    private const string ExpiresAfter = "ExpiresAfter";
}
