using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures.Edits;

/// <summary>Constructed methods of another compilation that has the same references, put together from the symbols of this one.</summary>
/// <param name="compilation">This one.</param>
/// <param name="own">Its symbol for a declaration of the other one; null when it has none.</param>
internal sealed class ConstructedSymbols(Compilation compilation, Func<ISymbol, ISymbol?> own)
{
    /// <summary>The same method with the same type arguments; null when they cannot all be found.</summary>
    public IMethodSymbol? Of(IMethodSymbol method)
    {
        if (own(method.OriginalDefinition) is not IMethodSymbol definition || Of(method.ContainingType) is not INamedTypeSymbol owner)
        {
            return null;
        }

        var declared = owner.GetMembers(definition.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, definition));
        return declared is null || !declared.IsGenericMethod ? declared
            : Of(method.TypeArguments) is { IsDefault: false } arguments ? declared.Construct(arguments, method.TypeArgumentNullableAnnotations)
            : null;
    }

    private ITypeSymbol? Of(ITypeSymbol type) => (type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType) is { } element ? compilation.CreateArrayTypeSymbol(element, array.Rank) : null,
        IDynamicTypeSymbol => compilation.DynamicType,
        INamedTypeSymbol { IsTupleType: true } tuple => OfTuple(tuple),
        INamedTypeSymbol named => OfNamed(named),
        _ => null,
    })?.WithNullableAnnotation(type.NullableAnnotation);

    private ImmutableArray<ITypeSymbol> Of(ImmutableArray<ITypeSymbol> types)
    {
        var found = ImmutableArray.CreateBuilder<ITypeSymbol>();
        foreach (var type in types)
        {
            if (Of(type) is not { } same)
            {
                return default;
            }

            found.Add(same);
        }

        return found.ToImmutable();
    }

    private ITypeSymbol? OfTuple(INamedTypeSymbol tuple)
    {
        var elements = tuple.TupleElements;
        return Of([.. elements.Select(element => element.Type)]) is { IsDefault: false } types
            ? compilation.CreateTupleTypeSymbol(
                types,
                [.. elements.Select(element => element.IsExplicitlyNamedTupleElement ? element.Name : null)],
                elementNullableAnnotations: [.. elements.Select(element => element.NullableAnnotation)])
            : null;
    }

    private ITypeSymbol? OfNamed(INamedTypeSymbol type)
    {
        var declared = type.ContainingType is { } outer
            ? (Of(outer) as INamedTypeSymbol)?.GetTypeMembers(type.Name, type.Arity).FirstOrDefault()
            : Declared(type.OriginalDefinition);
        return declared is null || type.Arity == 0 ? declared
            : Of(type.TypeArguments) is { IsDefault: false } arguments ? declared.Construct(arguments, type.TypeArgumentNullableAnnotations)
            : null;
    }

    private INamedTypeSymbol? Declared(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty
        ? compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Identity.Equals(type.ContainingAssembly?.Identity))
            ?.GetTypeByMetadataName(TypeTraits.MetadataName(type))
        : own(type) as INamedTypeSymbol;
}
