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
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers;

/// <summary>Reports uses of memoized methods that the cache cannot see, and says why.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        UsageRules.NotThroughCache,
        // What the type arguments of a call bring in is told at the call.
        PurityRules.PerformsIO, PurityRules.ReadsStatic, PurityRules.WritesStatic, PurityRules.Nondeterministic, PurityRules.Ambient,
        PurityRules.Mutates, PurityRules.Unverifiable, PurityRules.Unknown, PurityRules.Output,
        KeyRules.AliasedResult, UsageRules.HiddenCode, DependencyRules.Part,
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

            // By name first: an operation action would make the compiler build the operations of every body.
            if (!engine.Marked.IsEmpty)
            {
                start.RegisterSemanticModelAction(file => CheckFile(file, engine));
            }
        });
    }

    private static void CheckFile(SemanticModelAnalysisContext context, ClosureEngine engine)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (!engine.Compilation.ContainsSyntaxTree(tree))
        {
            return;
        }

        foreach (var token in engine.Marked.Places.TokensIn(tree, context.CancellationToken))
        {
            if (token.Parent is SimpleNameSyntax name && context.FilterSpan?.IntersectsWith(token.Span) != false)
            {
                CheckUse(name, engine, context);
            }
        }
    }

    private static void CheckUse(SimpleNameSyntax name, ClosureEngine engine, SemanticModelAnalysisContext context)
    {
        SyntaxNode used = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding
            : name;
        // (this.F)(1) calls F, and has no name that an interceptor could replace.
        var callee = used;
        while (callee.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            callee = parenthesized;
        }

        var isCalled = callee.Parent is InvocationExpressionSyntax call && call.Expression == callee;
        switch (engine.Model(name.SyntaxTree).GetOperation(isCalled ? callee.Parent! : used, context.CancellationToken))
        {
            case IInvocationOperation invocation:
                CheckCall(invocation, engine, context.ReportDiagnostic, context.CancellationToken);
                break;
            case IMethodReferenceOperation reference:
                CheckReference(reference, engine, context.ReportDiagnostic);
                break;
            case IDynamicInvocationOperation invocation:
                CheckDynamic(invocation, engine, context.ReportDiagnostic, context.CancellationToken);
                break;
        }
    }

    private static void CheckCall(IInvocationOperation invocation, ClosureEngine engine, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var target = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        if (!engine.Types.IsMemoized(target))
        {
            if (engine.MemoizedImplementationOf(target) is { } implementation)
            {
                Report(invocation, implementation, $"it is called through '{target.ContainingType.Name}.{target.Name}'", report);
            }

            return;
        }

        // A method that can never be intercepted is reported once, where it is declared.
        if (!engine.Encodings.EncodingOf(target).Problems.IsEmpty)
        {
            return;
        }

        if (Interception.WhyNot(invocation, engine.Encodings) is { } reason)
        {
            Report(invocation, target, reason, report);
        }
        else if (ConstructedMethods.IsGeneric(target))
        {
            var at = invocation.Syntax.GetLocation();
            foreach (var found in engine.Ask(known => CheckTypeArguments(invocation.TargetMethod, at, known, cancellation), cancellation))
            {
                report(found);
            }
        }
    }

    // What the definition does, whatever its type arguments are, is told where it is declared.
    private static List<Diagnostic> CheckTypeArguments(IMethodSymbol called, Location at, ClosureEngine engine, CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        if (engine.Own(called, cancellation) is not IMethodSymbol method || engine.MemoizedMethod(method) is not { } declared)
        {
            return found;
        }

        var constructed = declared.Of(method);
        var known = new HashSet<(DiagnosticDescriptor, EffectCause)>(Finding.Of(declared, engine, cancellation).Select(finding => (finding.Rule, finding.Effect.Cause)));
        foreach (var finding in Finding.Of(constructed, engine, cancellation))
        {
            if (!known.Contains((finding.Rule, finding.Effect.Cause)))
            {
                found.Add(finding.ToDiagnostic(at));
            }
        }

        if (AliasedResult.Find(method, engine, cancellation) is { } alias)
        {
            found.Add(Diagnostic.Create(KeyRules.AliasedResult, at, SymbolNames.OfMethod(method), alias));
        }

        if (HiddenCode.Find(declared, engine, cancellation) is null && HiddenCode.Find(constructed, engine, cancellation) is { } hidden)
        {
            found.Add(Diagnostic.Create(UsageRules.HiddenCode, at, SymbolNames.OfMethod(method), hidden));
        }

        return found;
    }

    private static void CheckReference(IMethodReferenceOperation reference, ClosureEngine engine, Action<Diagnostic> report)
    {
        if (reference.Parent is INameOfOperation)
        {
            return;
        }

        var target = (reference.Method.ReducedFrom ?? reference.Method).OriginalDefinition;
        if (!engine.Types.IsMemoized(target))
        {
            if (engine.MemoizedImplementationOf(target) is { } implementation)
            {
                Report(reference, implementation, $"it is called through '{target.ContainingType.Name}.{target.Name}'", report);
            }
        }
        else if (engine.Encodings.EncodingOf(target).Problems.IsEmpty)
        {
            Report(reference, target, reference.Parent is IAddressOfOperation
                ? "a pointer calls the method itself"
                : "a delegate calls the method itself; wrap the call in a lambda", report);
        }
    }

    private static void CheckDynamic(IOperation invocation, ClosureEngine engine, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (invocation is not { Syntax: InvocationExpressionSyntax syntax, SemanticModel: { } model })
        {
            return;
        }

        foreach (var candidate in model.GetMemberGroup(syntax.Expression, cancellation))
        {
            if (candidate.OriginalDefinition is IMethodSymbol target && engine.Types.IsMemoized(target))
            {
                Report(invocation, target, "which method a dynamic call runs is known at run time only", report);
                return;
            }
        }
    }

    private static void Report(IOperation use, IMethodSymbol method, string reason, Action<Diagnostic> report) =>
        report(Diagnostic.Create(UsageRules.NotThroughCache, use.Syntax.GetLocation(), SymbolNames.InLog(method), reason));
}
