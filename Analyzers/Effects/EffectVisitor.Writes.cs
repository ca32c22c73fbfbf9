using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Assignments, and what it means to write through an origin.</summary>
internal sealed partial class EffectVisitor
{
    private void Assign(IOperation target, OriginSet value, IOperation? referent, IOperation site)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                if (local.Local.RefKind == RefKind.None || referent is not null)
                {
                    AddToVariable(local.Local, referent is null ? value : Owners(referent));
                    ChangeVariable(local.Local, local, site);
                }
                else
                {
                    WriteInto(Variable(local.Local), value, site, place: local);
                }

                break;
            case IVariableDeclaratorOperation declarator: // the variable of a loop
                AddToVariable(declarator.Symbol, value);
                break;
            case IParameterReferenceOperation parameter:
                ChangeVariable(parameter.Parameter, parameter, site);
                AssignParameter(parameter.Parameter, value, site);
                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                WriteStatic(field.Field, value, site);
                break;
            case IFieldReferenceOperation { Instance: { } instance } field:
                AssignMember(instance, value, site, field.Field.OriginalDefinition);
                break;
            case IPropertyReferenceOperation { Property.RefKind: not RefKind.None } property:
                WriteInto(Owners(property), value, site, place: property);
                break;
            case IPropertyReferenceOperation property:
                // The setter was applied as a call; only an auto-property that a constructor assigns has none.
                if (property.Property.SetMethod is null)
                {
                    if (property.Instance is null)
                    {
                        WriteStatic(property.Property, value, site);
                    }
                    else
                    {
                        AssignMember(property.Instance, value, site, BackingField(property.Property));
                    }
                }

                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                {
                    Assign(element, value, null, site);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, null, site);
                break;
            case IDiscardOperation:
                break;
            default:
                WriteInto(Owners(target), value, site, place: target, changed: target is IArrayElementReferenceOperation { ArrayReference.Type: var array } ? array : null);
                break;
        }
    }

    private void AssignParameter(IParameterSymbol parameter, OriginSet value, IOperation site)
    {
        AddToVariable(parameter, value);
        if (parameter.RefKind == RefKind.Ref && PartialMembers.IsParameterOf(parameter, _method))
        {
            AddEffect(EffectKind.MutatesArgument, "", parameter, site.Syntax.GetLocation());
        }
        else if ((IsPrimaryConstructorParameter(parameter) && !PartialMembers.IsParameterOf(parameter, _method)) || (parameter.RefKind == RefKind.Ref && ExtensionReceivers.Is(parameter)))
        {
            WriteInto(OriginSet.Of(This), value, site);
        }
    }

    // A struct is where its variable is: writing a field of one writes that variable.
    private void AssignMember(IOperation instance, OriginSet value, IOperation site, ISymbol? field)
    {
        if (instance.Type is { IsValueType: true } && instance is not IInstanceReferenceOperation)
        {
            Assign(instance, value, null, site);
        }
        else
        {
            WriteInto(ValueOf(instance), value, site, field, instance, instance.Type);
        }
    }

    private static ISymbol? BackingField(IPropertySymbol property) => property.ContainingType.GetMembers().FirstOrDefault(member =>
        member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));

    private void WriteStatic(ISymbol member, OriginSet value, IOperation site)
    {
        Fill(StaticNode(member.OriginalDefinition), value);
        if (Judge(member) != StaticState.UnderConstruction)
        {
            AddEffect(EffectKind.WritesStatic, "", member.OriginalDefinition, site.Syntax.GetLocation());
        }
    }

    private void InitializeMember(ISymbol member, OriginSet value) =>
        Fill(member.IsStatic ? StaticNode(member.OriginalDefinition) : This, value,
            member is IPropertySymbol property ? BackingField(property.OriginalDefinition) : member.OriginalDefinition);

    /// <summary>The objects that hold the place that an expression refers to (the left side of an assignment, the operand of <c>ref</c>).</summary>
    private OriginSet Owners(IOperation place) => place switch
    {
        ILocalReferenceOperation { Local.RefKind: not RefKind.None } local => Variable(local.Local),
        ILocalReferenceOperation => OriginSet.Empty,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => OriginSet.Empty,
        IParameterReferenceOperation parameter => OriginOf(parameter.Parameter),
        IFieldReferenceOperation { Field.IsStatic: true } field => OriginSet.Of(StaticNode(field.Field.OriginalDefinition)),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } and not IInstanceReferenceOperation } field => Owners(field.Instance!),
        IFieldReferenceOperation field => ValueOf(field.Instance),
        IArrayElementReferenceOperation element => ValueOf(element.ArrayReference),
        IPropertyReferenceOperation property => ValueOf(property.Instance) | ValueOf(property),
        IImplicitIndexerReferenceOperation indexer => ValueOf(indexer.Instance),
        IInlineArrayAccessOperation access => Owners(access.Instance),
        IConditionalOperation conditional => Owners(conditional.WhenTrue) | (conditional.WhenFalse is null ? OriginSet.Empty : Owners(conditional.WhenFalse)),
        IConversionOperation conversion => Owners(conversion.Operand),
        _ => ValueOf(place), // a temporary is where its value is
    };

    /// <summary>Something is stored into the objects: harmless for what this method made, an effect for everything else.</summary>
    private void WriteInto(OriginSet owners, OriginSet value, IOperation site, ISymbol? field = null, IOperation? place = null, ITypeSymbol? changed = null) =>
        WriteInto(owners, value, site.Syntax.GetLocation(), new CallPath(null, site.Syntax.GetLocation(), null), field, place: place ?? site, isShared: !IsOrderFreeSum(site), changed: changed);

    private void WriteInto(OriginSet owners, OriginSet value, Location location, CallPath path, ISymbol? field = null, DispatchedThrough? through = null, IOperation? place = null, bool isShared = true, ITypeSymbol? changed = null)
    {
        foreach (var node in owners)
        {
            Fill(node, value, field);
            if (isShared)
            {
                ChangeObject(node, place, location);
            }

            var owner = _nodes[node];
            switch (owner.Kind)
            {
                case NodeKind.Fresh:
                    break;
                case NodeKind.Parameter when owner.Symbol is IParameterSymbol parameter:
                    if (_context.Traits.Reach.MayLeadTo(parameter.Type, changed))
                    {
                        AddEffect(new(EffectKind.MutatesArgument, owner.IsInside ? Effect.Inside : "", parameter, location, path, Through: through) { Changed = changed });
                    }

                    break;
                case NodeKind.This:
                    if (owner.IsInside ? _context.Traits.Reach.MayLeadTo(_unit.Symbol.ContainingType, changed) : _method?.MethodKind is not MethodKind.Constructor)
                    {
                        AddEffect(new(EffectKind.MutatesReceiver, owner.IsInside ? Effect.Inside : "", null, location, path, Through: through) { Changed = changed });
                    }

                    break;
                case NodeKind.Static:
                    if (Judge(owner.Symbol!) != StaticState.UnderConstruction)
                    {
                        AddEffect(new(EffectKind.WritesStatic, "", owner.Symbol, location, path, Through: through));
                    }

                    break;
                default:
                    AddEffect(new(EffectKind.Unverifiable, "changes an object of unknown origin", null, location, path, Through: through));
                    break;
            }
        }
    }
}
