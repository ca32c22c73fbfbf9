using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>Applies the summary of what is called, in the terms of the values at the call.</summary>
internal sealed partial class EffectVisitor
{
    private OriginSet Apply(CodeCall call, OriginSet? receiver)
    {
        if (_context.IsAssumedPure(call.Target))
        {
            return ApplyAssumed(call, call.Target, receiver);
        }

        if (!_context.Hierarchy.IsInSource(call.Target))
        {
            return ApplyExternal(call, receiver ?? ValueOf(call.Receiver));
        }

        AddOpen(call);
        var targets = _context.Calls.Targets(call);
        if (targets.IsEmpty && call.Kind != CallKind.Contract)
        {
            AddEffect(EffectKind.Unverifiable, "a call that no code in this compilation implements", call.Target, call.Site.Syntax.GetLocation());
            return OriginSet.Of(Unknown);
        }

        var result = OriginSet.Empty;
        var isBound = false;
        Binding binding = default;
        foreach (var target in targets)
        {
            if (_context.IsAssumedPure(target))
            {
                result |= ApplyAssumed(call, target, receiver);
                continue;
            }

            if (call.Kind == CallKind.Contract && isBound && _context.SummaryOf(target).IsIndependent && !_context.SummaryOf(target).GivesUnseen)
            {
                continue; // what it is called with, it has got once
            }

            if (!isBound)
            {
                binding = Bind(call, receiver);
                isBound = true;
            }

            result |= ApplySummary(call, target, binding);
        }

        if (call.Kind == CallKind.Contract)
        {
            KeepUnseen(result, call);
        }

        return result;
    }

    private Binding Bind(CodeCall call, OriginSet? receiver)
    {
        switch (call.Kind)
        {
            case CallKind.Contract:
                // Whoever calls back can pass anything that came along.
                var reach = Reach(Union(call.Site.ChildOperations) | ValueOf(call.Site));
                foreach (var child in call.Site.ChildOperations)
                {
                    reach |= child is IArgumentOperation argument ? Reach(ValueOf(argument.Value)) : OriginSet.Empty;
                }

                return new(reach, [], reach);
            case CallKind.MethodGroup:
                return new(ValueOf(call.Receiver), [], _nodes[Allocate(call.Site)].CalledWith);
            default:
                var self = call.Target is IMethodSymbol { MethodKind: MethodKind.Constructor } && call.Site is IObjectCreationOperation
                    ? OriginSet.Of(Allocate(call.Site))
                    : receiver ?? ValueOf(call.Receiver);
                return new(self, call.Arguments, OriginSet.Empty);
        }
    }

    private OriginSet Argument(Binding binding, int parameter) =>
        parameter == SummaryOrigins.Receiver ? binding.Receiver
        : parameter < binding.Arguments.Length ? ValueOf(binding.Arguments[parameter])
        : binding.Others;

