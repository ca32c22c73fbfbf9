using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Symbols;

/// <summary>A partial member is two symbols, one that declares it and one that has the body; both are the same method.</summary>
internal static class PartialMembers
{
    /// <summary>The symbol that stands for a method: of a partial one, the part that declares it.</summary>
    public static ISymbol? Declared(ISymbol? member) => member switch
    {
        IMethodSymbol { PartialDefinitionPart: { } definition } => definition,
        IMethodSymbol { AssociatedSymbol: IPropertySymbol { PartialDefinitionPart: { } definition } } accessor =>
            accessor.MethodKind == MethodKind.PropertyGet ? definition.GetMethod : definition.SetMethod,
        _ => member,
    };

    /// <summary>Whether a type may have other members than those that are seen: it is partial, and another generator may write a part.</summary>
    public static bool AreIn(INamedTypeSymbol type, CancellationToken cancellation) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static bool IsParameterOf(IParameterSymbol parameter, ISymbol? member) =>
        SymbolEqualityComparer.Default.Equals(Declared(parameter.ContainingSymbol), Declared(member));
}
