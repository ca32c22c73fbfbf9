using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Referenced;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>
/// What a type of the framework does behind a type parameter: <c>T.Parse(s)</c> is another method for each type that is given for T.
/// The call itself says what all of them do; where the type is given, what this one does beyond that.
/// </summary>
internal sealed class TypeArgumentEffects(TypeHierarchy hierarchy, EffectCatalog catalog, HiddenTexts texts, OutsideTypes outside)
{
    /// <summary>The effects that the type arguments of a member, a constructed one, may have, and the members that have them.</summary>
    public IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfMember(ISymbol member)
    {
        var method = member as IMethodSymbol;
        if (!hierarchy.IsInSource(member) || !(member.ContainingType.IsGenericType || method is { IsGenericMethod: true }))
        {
            return [];
        }

        var ofType = OfType(member.ContainingType);
        return method is null ? ofType : method.TypeParameters.SelectMany((parameter, i) => Of(parameter, method.TypeArguments[i])).Concat(ofType);
    }

    /// <summary>The effects that the type arguments of generic types may have that a type derives from.</summary>
    public IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> Inherited(IEnumerable<INamedTypeSymbol> ancestors) => ancestors.SelectMany(OfType);

    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfType(INamedTypeSymbol type) => TypeTraits.Arguments(type).SelectMany(given => Of(given.Parameter, given.Argument));

    // A type in a generic type knows that one's type arguments, too.
    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> Of(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        OfMembers(parameter, argument).Concat(OfText(parameter, argument));

    // Behind a constraint to a class, the text is that class's own.
    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfText(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        parameter.ConstraintTypes.Any(constraint => constraint.TypeKind == TypeKind.Class) ? [] : texts.Of(argument).Select(text => (text.Kind, text.Detail, text.Culprit));

    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfMembers(ITypeParameterSymbol parameter, ITypeSymbol argument) =>
        argument is not INamedTypeSymbol given ? []
        : hierarchy.IsInSource(given) ? OfType(given)
        : parameter.ConstraintTypes.OfType<INamedTypeSymbol>().SelectMany(one => one.AllInterfaces.Append(one)).SelectMany(contract => OfImplementation(given, contract));

    private IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> OfImplementation(INamedTypeSymbol given, INamedTypeSymbol contract)
    {
        if (given.AllInterfaces.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, contract.OriginalDefinition)) is not { } implemented)
        {
            yield break;
        }

        foreach (var member in implemented.GetMembers().OfType<IMethodSymbol>().Where(member => member.IsStatic && (member.IsAbstract || member.IsVirtual)))
        {
            if (given.FindImplementationForInterfaceMember(member) is not IMethodSymbol implementation || (member.IsVirtual && !outside.Declare(implementation)))
            {
                continue;
            }

            var entry = outside.Declare(implementation) ? outside.Told(implementation) : catalog.Find(implementation);
            if (entry is null && outside.Declare(implementation))
            {
                yield return (EffectKind.Unknown, "", implementation.OriginalDefinition);
            }
            else if (entry is not null)
            {
                foreach (var effect in entry.Effects.Where(effect => effect.Kind is not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers)))
                {
                    yield return (effect.Kind, effect.Detail, implementation.OriginalDefinition);
                }
            }
        }
    }
}
