using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Encodings;
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
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.NotThroughCache];

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
                CheckCall(invocation, engine, context.ReportDiagnostic);
                break;
            case IMethodReferenceOperation reference:
                CheckReference(reference, engine, context.ReportDiagnostic);
                break;
            case IDynamicInvocationOperation invocation:
                CheckDynamic(invocation, engine, context.ReportDiagnostic, context.CancellationToken);
                break;
        }
    }

    private static void CheckCall(IInvocationOperation invocation, ClosureEngine engine, Action<Diagnostic> report)
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
        if (engine.Encodings.EncodingOf(target).Problems.IsEmpty && Interception.WhyNot(invocation, engine.Encodings) is { } reason)
        {
            Report(invocation, target, reason, report);
        }
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
