using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// What a type of the framework does behind a type parameter: <c>T.Parse(s)</c> is another method for each type that is given for T.
/// The call itself says what all of them do; where the type is given, what this one does beyond that.
/// </summary>
internal sealed partial class EffectVisitor
{
    private void CheckTypeArguments(IOperation operation)
    {
        var member = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMemberReferenceOperation reference => reference.Member,
            _ => null,
        };
        if (member is null || !_context.Hierarchy.IsInSource(member))
        {
            return;
        }

        if (member is IMethodSymbol { IsGenericMethod: true } method)
        {
            CheckTypeArguments(method.TypeParameters, method.TypeArguments, operation);
        }

        // A type in a generic type knows that one's type arguments, too.
        for (var type = member.ContainingType; type is { IsGenericType: true }; type = type.ContainingType)
        {
            CheckTypeArguments(type.TypeParameters, type.TypeArguments, operation);
        }
    }

    private void CheckTypeArguments(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments, IOperation operation)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (arguments[i] is not INamedTypeSymbol given || _context.Hierarchy.IsInSource(given))
            {
                continue;
            }

            foreach (var contract in parameters[i].ConstraintTypes.OfType<INamedTypeSymbol>().SelectMany(one => one.AllInterfaces.Append(one)))
            {
                CheckImplementation(given, contract, operation);
            }
        }
    }

    private void CheckImplementation(INamedTypeSymbol given, INamedTypeSymbol contract, IOperation operation)
    {
        if (given.AllInterfaces.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, contract.OriginalDefinition)) is not { } implemented)
        {
            return;
        }

        foreach (var member in implemented.GetMembers().OfType<IMethodSymbol>().Where(member => member.IsStatic && member.IsAbstract))
        {
            if (given.FindImplementationForInterfaceMember(member) is not IMethodSymbol implementation || _context.Catalog.Find(implementation) is not { } entry)
            {
                continue;
            }

            foreach (var effect in entry.Effects.Where(effect => effect.Kind is not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers)))
            {
                AddEffect(effect.Kind, effect.Detail, implementation.OriginalDefinition, operation.Syntax.GetLocation());
            }
        }
    }
}
