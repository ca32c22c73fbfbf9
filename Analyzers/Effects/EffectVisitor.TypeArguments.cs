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
        switch (operation)
        {
            case IInvocationOperation invocation:
                CheckMember(invocation.TargetMethod, operation);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                CheckObject(constructor.ContainingType, operation);
                break;
            case IConversionOperation { Operand.Type: INamedTypeSymbol { IsValueType: true } boxed, Type.IsReferenceType: true }:
                CheckObject(boxed, operation);
                break;
            case IMemberReferenceOperation reference:
                CheckMember(reference.Member, operation);
                break;
        }
    }

    private void CheckMember(ISymbol member, IOperation operation)
    {
        if (_context.Hierarchy.IsInSource(member))
        {
            if (member is IMethodSymbol { IsGenericMethod: true } method)
            {
                CheckTypeArguments(method.TypeParameters, method.TypeArguments, operation);
            }

            CheckType(member.ContainingType, operation);
        }
    }

    // What is called on an object, its type inherits with the type arguments that it gives.
    private void CheckObject(INamedTypeSymbol made, IOperation operation)
    {
        for (var type = made; type is not null && _context.Hierarchy.IsInSource(type); type = type.BaseType)
        {
            CheckType(type, operation);
            foreach (var contract in type.Interfaces)
            {
                if (contract.IsGenericType && _context.Hierarchy.IsInSource(contract))
                {
                    CheckType(contract, operation);
                }
            }
        }
    }

    // A type in a generic type knows that one's type arguments, too.
    private void CheckType(INamedTypeSymbol? declared, IOperation operation)
    {
        for (var type = declared; type is { IsGenericType: true }; type = type.ContainingType)
        {
            CheckTypeArguments(type.TypeParameters, type.TypeArguments, operation);
        }
    }

    private void CheckTypeArguments(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments, IOperation operation)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (arguments[i] is not INamedTypeSymbol given)
            {
                continue;
            }

            if (_context.Hierarchy.IsInSource(given))
            {
                CheckType(given, operation);
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