    private OriginSet ApplySummary(CodeCall call, ISymbol target, Binding binding)
    {
        var throughCache = call.Kind == CallKind.Direct && !IsStaticInitialization() && target is IMethodSymbol && _context.GoesThroughCache(call);
        var summary = throughCache ? _context.SummaryThroughCache((IMethodSymbol)target) : _context.SummaryOf(target);
        var location = call.Site.Syntax.GetLocation();
        if (summary.HasTracedCalls && (call.Kind is CallKind.StaticInitializer or CallKind.StaticNeighbour))
        {
            // The first call that touches the type has what was read in its trace; every later one finds only the static.
            AddEffect(EffectKind.Unverifiable, "a static that keeps what a memoized call or a tracked read gave", target, location);
        }
        else
        {
            _hasTracedCalls |= summary.HasTracedCalls || _context.IsTraced(target);
        }

        var entered = EnterTask(call, summary.RunsInTask, (target as IMethodSymbol)?.ReturnType);
        var isDispatched = call is { IsVirtual: true, Subject.Kind: not SubjectKind.Exact } || call.Target is INamedTypeSymbol;
        foreach (var effect in summary.Effects)
        {
            ApplyEffect(isDispatched ? effect with { Through = DispatchedThrough.Add(target, effect.Through) } : effect, call, target, binding, location);
        }

        if (!isDispatched && call.Kind == CallKind.Direct)
        {
            BindOpens(summary, target, call);
        }

        var reach = binding.Receiver | binding.Others;
        foreach (var argument in binding.Arguments)
        {
            reach |= ValueOf(argument);
        }

        reach = Reach(reach);
        BindDelegates(reach);
        foreach (var (parameter, path) in summary.Invokes)
        {
            var mode = summary.ModeOf(parameter);
            mode = _runsInTask && mode < RunMode.Returned ? RunMode.Returned : mode == RunMode.Returned && call.Kind == CallKind.Direct ? Awaited(call.Site) : mode;
            RunDelegates(DelegatesIn(Argument(binding, parameter), target, parameter), reach, new CallPath(target, location, path), mode, null);
        }

        LeaveTask(entered);
        foreach (var (into, what) in summary.Stores)
        {
            var stored = Map(what, call, binding) | (what.Fresh ? OriginSet.Of(Allocate(call.Site)) : OriginSet.Empty);
            if (target is IMethodSymbol method && into < method.Parameters.Length && method.Parameters[into].RefKind is RefKind.Ref or RefKind.Out
                && into < binding.Arguments.Length && binding.Arguments[into] is { } variable)
            {
                Assign(variable, stored, null, call.Site);
            }

            if (what.Fresh)
            {
                Fill(Allocate(call.Site), stored);
            }

            foreach (var node in Argument(binding, into))
            {
                Fill(node, stored);
            }
        }

        var result = Map(summary.Result, call, binding);
        if (summary.Result.Fresh)
        {
            var node = Allocate(call.Site);
            // What the callee made inside of it is one object with it: something can be put in there.
            Fill(node, Map(summary.ResultContent, call, binding) | (summary.ResultContent.Fresh ? OriginSet.Of(node) : OriginSet.Empty));
            result |= OriginSet.Of(node);
        }

        foreach (var alias in summary.ResultAliases)
        {
            result |= alias.IsStatic && alias is IFieldSymbol or IPropertySymbol ? OriginSet.Of(StaticNode(alias)) : OriginSet.Empty;
        }

        return result;
    }

