using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>
/// What a type of the framework does behind a type parameter: <c>T.Parse(s)</c> is another method for each type that is given for T.
/// The call itself says what all of them do; where the type is given, what this one does beyond that.
/// </summary>
internal sealed class TypeArgumentEffects(TypeHierarchy hierarchy, EffectCatalog catalog)
{
    /// <summary>The effects that the type arguments of a member, a constructed one, may have, and the members that have them.</summary>
    public IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfMember(ISymbol member)
    {
        if (!hierarchy.IsInSource(member))
        {
            return [];
        }

        var ofType = OfType(member.ContainingType);
        return member is IMethodSymbol { IsGenericMethod: true } method ? Of(method.TypeParameters, method.TypeArguments).Concat(ofType) : ofType;
    }

    /// <summary>What is called on an object, its type inherits with the type arguments that it gives.</summary>
    public IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfObject(INamedTypeSymbol made)
    {
        for (var type = made; type is not null && hierarchy.IsInSource(type); type = type.BaseType)
        {
            foreach (var effect in OfType(type).Concat(type.Interfaces.Where(contract => contract.IsGenericType && hierarchy.IsInSource(contract)).SelectMany(OfType)))
            {
                yield return effect;
            }
        }
    }

    // A type in a generic type knows that one's type arguments, too.
    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfType(INamedTypeSymbol? declared)
    {
        for (var type = declared; type is { IsGenericType: true }; type = type.ContainingType)
        {
            foreach (var effect in Of(type.TypeParameters, type.TypeArguments))
            {
                yield return effect;
            }
        }
    }

    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> Of(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (arguments[i] is INamedTypeSymbol given)
            {
                foreach (var effect in hierarchy.IsInSource(given) ? OfType(given)
                    : parameters[i].ConstraintTypes.OfType<INamedTypeSymbol>().SelectMany(one => one.AllInterfaces.Append(one)).SelectMany(contract => OfImplementation(given, contract)))
                {
                    yield return effect;
                }
            }
        }
    }

    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfImplementation(INamedTypeSymbol given, INamedTypeSymbol contract)
    {
        if (given.AllInterfaces.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, contract.OriginalDefinition)) is not { } implemented)
        {
            yield break;
        }

        foreach (var member in implemented.GetMembers().OfType<IMethodSymbol>().Where(member => member.IsStatic && member.IsAbstract))
        {
            if (given.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation && catalog.Find(implementation) is { } entry)
            {
                foreach (var effect in entry.Effects.Where(effect => effect.Kind is not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers)))
                {
                    yield return (effect.Kind, effect.Detail, implementation.OriginalDefinition);
                }
            }
        }
    }
}
