using Microsoft.CodeAnalysis;

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

    public static bool IsParameterOf(IParameterSymbol parameter, ISymbol? member) =>
        SymbolEqualityComparer.Default.Equals(Declared(parameter.ContainingSymbol), Declared(member));
}
