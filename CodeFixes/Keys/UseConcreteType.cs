using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Memo.CodeFixes.Keys;

/// <summary>
/// MEMO202: what is returned has a type that survives, and only the declaration hides it (<c>IList</c> of an <c>int[]</c>); or a copy of it has one (the array of a
/// <c>ConcurrentBag</c>).
/// </summary>
internal sealed class UseConcreteType : CodeFixProvider
{
    private static readonly SyntaxAnnotation s_changed = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [KeyRules.Result.Id];

    /// <summary>None: it changes signatures, one after the other.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancellation = context.CancellationToken;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is { } root
                && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && Returns.AreThere(method)
                && await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model && model.GetDeclaredSymbol(method, cancellation) is { } symbol
                && Declared(method, symbol) is { } declared && Proposed(method, model, cancellation) is var (type, isCopied))
            {
                var changed = await Imports.AddAsync(Change(context.Document, model, method, declared, type, isCopied), [context.Document.Id], cancellation).ConfigureAwait(false);
                var name = type.ToMinimalDisplayString(model, method.SpanStart);
                if (await SurvivesAsync(changed, context.Document.Id, cancellation).ConfigureAwait(false)
                    && await CompilesAsWell.AskAsync(context.Document.Project.Solution, changed, await UsersAsync(symbol, context.Document.Project.Solution, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false))
                {
                    context.RegisterCodeFix(CodeAction.Create(
                        isCopied ? $"Return a copy that survives: '{name}'" : $"Return '{name}', which survives", _ => Task.FromResult(changed), nameof(UseConcreteType)), diagnostic);
                }
            }
        }
    }

    // Of an async method, what its task gives.
    private static TypeSyntax? Declared(MethodDeclarationSyntax method, IMethodSymbol symbol) =>
        !symbol.IsAsync ? method.ReturnType : method.ReturnType is GenericNameSyntax { TypeArgumentList.Arguments: [var awaited] } ? awaited : null;

    private static (ITypeSymbol Type, bool IsCopied)? Proposed(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var types = Returns.Of(method).Select(returned => model.GetTypeInfo(returned, cancellation).Type).Distinct(SymbolEqualityComparer.Default).ToList();
        if (types is not [ITypeSymbol type and not IErrorTypeSymbol])
        {
            return null;
        }

        return type is INamedTypeSymbol { Name: "KeyCollection" or "ValueCollection" or "ConcurrentBag" } several && several.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal)
            && several.AllInterfaces.FirstOrDefault(each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) is { TypeArguments: [var element] }
            ? (model.Compilation.CreateArrayTypeSymbol(element), true)
            : (type, false);
    }

    private static Solution Change(Document document, SemanticModel model, MethodDeclarationSyntax method, TypeSyntax declared, ITypeSymbol type, bool isCopied)
    {
        var editor = new SyntaxEditor(model.SyntaxTree.GetRoot(), document.Project.Solution.Services);
        editor.ReplaceNode(declared, (current, generator) => Imports.NameOf(type, model, declared.SpanStart, generator).WithTriviaFrom(current).WithAdditionalAnnotations(s_changed));
        foreach (var returned in isCopied ? Returns.Of(method) : [])
        {
            editor.ReplaceNode(returned, (current, _) => Copies.Spread((ExpressionSyntax)current));
        }

        return document.Project.Solution.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
    }

    private static async Task<bool> SurvivesAsync(Solution changed, DocumentId document, CancellationToken cancellation)
    {
        var home = changed.GetDocument(document)!;
        var options = home.Project.AnalyzerOptions;
        return await home.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
            && (await home.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!.GetAnnotatedNodes(s_changed).FirstOrDefault()?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellation) is { } symbol
            && ClosureEngine.For(model.Compilation, options.AdditionalFiles, options.AnalyzerConfigOptionsProvider, cancellation) is { } engine
            && engine.Own(symbol, cancellation) is IMethodSymbol own && engine.Encodings.EncodingOf(own).Problems.All(problem => problem.Rule.Id != KeyRules.Result.Id);
    }

    private static async Task<IEnumerable<DocumentId>> UsersAsync(IMethodSymbol method, Solution solution, CancellationToken cancellation) =>
        (await SymbolFinder.FindReferencesAsync(method, solution, cancellation).ConfigureAwait(false)).SelectMany(found => found.Locations).Select(use => use.Document)
            .Where(document => document is not SourceGeneratedDocument).Select(document => document.Id);
}
