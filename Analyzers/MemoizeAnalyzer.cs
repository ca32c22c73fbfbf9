using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers;

/// <summary>Checks each memoized method: what it reaches, its parameters and result, its declarations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed partial class MemoizeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        PurityRules.PerformsIO, PurityRules.ReadsStatic, PurityRules.WritesStatic, PurityRules.Nondeterministic, PurityRules.Ambient,
        PurityRules.Mutates, PurityRules.Unverifiable, PurityRules.Unknown, PurityRules.Output,
        KeyRules.Parameter, KeyRules.Result, KeyRules.AliasedResult, KeyRules.LazyResult, KeyRules.ByReference, KeyRules.Receiver,
        UsageRules.NothingToMemoize, UsageRules.NeverIntercepted, UsageRules.HiddenCode,
        DependencyRules.WrongDeclaration, DependencyRules.Unread, DependencyRules.Assumption, DependencyRules.Part, DependencyRules.NoKey, DependencyRules.BadCatalogLine, DependencyRules.BadSetting,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ClosureEngine.For(start.Compilation, start.Options.AdditionalFiles, start.Options.AnalyzerConfigOptionsProvider, start.CancellationToken) is not { } engine)
            {
                return;
            }

            start.RegisterSymbolAction(symbol => Check((IMethodSymbol)symbol.Symbol, engine, symbol.ReportDiagnostic, symbol.CancellationToken), SymbolKind.Method);
            // A local function or lambda is no symbol of its own for symbol actions.
            start.RegisterSyntaxNodeAction(node => CheckFunction(node, engine), SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
            start.RegisterSymbolAction(symbol => CheckAssumptions(symbol, engine), SymbolKind.Method, SymbolKind.Property, SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(node => CheckAssemblyAssumptions(node, engine), SyntaxKind.AttributeList);
            start.RegisterSemanticModelAction(model => CheckSettings(model, engine));
            start.RegisterAdditionalFileAction(file => CheckCatalog(file, engine));
        });
    }

    private static void Check(IMethodSymbol declared, ClosureEngine engine, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (declared.GetAttributes().IsEmpty || declared.PartialDefinitionPart is not null
            || engine.Own(declared, cancellation) is not IMethodSymbol symbol || engine.MemoizedMethod(symbol) is not { } method)
        {
            return;
        }

        foreach (var problem in engine.Encodings.EncodingOf(symbol).Problems)
        {
            report(Diagnostic.Create(problem.Rule, problem.Location, [.. problem.Arguments]));
        }

        CheckDependencies(method, engine, report, cancellation);
        CheckExpiry(method, engine, report, cancellation);
        foreach (var found in engine.Ask(known => CheckClosure(symbol, known, cancellation), cancellation))
        {
            report(found);
        }
    }

    private static List<Diagnostic> CheckClosure(IMethodSymbol declared, ClosureEngine engine, CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        if (engine.Own(declared, cancellation) is not IMethodSymbol symbol || engine.MemoizedMethod(symbol) is not { } method)
        {
            return found;
        }

        CheckUnread(method, engine, found.Add, cancellation);
        foreach (var finding in Finding.Of(method, engine, cancellation))
        {
            found.Add(finding.ToDiagnostic());
        }

        if (AliasedResult.Find(symbol, engine, cancellation) is { } alias)
        {
            found.Add(Diagnostic.Create(KeyRules.AliasedResult, declared.Locations[0], symbol.Name, alias));
        }

        if (HiddenCode.Find(method, engine, cancellation) is { } hidden)
        {
            found.Add(Diagnostic.Create(UsageRules.HiddenCode, declared.Locations[0], SymbolNames.InMessage(symbol, symbol.ContainingType), hidden));
        }

        return found;
    }

    private static void CheckFunction(SyntaxNodeAnalysisContext context, ClosureEngine engine)
    {
        if (context.Node is LocalFunctionStatementSyntax { AttributeLists.Count: 0 } or ParenthesizedLambdaExpressionSyntax { AttributeLists.Count: 0 })
        {
            return;
        }

        var model = engine.Model(context.Node.SyntaxTree);
        var symbol = model.GetDeclaredSymbol(context.Node, context.CancellationToken) ?? model.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol function && engine.Types.IsMemoized(function) && Interception.WhyNever(function, engine.Encodings) is { } never)
        {
            var name = function.Name.Length > 0 ? function.Name : "lambda";
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.NeverIntercepted, context.Node.GetLocation(), name, never));
        }
    }

    private static void CheckCatalog(AdditionalFileAnalysisContext context, ClosureEngine engine)
    {
        foreach (var error in engine.Catalog.Errors)
        {
            if (error.Path == context.AdditionalFile.Path && context.AdditionalFile.GetText(context.CancellationToken) is { } text)
            {
                var line = text.Lines[error.Line];
                context.ReportDiagnostic(Diagnostic.Create(
                    DependencyRules.BadCatalogLine, Location.Create(error.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span)), error.Message));
            }
        }
    }
}