    // An initializer runs inside of whichever call touches the type first: only that call's trace would hold what it read.
    private bool IsStaticInitialization() => _unit.Symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.StaticConstructor };

    private OriginSet Map(SummaryOrigins origins, CodeCall call, Binding binding)
    {
        var result = (origins.Unknown ? OriginSet.Of(Unknown) : OriginSet.Empty) | (origins.Unseen ? OriginSet.Of(MakeUnseen(call)) : OriginSet.Empty);
        for (var i = 0; i <= SummaryOrigins.Receiver; i++)
        {
            if (origins.Has(i))
            {
                result |= Reach(Argument(binding, i));
            }
        }

        return result;
    }

    private void ApplyEffect(Effect effect, CodeCall call, ISymbol target, Binding binding, Location location)
    {
        if (IsNotForThisCaller(effect, call, target))
        {
            return;
        }

        var path = new CallPath(target, location, effect.Path);
        switch (effect.Kind)
        {
            case EffectKind.MutatesReceiver when effect.Detail == Effect.Inside:
                WriteInto(Held(binding.Receiver, ExtensionReceivers.TypeOf(target)), OriginSet.Empty, effect.Location, path, through: effect.Through, place: PlaceOf(call.Receiver, call), changed: effect.Changed);
                break;
            case EffectKind.MutatesArgument when effect.Detail == Effect.Inside && effect.Culprit is IParameterSymbol holder:
                WriteInto(Held(Argument(binding, holder.Ordinal), holder.Type), OriginSet.Empty, effect.Location, path, through: effect.Through, place: PlaceOf(ArgumentAt(binding, holder.Ordinal), call), changed: effect.Changed);
                break;
            case EffectKind.MutatesReceiver:
                MutateReceiver(call, target, binding, effect, path);
                break;
            case EffectKind.MutatesArgument when effect.Culprit is IParameterSymbol parameter:
                var argument = parameter.Ordinal < binding.Arguments.Length ? binding.Arguments[parameter.Ordinal] : null;
                if (parameter.RefKind == RefKind.Ref && argument is not null && call.Kind == CallKind.Direct)
                {
                    // The variable is given away; what it holds may be changed too.
                    Assign(argument, ValueOf(argument), null, call.Site);
                    WriteInto(Owners(argument), OriginSet.Empty, effect.Location, path, through: effect.Through, place: argument);
                    if (parameter.Type.IsReferenceType)
                    {
                        WriteInto(ValueOf(argument), OriginSet.Empty, effect.Location, path, through: effect.Through, place: argument);
                    }
                }
                else
                {
                    WriteInto(Argument(binding, parameter.Ordinal), OriginSet.Empty, effect.Location, path, through: effect.Through, place: PlaceOf(argument, call), changed: effect.Changed);
                }

                break;
            case EffectKind.Unverifiable when effect.OfTypeParameter is { } typeParameter:
                ApplySerialized(effect, typeParameter, call.Kind, call.Site, target, path);
                break;
            default:
                var deciding = effect.Unless is { } ordinal && call.Kind == CallKind.Direct && ordinal < binding.Arguments.Length ? binding.Arguments[ordinal] : null;
                if (deciding is not null && (IsInvariantOrKeyed(deciding) || IsOrdinal(deciding)))
                {
                    break;
                }

                AddEffect(effect with
                {
                    Path = path,
                    Unless = DecidingParameter(deciding),
                    // What an initializer read, it read once in the process: no declaration of a caller can stand for that moment.
                    Template = call.Kind is CallKind.StaticInitializer or CallKind.StaticNeighbour ? null : effect.Template?.Substitute(i => PassedTo(call, binding, i)),
                });
                break;
        }
    }

    private PathTemplate? PassedTo(CodeCall call, Binding binding, int parameter) =>
        ArgumentAt(binding, parameter) is { } value ? TemplateOf(value)
        : call.Kind == CallKind.MethodGroup && call.Target is IMethodSymbol method ? PassedToMethod(call.Site, method, parameter)
        : null;

    private static IOperation? ArgumentAt(Binding binding, int parameter) => parameter < binding.Arguments.Length ? binding.Arguments[parameter] : null;

    // How the running code gets at what the callee changes; null for what a delegate is called with.
    private static IOperation? PlaceOf(IOperation? written, CodeCall call) => written ?? (call.Kind == CallKind.MethodGroup ? null : call.Site);

    // What a value holds; a struct is nothing but what it holds.
    private OriginSet Held(OriginSet holders, ITypeSymbol? type) => type is { IsValueType: true } ? Reach(holders) : Reach(Read(holders));

    private void MutateReceiver(CodeCall call, ISymbol target, Binding binding, Effect effect, CallPath path)
    {
        var receiver = call.Kind == CallKind.Direct ? call.Receiver : null;
        if (receiver is { Type.IsValueType: true } and not IInstanceReferenceOperation)
        {
            // A struct changes in its variable.
            Assign(receiver, OriginSet.Empty, null, call.Site);
        }
        else
        {
            WriteInto(binding.Receiver, OriginSet.Empty, effect.Location, path, through: effect.Through, place: PlaceOf(call.Receiver, call), changed: effect.Changed ?? (target.ContainingType.ExtensionParameter is { Type: var extended } ? ClassOf(extended) : target.ContainingType));
        }
    }

    private static bool IsNotForThisCaller(Effect effect, CodeCall call, ISymbol target) =>
        // A collection that hashes its keys shows nothing of their hash codes (what enumerates in their order says so itself).
        (call.Kind == CallKind.Contract && target.Name == nameof(GetHashCode) && effect.Kind == EffectKind.Nondeterministic)
        // Initializing the same type's statics is what an initializer is for.
        || (call.Kind is CallKind.StaticNeighbour && effect.Kind is not (EffectKind.WritesStatic or EffectKind.PerformsIO or EffectKind.Output or EffectKind.Unverifiable));

    private readonly record struct Binding(OriginSet Receiver, ImmutableArray<IOperation?> Arguments, OriginSet Others);
}
