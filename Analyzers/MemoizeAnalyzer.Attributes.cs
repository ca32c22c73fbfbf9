using System.Collections.Immutable;
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

    private static void CheckAssumptions(ISymbol symbol, SemanticModelAnalysisContext context, ClosureEngine engine)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsMemos(attribute, AssumePure, engine) && engine.Own(symbol, context.CancellationToken) is { } own
                && engine.Ask(
                    known => known.Own(own, context.CancellationToken) is { } declared ? AssumptionProblems.Find(attribute, declared, known, context.CancellationToken) : null,
                    context.CancellationToken) is { } problem)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DependencyRules.Assumption, PlaceOf(attribute, symbol, context.CancellationToken), Needless(problem), SymbolNames.InMessage(symbol), problem));
            }
        }
    }

    private static void CheckAssemblyAssumption(AttributeSyntax written, SemanticModelAnalysisContext context, ClosureEngine engine)
    {
        var compilation = context.SemanticModel.Compilation;
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (IsMemos(attribute, AssumePure, engine) && attribute.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == written.SyntaxTree && reference.Span == written.Span
                && engine.Ask(known => AssumptionProblems.FindOfAssembly(attribute, known, context.CancellationToken), context.CancellationToken) is { } problem)
            {
                var id = attribute.ConstructorArguments is [{ Value: string named }, _] ? named : compilation.AssemblyName ?? "";
                context.ReportDiagnostic(Diagnostic.Create(DependencyRules.Assumption, written.GetLocation(), Needless(problem), id, problem));
            }
        }
    }

    private static ImmutableDictionary<string, string?> Needless(string problem) =>
        AssumptionProblems.IsNeedless(problem) ? ImmutableDictionary<string, string?>.Empty.Add(AssumptionProblems.NeedlessProperty, null) : ImmutableDictionary<string, string?>.Empty;

    private const string AssumePure = "AssumePureAttribute";

    private static bool IsMemos(AttributeData attribute, ClosureEngine engine) => IsMemos(attribute, "MemoizeAttribute", engine) || IsMemos(attribute, AssumePure, engine);

    // By assembly and name: the engine may know the attribute from another compilation.
    private static bool IsMemos(AttributeData attribute, string name, ClosureEngine engine) =>
        attribute.AttributeClass is { ContainingNamespace.Name: KnownTypes.Namespace } type && type.Name == name
        && type.ContainingAssembly.Identity.Equals(engine.Types.Memoize.ContainingAssembly.Identity);

    private static Location PlaceOf(AttributeData attribute, ISymbol declared, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference ? reference.GetSyntax(cancellation).GetLocation() : declared.Locations[0];
}
