using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>Collects what the units of a closure do, nearest first, so that each cause is told by its shortest path.</summary>
internal sealed class EffectWalk(ClosureWalk closure, ClosureEngine engine, CodeNode root, CancellationToken cancellation)
{
    private readonly EffectSet _found = new();
    private readonly HashSet<(CodeNode, EffectFilter)> _seen = [];
    private readonly Queue<Arrival> _pending = new();

    public ImmutableArray<Effect> Run()
    {
        foreach (var effect in closure.EffectsOfRoot())
        {
            Add(effect);
        }

        foreach (var (parameter, path) in root.Summary.Invokes)
        {
            if (root.Symbol is IMethodSymbol method && parameter < method.Parameters.Length && KnownTypes.Find(method.Parameters[parameter], engine.Types.NotKeyed) is not null)
            {
                // A function that is keyed is one that nobody can pass.
                Add(new(EffectKind.Unverifiable, "a function that is passed", method.Parameters[parameter], path.Entry, path));
            }
        }

        Enter(new(root, EffectFilter.None, null, null));
        while (_pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Visit(_pending.Dequeue());
        }

        return _found.Where(static _ => true);
    }

    private void Enter(Arrival arrival)
    {
        // Whoever comes here with nothing taken off has seen all that others could; but no declaration holds for an initializer.
        if ((arrival.Filter.Undeclared || !_seen.Contains((arrival.Node, EffectFilter.None))) && _seen.Add((arrival.Node, arrival.Filter)))
        {
            _pending.Enqueue(arrival);
        }
    }

    private void Visit(Arrival arrival)
    {
        foreach (var effect in arrival.Node.Effects)
        {
            if (arrival.Filter.Apply(effect) is { } left)
            {
                Add(left with { Path = arrival.PathTo(left.Path) });
            }
        }

        Follow(closure.EdgesOf(arrival.Node), arrival);
        Follow(closure.OpenEdgesOf(arrival.Node), arrival);
        Follow(arrival.Node.Neighbours, arrival);
    }

    private void Follow(CodeEdge[] edges, Arrival arrival)
    {
        foreach (var edge in edges)
        {
            foreach (var target in closure.Targets(edge))
            {
                if (target.Kinds.IsEmpty)
                {
                    continue; // nothing that it can run does anything
                }

                var there = new Arrival(target, FilterOf(edge, target, arrival.Filter), arrival, edge);
                if (closure.Inner(edge, target) is not { } inner)
                {
                    Enter(there);
                }
                else if (_seen.Add((target, there.Filter)))
                {
                    AddInner(inner, there);
                }
            }
        }
    }

    // What depends on what is passed to it, the analysis of its caller has taken into account.
    private void AddInner(Closure inner, Arrival there)
    {
        foreach (var effect in inner.Effects)
        {
            if (!effect.DependsOnCaller && there.Filter.Apply(effect) is { } left)
            {
                Add(left with { Path = there.PathTo(left.Path) });
            }
        }
    }

    private EffectFilter FilterOf(CodeEdge edge, CodeNode target, EffectFilter filter)
    {
        filter = filter.Enter(edge.Kind, target.Symbol);
        if (engine.Assumptions.Accepts(edge.Target) || engine.Assumptions.Accepts(target.Symbol))
        {
            // Accepted by hand. The culture stays: it costs nothing to have in the key.
            filter = filter with { CultureOnly = true };
        }

        if ((edge.Kind == CallKind.Contract || edge.Site is null) && edge.Path is null && target.Symbol.Name == nameof(GetHashCode))
        {
            // A collection that hashes its keys shows nothing of their hash codes; what enumerates in their order says so itself.
            filter = filter with { Deterministic = true };
        }

        if (edge.Kind == CallKind.StaticNeighbour)
        {
            filter = filter with { VisibleOnly = true };
        }

        if (edge.Kind is CallKind.StaticInitializer or CallKind.StaticNeighbour)
        {
            // What an initializer read, it read once in the process: no declaration can stand for that moment.
            filter = filter with { Undeclared = true };
        }

        return edge.ThroughCache && target.Symbol is IMethodSymbol memoized && engine.MemoizedMethod(memoized) is { HasDependencies: true } method
            ? filter.CoveredBy(method)
            : filter;
    }

    // A property that is a variable is read where it is named, not where it is declared.
    private static Effect AtUse(Effect effect)
    {
        if (effect.Culprit is not IPropertySymbol variable || Shortened(effect.Path) is not { } path)
        {
            return effect;
        }

        var last = path;
        while (last.Rest is { } rest)
        {
            last = rest;
        }

        return effect with { Path = path, Location = last.Entry };

        CallPath? Shortened(CallPath step) =>
            step.Rest is not { } rest ? null
            : rest.Rest is not null ? Shortened(rest) is { } shorter ? new(step.Member, step.Entry, shorter) : null
            : step.Member is IMethodSymbol { AssociatedSymbol: { } property } && SymbolEqualityComparer.Default.Equals(property, variable) ? new(variable, step.Entry, null)
            : null;
    }

    private void Add(Effect effect)
    {
        for (var through = effect.Through; through is not null; through = through.Rest)
        {
            if (!closure.IsLive(through.Code))
            {
                return;
            }
        }

        _found.Add(AtUse(effect) with { Through = null });
    }

    /// <summary>A node, and how the walk came there.</summary>
    private sealed class Arrival(CodeNode node, EffectFilter filter, Arrival? from, CodeEdge? edge)
    {
        public CodeNode Node { get; } = node;

        public EffectFilter Filter { get; } = filter;

        /// <summary>The whole path from the root, to an effect that the node has.</summary>
        public CallPath PathTo(CallPath path)
        {
            for (var step = this; step.Edge is { } at; step = step.From!)
            {
                path = at.Path is null
                    ? new(step.Node.Symbol, EntryOf(at, step.From!), path)
                    : Append(at.Path, new(step.Node.Symbol, at.Path.Entry, path));
            }

            return path;
        }

        private Arrival? From { get; } = from;

        private CodeEdge? Edge { get; } = edge;

        private static Location EntryOf(CodeEdge edge, Arrival caller) => edge.Site?.Syntax.GetLocation() ?? caller.Node.Symbol.Locations[0];

        // The path of an open call ends with the member as it is declared: the code that runs takes its place.
        private static CallPath Append(CallPath through, CallPath rest) =>
            through.Rest is null ? rest with { Entry = through.Entry } : new(through.Member, through.Entry, Append(through.Rest, rest));
    }
}
