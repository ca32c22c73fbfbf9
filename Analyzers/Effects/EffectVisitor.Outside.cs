using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Where values and types of other assemblies are handed to code that may run their members.</summary>
internal sealed partial class EffectVisitor
{
    private void CheckOutside(IOperation operation)
    {
        if (!_context.Outside.Any)
        {
            return;
        }

        var location = operation.Syntax.GetLocation();
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, Type.IsValueType: false, Operand: { } operand }:
                HandOutside(operand.Type, location);
                break;
            case IInterpolationOperation interpolation:
                HandOutside(interpolation.Expression.Type, location);
                break;
            case ITupleBinaryOperation tuples:
                CompareOutside(tuples.LeftOperand.Type, location);
                CompareOutside(tuples.RightOperand.Type, location);
                break;
            case IInvocationOperation { TargetMethod: var method } invocation:
                GiveOutside(method.TypeParameters.Zip(method.TypeArguments, (parameter, argument) => (parameter, argument)).Concat(TypeTraits.Arguments(method.ContainingType)), location);
                if (invocation.Instance?.Type is { IsValueType: true } receiver && !SymbolEqualityComparer.Default.Equals(receiver, method.ContainingType))
                {
                    HandOutside(receiver, location);
                }

                break;
            case IAnonymousObjectCreationOperation { Type: { } made }:
                HandOutside(made, location);
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol made }:
                GiveOutside(TypeTraits.Arguments(made), location);
                break;
            case ICollectionExpressionOperation { Type: INamedTypeSymbol made }:
                GiveOutside(TypeTraits.Arguments(made), location);
                break;
            case IMethodReferenceOperation { Method: var method }:
                GiveOutside(method.TypeParameters.Zip(method.TypeArguments, (parameter, argument) => (parameter, argument)).Concat(TypeTraits.Arguments(method.ContainingType)), location);
                break;
            case IMemberReferenceOperation { Member.ContainingType: { } type }:
                GiveOutside(TypeTraits.Arguments(type), location);
                break;
        }
    }

    private void GiveOutside(IEnumerable<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> given, Location location)
    {
        foreach (var (parameter, argument) in given)
        {
            HandOutside(argument, location);
            if (_context.Outside.MadeBy(parameter, argument) is { } constructor)
            {
                RunOutside(constructor, location);
            }
        }
    }

    private void HandOutside(ITypeSymbol? type, Location location)
    {
        foreach (var member in _context.Outside.ContractsIn(type))
        {
            if (!RunOutside(member, location))
            {
                break; // one that nobody knows is enough to say
            }
        }
    }

    // The operators that compare elements are called without being named.
    private void CompareOutside(ITypeSymbol? type, Location location)
    {
        HandOutside(type, location);
        foreach (var element in type is null ? [] : TypeTraits.Named(type).Where(_context.Outside.Declare))
        {
            foreach (var comparison in element.GetMembers(WellKnownMemberNames.EqualityOperatorName).Concat(element.GetMembers(WellKnownMemberNames.InequalityOperatorName)).OfType<IMethodSymbol>())
            {
                RunOutside(comparison, location);
            }
        }
    }

    private bool RunOutside(IMethodSymbol member, Location location)
    {
        if (_context.Outside.Told(member) is not { } entry)
        {
            AddEffect(EffectKind.Unknown, "", Culprit(member), location);
            return false;
        }

        foreach (var effect in entry.Effects)
        {
            // A collection that hashes its keys shows nothing of their hash codes.
            if (effect.Kind != EffectKind.Nondeterministic || member.Name != nameof(GetHashCode))
            {
                AddEffect(effect.Kind, effect.Detail, Culprit(member), location);
            }
        }

        return true;
    }
}
