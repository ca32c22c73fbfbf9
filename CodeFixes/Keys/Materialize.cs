using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Memo.CodeFixes.Keys;

/// <summary>MEMO204: what is returned becomes a list. An interface that is always lazy becomes one, too.</summary>
internal sealed class Materialize : Mending
{
    public override ImmutableArray<string> Rules { get; } = [KeyRules.LazyResult.Id];

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || !Returns.AreThere(method)
            || model.GetDeclaredSymbol(method, cancellation) is not { } symbol || Sequence(symbol.ReturnType, method) is not { TypeArguments: [var element] } sequence)
        {
            yield break;
        }

        var staysLazy = sequence.OriginalDefinition.SpecialType != SpecialType.System_Collections_Generic_IEnumerable_T;
        // What callers and other implementations see of it is not ours to change.
        if (!staysLazy || (symbol is { IsVirtual: false, IsOverride: false, IsAbstract: false } && symbol.ExplicitInterfaceImplementations.IsEmpty))
        {
            yield return new(
                staysLazy ? "Return a list: 'List<…>' and 'ToList()'" : "Return a list: 'ToList()'", nameof(Materialize),
                editor => Edit(editor, method, staysLazy ? element : null, model, cancellation), method);
        }
    }

    private static void Edit(SyntaxEditor editor, MethodDeclarationSyntax method, ITypeSymbol? element, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var returned in Returns.Of(method))
        {
            var type = model.GetTypeInfo(returned, cancellation).Type;
            if (type is not null and not IArrayTypeSymbol && !IsMade(type))
            {
                var isInScope = model.LookupSymbols(returned.SpanStart, type, "ToList", includeReducedExtensionMethods: true).Any();
                editor.ReplaceNode(returned, (current, _) => isInScope ? Returns.Call((ExpressionSyntax)current, "ToList")
                    : SyntaxFactory.ParseExpression($"System.Linq.Enumerable.ToList({current.WithoutTrivia()})").WithTriviaFrom(current));
            }
        }

        if (element is not null && model.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1") is { } list)
        {
            var declared = method.ReturnType is GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: [var awaited] } ? awaited : method.ReturnType;
            editor.ReplaceNode(declared, (current, generator) => Imports.NameOf(list.Construct(element), model, declared.SpanStart, generator).WithTriviaFrom(current));
        }
    }

    private static bool IsMade(ITypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct && type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;

    private static INamedTypeSymbol? Sequence(ITypeSymbol declared, MethodDeclarationSyntax method) =>
        declared is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [INamedTypeSymbol awaited] } ? (method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? awaited : null)
        : declared is INamedTypeSymbol { Name: "IEnumerable" or "IOrderedEnumerable" or "IQueryable" or "IOrderedQueryable" } sequence ? sequence
        : null;
}
