using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>Code that the compiler writes: auto-properties, records' members, base constructors.</summary>
internal sealed partial class EffectVisitor
{
    // A base constructor runs on the same new object; what a record's members call, they call on what the record holds.
    private void ApplyImplicitCallees()
    {
        foreach (var callee in _implicitCallees)
        {
            if (_context.IsAssumedPure(callee))
            {
                ApplyAssumedBase(callee);
                continue;
            }

            if (!_context.Hierarchy.IsInSource(callee))
            {
                ApplyExternalBase((IMethodSymbol)callee, _unit.Symbol.Locations[0]);
                continue;
            }

            var isDispatched = callee is INamedTypeSymbol || OperationCalls.IsDispatched(callee, _unit.Symbol);
            foreach (var target in _context.Calls.ImpliedTargets(callee.OriginalDefinition, _unit.Symbol))
            {
                ApplyImplied(target, isDispatched);
            }
        }
    }

    private void ApplyImplied(ISymbol callee, bool isDispatched)
    {
        var location = _unit.Symbol.Locations[0];
        var summary = _context.SummaryOf(callee.OriginalDefinition);
        _hasTracedCalls |= summary.HasTracedCalls;
        foreach (var effect in summary.Effects)
        {
            var path = new CallPath(callee, location, effect.Path);
            var through = isDispatched ? DispatchedThrough.Add(callee, effect.Through) : effect.Through;
            if (effect.Kind is EffectKind.MutatesReceiver or EffectKind.MutatesArgument)
            {
                WriteInto(effect.Detail == Effect.Inside ? Read(OriginSet.Of(This)) : OriginSet.Of(This), OriginSet.Empty, effect.Location, path, through: through, changed: effect.Changed);
            }
            else
            {
                AddEffect(effect.ForAnyone() with { Path = path, Through = through });
            }
        }

        foreach (var (_, path) in summary.Invokes)
        {
            AddInvoke(SummaryOrigins.Receiver, new CallPath(callee, location, path), summary.ModeOf(SummaryOrigins.Receiver));
        }

        foreach (var open in isDispatched ? [] : summary.Opens)
        {
            Bind(open, open.Subject.Ordinal == DispatchSubject.Receiver ? DispatchSubject.OfReceiver : DispatchSubject.Open, null, new CallPath(callee, location, open.Path));
        }
    }

    private void ApplyExternalBase(IMethodSymbol constructor, Location location)
    {
        if (IsHarmlessByKind(constructor))
        {
            return;
        }

        if (_context.Catalog.Find(constructor) is not { } entry)
        {
            AddEffect(EffectKind.Unknown, "", constructor.OriginalDefinition, location);
            return;
        }

        foreach (var effect in entry.Effects)
        {
            AddEffect(effect.Kind, effect.Detail, constructor.OriginalDefinition, location);
        }
    }

    private void AutoAccessor(IMethodSymbol accessor)
    {
        var member = accessor.AssociatedSymbol!;
        var isSetter = accessor.MethodKind is MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove;
        var location = member.Locations[0];
        if (member.IsStatic)
        {
            switch (Judge(member))
            {
                case StaticState.Immutable:
                    break;
                case StaticState.Table when !isSetter:
                    _returned = OriginSet.Of(StaticNode(member));
                    break;
                default:
                    AddEffect(isSetter ? EffectKind.WritesStatic : EffectKind.ReadsStatic, "", member, location);
                    _returned = OriginSet.Of(StaticNode(member));
                    break;
            }
        }
        else if (isSetter)
        {
            var value = accessor.Parameters[accessor.Parameters.Length - 1];
            WriteInto(OriginSet.Of(This), _context.Traits.IsDeeplyImmutable(value.Type) ? OriginSet.Empty : OriginSet.Of(ParameterNode(value.Ordinal)), location,
                new CallPath(null, location, null));
        }
        else
        {
            _returned = _context.Traits.IsDeeplyImmutable(accessor.ReturnType) ? OriginSet.Empty : OriginSet.Of(InsideThis);
        }
    }

    // What the compiler writes for records reads the receiver and the arguments; what it calls on their members is an edge of its own.
    private void Synthesized(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            foreach (var parameter in method.Parameters)
            {
                Fill(This, _context.Traits.IsDeeplyImmutable(parameter.Type) ? OriginSet.Empty : OriginSet.Of(ParameterNode(parameter.Ordinal)));
            }
        }
        else if (method.Name is "ToString" or "PrintMembers")
        {
            AddEffect(EffectKind.ReadsCultureOfIntegers, "", method, method.ContainingType.Locations[0]);
            PrintMembers(method.ContainingType);
        }
        else if (method.Name == nameof(GetHashCode))
        {
            AddEffect(EffectKind.Nondeterministic, "a hash code that differs from process to process", method, method.ContainingType.Locations[0]);
        }
        else if (method.Name == "Deconstruct")
        {
            foreach (var parameter in method.Parameters)
            {
                AddToVariable(parameter, OriginSet.Of(InsideThis));
            }
        }

        if (method.Name is "PrintMembers" or nameof(Equals) or nameof(GetHashCode) && _context.Outside.Any)
        {
            HandOutside(method.ContainingType, method.ContainingType.Locations[0]);
        }

        _returned = _context.Traits.IsDeeplyImmutable(method.ReturnType) || method.ReturnsVoid ? OriginSet.Empty : OriginSet.Of(This);
    }
}
