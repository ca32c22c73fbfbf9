using Memo.Analyzers.Closures;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers;

/// <summary>What Memo's attributes say beside <c>[Memoize]</c> itself.</summary>
public sealed partial class MemoizeAnalyzer
{
    private static void CheckDependencies(MemoizedMethod method, ClosureEngine engine, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var dependency in engine.Encodings.DependenciesOf(method))
        {
            if (dependency.Problem is { } problem)
            {
                report(Diagnostic.Create(problem.Rule, PlaceOf(dependency.Declared.Attribute, method.Symbol, cancellation), dependency.Title, method.Symbol.Name, problem.Reason));
            }
        }

    }

    private static void CheckUnread(MemoizedMethod method, ClosureEngine engine, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var (dependency, reason) in UnreadDependencies.Of(method, engine, cancellation))
        {
            var place = engine.Shown(PlaceOf(dependency.Declared.Attribute, method.Symbol, cancellation));
            report(Diagnostic.Create(DependencyRules.Unread, place, method.Symbol.Name, dependency.Title, reason));
        }
    }

    private static void CheckAssumptions(SymbolAnalysisContext context, ClosureEngine engine)
    {
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null })
        {
            return; // said of the other part
        }

        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (IsAssumption(attribute, engine) && engine.Own(context.Symbol, context.CancellationToken) is { } own
                && engine.Ask(
                    known => known.Own(own, context.CancellationToken) is { } declared ? AssumptionProblems.Find(attribute, declared, known, context.CancellationToken) : null,
                    context.CancellationToken) is { } problem)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DependencyRules.Assumption, PlaceOf(attribute, context.Symbol, context.CancellationToken), SymbolNames.InMessage(context.Symbol), problem));
            }
        }
    }

    private static void CheckAssemblyAssumptions(SyntaxNodeAnalysisContext context, ClosureEngine engine)
    {
        var list = (AttributeListSyntax)context.Node;
        if (list.Target?.Identifier.ValueText != "assembly")
        {
            return;
        }

        foreach (var attribute in context.Compilation.Assembly.GetAttributes())
        {
            if (IsAssumption(attribute, engine) && attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == list.SyntaxTree && list.Span.Contains(reference.Span)
                && engine.Ask(known => AssumptionProblems.FindOfAssembly(attribute, known, context.CancellationToken), context.CancellationToken) is { } problem)
            {
                var id = attribute.ConstructorArguments is [{ Value: string named }, _] ? named : context.Compilation.AssemblyName ?? "";
                context.ReportDiagnostic(Diagnostic.Create(DependencyRules.Assumption, reference.GetSyntax(context.CancellationToken).GetLocation(), id, problem));
            }
        }
    }

    private static bool IsAssumption(AttributeData attribute, ClosureEngine engine) =>
        attribute.AttributeClass is { Name: "AssumePureAttribute" } type && engine.Types.AssumePure is { } known
        && SymbolNames.DeclarationId(type) == SymbolNames.DeclarationId(known);

    private static Location PlaceOf(AttributeData attribute, ISymbol declared, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference ? reference.GetSyntax(cancellation).GetLocation() : declared.Locations[0];
}
