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

            // By name first: an action for each symbol or node would make the compiler go through all of them.
            start.RegisterSemanticModelAction(file => CheckFile(file, engine));
            start.RegisterAdditionalFileAction(file => CheckCatalog(file, engine));
        });
    }

    private static void CheckFile(SemanticModelAnalysisContext context, ClosureEngine engine)
    {
        CheckSettings(context, engine);
        foreach (var attribute in engine.Marked.AttributesIn(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            if (context.FilterSpan is not { } shown || shown.IntersectsWith(attribute.Parent!.Parent!.Span))
            {
                CheckAttribute(attribute, context, engine);
            }
        }
    }

    private static void CheckAttribute(AttributeSyntax attribute, SemanticModelAnalysisContext context, ClosureEngine engine)
    {
        if (attribute.Parent is AttributeListSyntax { Target.Identifier.ValueText: "assembly" })
        {
            CheckAssemblyAssumption(attribute, context, engine);
            return;
        }

        var declaration = attribute.Parent!.Parent!;
        if (declaration is LocalFunctionStatementSyntax or ParenthesizedLambdaExpressionSyntax)
        {
            CheckFunction(declaration, context, engine);
            return;
        }

        var model = context.SemanticModel;
        foreach (var declared in Carriers(declaration is BaseFieldDeclarationSyntax fields
            ? model.GetDeclaredSymbol(fields.Declaration.Variables[0], context.CancellationToken)
            : model.GetDeclaredSymbol(declaration, context.CancellationToken)))
        {
            // Each once, though several attributes lead to it, in several files if it is partial.
            if (declared.GetAttributes().FirstOrDefault(each => IsMemos(each, engine))?.ApplicationSyntaxReference is { } first
                && first.Span == attribute.Span && first.SyntaxTree == attribute.SyntaxTree)
            {
                CheckAssumptions(declared, context, engine);
                if (declared is IMethodSymbol method)
                {
                    Check(method, engine, context.ReportDiagnostic, context.CancellationToken);
                }
            }
        }
    }

    // What an attribute of a declaration may be of: [method: …] on a record is one of its constructor.
    private static IEnumerable<ISymbol> Carriers(ISymbol? declared) => declared switch
    {
        IMethodSymbol method => [method.PartialDefinitionPart ?? method],
        IPropertySymbol property => Present(property.PartialDefinitionPart ?? property, property.GetMethod, property.SetMethod),
        IEventSymbol handler => Present(handler.AddMethod, handler.RemoveMethod),
        INamedTypeSymbol type => [type, .. type.InstanceConstructors],
        _ => [],
    };

    private static IEnumerable<ISymbol> Present(params ISymbol?[] symbols) => symbols.OfType<ISymbol>();

    private static void Check(IMethodSymbol declared, ClosureEngine engine, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (engine.Own(declared, cancellation) is not IMethodSymbol symbol || engine.MemoizedMethod(symbol) is not { } method)
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

    private static void CheckFunction(SyntaxNode declaration, SemanticModelAnalysisContext context, ClosureEngine engine)
    {
        var model = context.SemanticModel;
        var symbol = model.GetDeclaredSymbol(declaration, context.CancellationToken) ?? model.GetSymbolInfo(declaration, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol function && function.GetAttributes().Any(attribute => IsMemos(attribute, "MemoizeAttribute", engine))
            && Interception.WhyNever(function, engine.Encodings) is { } never)
        {
            var name = function.Name.Length > 0 ? function.Name : "lambda";
            context.ReportDiagnostic(Diagnostic.Create(UsageRules.NeverIntercepted, declaration.GetLocation(), name, never));
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
