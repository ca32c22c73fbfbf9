using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>What parameters, receivers, patterns and statics stand for.</summary>
internal sealed partial class EffectVisitor
{
    private OriginSet ParameterValue(IParameterSymbol parameter, bool isReplaced)
    {
        var assigned = Variable(parameter);
        return !isReplaced && (PartialMembers.IsParameterOf(parameter, _method) || IsPrimaryConstructorParameter(parameter) || ExtensionReceivers.Is(parameter))
            ? assigned | OriginOf(parameter)
            : assigned;
    }

    private OriginSet OriginOf(IParameterSymbol parameter) =>
        _method is not null && PartialMembers.IsParameterOf(parameter, _method)
            ? OriginSet.Of(ParameterNode(parameter.Ordinal))
            : ExtensionReceivers.Is(parameter) ? OriginSet.Of(This)
            : OriginSet.Of(InsideThis); // a captured primary-constructor parameter is state of the receiver

    private bool IsPrimaryConstructorParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, _unit.Symbol.ContainingType);

    private OriginSet InstanceValue(IInstanceReferenceOperation instance)
    {
        switch (instance.ReferenceKind)
        {
            case InstanceReferenceKind.ImplicitReceiver:
                for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
                {
                    if (parent is IObjectOrCollectionInitializerOperation)
                    {
                        return parent.Parent is IMemberInitializerOperation member ? ValueOf(member.InitializedMember)
                            : parent.Parent is not null ? OriginSet.Of(Allocate(parent.Parent))
                            : OriginSet.Of(Unknown);
                    }

                    if (parent is IAnonymousObjectCreationOperation)
                    {
                        return OriginSet.Of(Allocate(parent));
                    }
                }

                return OriginSet.Of(Unknown);
            case InstanceReferenceKind.PatternInput:
                return Reach(PatternInput(instance));
            case InstanceReferenceKind.InterpolatedStringHandler:
                for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
                {
                    if (parent is IInterpolatedStringHandlerCreationOperation handler)
                    {
                        return OriginSet.Of(Allocate(handler.HandlerCreation));
                    }
                }

                return OriginSet.Of(Unknown);
            default:
                return OriginSet.Of(This);
        }
    }

    // What the members that a pattern calls have given, the patterns inside of it may get.
    private OriginSet TakenApart(IOperation pattern, OriginSet given)
    {
        if (pattern is IRecursivePatternOperation { DeclaredSymbol: { } named })
        {
            AddToVariable(named, Reach(PatternInput(pattern)));
        }
        else if (pattern is IListPatternOperation { DeclaredSymbol: { } list })
        {
            AddToVariable(list, Reach(PatternInput(pattern)));
        }

        _changed |= !ValueOf(pattern).Equals(given);
        return given;
    }

    private OriginSet PatternInput(IOperation inside)
    {
        var given = OriginSet.Empty;
        for (var parent = inside.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IIsPatternOperation pattern:
                    return given | ValueOf(pattern.Value);
                case ISwitchExpressionOperation expression:
                    return given | ValueOf(expression.Value);
                case ISwitchOperation statement:
                    return given | ValueOf(statement.Value);
                case IPropertySubpatternOperation subpattern:
                    given |= ValueOf(subpattern.Member);
                    break;
                case IRecursivePatternOperation or IListPatternOperation or ISlicePatternOperation:
                    given |= ValueOf(parent);
                    break;
            }
        }

        return OriginSet.Of(Unknown);
    }

    private OriginSet StaticField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (field.IsConst)
        {
            return OriginSet.Empty;
        }

        switch (Judge(field, isOther: field.ContainingType.IsGenericType && !SymbolEqualityComparer.Default.Equals(field.ContainingType, field.ContainingType.OriginalDefinition)))
        {
            case StaticState.Immutable:
                if (_context.Outside.Declare(field) && OperationCalls.Access(reference).Reads && !ApplyExternalStatic(field, reference))
                {
                    AddEffect(EffectKind.Unknown, "", field.OriginalDefinition, reference.Syntax.GetLocation()); // what it was initialized with
                }

                return OriginSet.Empty;
            case StaticState.Table or StaticState.UnderConstruction:
                return OriginSet.Of(StaticNode(field.OriginalDefinition));
            default:
                if (OperationCalls.Access(reference).Reads && !ApplyExternalStatic(field, reference))
                {
                    AddEffect(EffectKind.ReadsStatic, "", field.OriginalDefinition, reference.Syntax.GetLocation());
                }

                return OriginSet.Of(StaticNode(field.OriginalDefinition));
        }
    }

    private OriginSet StaticEvent(IEventReferenceOperation reference)
    {
        AddEffect(EffectKind.ReadsStatic, "", reference.Event.OriginalDefinition, reference.Syntax.GetLocation());
        return OriginSet.Of(StaticNode(reference.Event.OriginalDefinition));
    }
}
