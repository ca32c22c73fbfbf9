using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>
/// Walks what a memoized method reaches. A virtual call reaches what the types run that the closure holds: those that it makes, and
/// those that its parameters can be of (rapid type analysis: Bacon &amp; Sweeney, "Fast static analysis of C++ virtual function
/// calls", OOPSLA 1996).
/// </summary>
internal sealed class ClosureWalk(ClosureEngine engine, CodeNode root, CancellationToken cancellation)
{
    private readonly HashSet<INamedTypeSymbol> _held = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CodeEdge, CodeNode[]> _targets = [];
    private readonly HashSet<CodeNode> _live = [];
    private readonly HashSet<CodeNode> _open = [];
    private readonly Dictionary<CodeNode, ImmutableArray<CodeEdge>> _openEdges = [];

    // A call of the memoized method runs what the receiver's type makes of it.
    private readonly CodeEdge? _overrides = root.Symbol is IMethodSymbol { IsStatic: false } method && (method.IsVirtual || method.IsAbstract || method.IsOverride)
        ? new(CallKind.Direct, method, null, []) { Root = method.ContainingType }
        : null;

    private readonly HashSet<INamedTypeSymbol> _made = new(SymbolEqualityComparer.Default);
    private readonly HashSet<CodeNode> _inner = [];

    /// <summary>The closure; null when those of <paramref name="missing"/>, which it is built from, have to be found first.</summary>
    public Closure? Run(Func<CodeNode, Closure?> known, List<CodeNode> missing)
    {
        _known = known;
        HoldWhatComesIn();
        int held;
        do
        {
            held = _held.Count;
            _targets.Clear();
            Reach();
            missing.AddRange(_inner.Where(inner => known(inner) is null));
        }
        while (_held.Count > held && missing.Count == 0);

        if (missing.Count > 0)
        {
            return null;
        }

        var nodes = new List<CodeNode>();
        var effects = new EffectWalk(this, engine, root, cancellation).Run();
        return new(
            Hash(nodes),
            effects,
            [.. nodes],
            _made.ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default),
            ReadsCulture(effects) || _inner.Any(inner => known(inner)!.ReadsCulture),
            nodes.SelectMany(node => node.Externals).Concat(_inner.SelectMany(inner => known(inner)!.Externals)).ToImmutableSortedSet(StringComparer.Ordinal));
    }

    // Code that is accepted by hand, or that nobody sees, may read the culture too: to have it in the key costs nothing.
    private bool ReadsCulture(ImmutableArray<Effect> effects) =>
        (root.Symbol is IMethodSymbol symbol && engine.MemoizedMethod(symbol) is { } method
            && (method.AssumedPure || method.Dependencies.Any(dependency => dependency.Kind == DependencyKind.Culture)))
        || effects.Any(effect => effect.Kind is EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers or EffectKind.Unknown or EffectKind.Unverifiable);

    private Func<CodeNode, Closure?> _known = static _ => null;

    /// <summary>
    /// The closure of a memoized method that is called through the cache: it stands for itself, unless it calls the root in turn.
    /// </summary>
    public Closure? Inner(CodeEdge edge, CodeNode target) =>
        IsInner(edge, target) ? _known(target) : null;

    private bool IsInner(CodeEdge edge, CodeNode target) =>
        edge.ThroughCache && target.Component != root.Component && target.Symbol is IMethodSymbol method && engine.MemoizedMethod(method) is not null;

    public bool IsLive(ISymbol code) => _live.Contains(engine.Node(code.OriginalDefinition, cancellation));

    /// <summary>The edges of a live node: its own, those that its callees' parameters stand for, and those that nobody's argument decides.</summary>
    public IEnumerable<CodeEdge> EdgesOf(CodeNode node)
    {
        foreach (var edge in node.Run)
        {
            // A call on a parameter counts where the argument is known; with a caller that does not know it, as any virtual call.
            if (edge.Subject.Kind is not (SubjectKind.Parameter or SubjectKind.TypeParameter))
            {
                yield return edge;
            }
        }

        foreach (var edge in node.Resolved)
        {
            yield return edge;
        }

        if (node == root && _overrides is not null)
        {
            yield return _overrides;
        }

        foreach (var edge in _open.Contains(node) ? OpenEdges(node) : [])
        {
            yield return edge;
        }
    }

    /// <summary>What an edge runs in this closure.</summary>
    public CodeNode[] Targets(CodeEdge edge)
    {
        if (edge.IsFixed)
        {
            return edge.Nodes(engine, cancellation);
        }

        if (!_targets.TryGetValue(edge, out var known))
        {
            _targets.Add(edge, known = edge.Target is INamedTypeSymbol type ? Contracts(type) : Dispatched(edge));
        }

        return known;
    }

    private void HoldWhatComesIn()
    {
        if (root.Symbol is not IMethodSymbol method)
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            _held.UnionWith(engine.Held.AllowedIn(parameter.Type));
        }

        if (!method.IsStatic)
        {
            _held.UnionWith(engine.Held.AllowedIn(method.ContainingType));
        }
    }

    private void Reach()
    {
        _live.Clear();
        _open.Clear();
        _inner.Clear();
        var pending = new Queue<CodeNode>();
        Enter(root, isOpen: true);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = pending.Dequeue();
            engine.Count();
            foreach (var edge in EdgesOf(node).Concat(node.Neighbours))
            {
                // Who comes here by a plain call has said what the parameters are.
                var isOpen = !(edge is { IsFixed: true, Kind: CallKind.Direct, Path: null });
                foreach (var target in Targets(edge))
                {
                    if (!IsInner(edge, target))
                    {
                        Enter(target, isOpen);
                    }
                    else if (_inner.Add(target) && _known(target) is { } inner)
                    {
                        _made.UnionWith(inner.Made);
                        _held.UnionWith(inner.Made);
                    }
                }
            }
        }

        void Enter(CodeNode node, bool isOpen)
        {
            var isNew = _live.Add(node);
            if (isNew)
            {
                _made.UnionWith(node.Made);
                _held.UnionWith(node.Made);
                foreach (var effect in node.Effects)
                {
                    if (effect is { Kind: EffectKind.ReadsStatic, Culprit: IFieldSymbol or IPropertySymbol })
                    {
                        // Anyone may have put anything there.
                        _held.UnionWith(engine.Held.AllowedIn((effect.Culprit as IFieldSymbol)?.Type ?? ((IPropertySymbol)effect.Culprit).Type));
                    }
                }
            }

            if (isNew | (isOpen && !node.Summary.Opens.IsEmpty && _open.Add(node)))
            {
                pending.Enqueue(node);
            }
        }
    }

    private ImmutableArray<CodeEdge> OpenEdges(CodeNode node)
    {
        if (!_openEdges.TryGetValue(node, out var edges))
        {
            _openEdges.Add(node, edges = [.. node.Summary.Opens.Select(open => new CodeEdge(CallKind.Direct, open.Member, null, []) { Root = open.Root, Path = open.Path })]);
        }

        return edges;
    }

    private CodeNode[] Dispatched(CodeEdge edge)
    {
        var found = new List<CodeNode>();
        foreach (var (type, code) in engine.Hierarchy.Targets((IMethodSymbol)edge.Target, edge.Root!))
        {
            if (_held.Contains(type) && engine.Solve(code, cancellation) is var node && !found.Contains(node))
            {
                found.Add(node);
            }
        }

        return [.. found];
    }

    private CodeNode[] Contracts(INamedTypeSymbol type)
    {
        var found = new List<CodeNode>();
        Add(type);
        foreach (var derived in engine.Hierarchy.DerivedFrom(type))
        {
            Add(derived);
        }

        return [.. found];

        void Add(INamedTypeSymbol candidate)
        {
            // A struct is there without anyone making it.
            if (!candidate.IsValueType && !_held.Contains(candidate))
            {
                return;
            }

            foreach (var member in engine.Contracts.OwnOf(candidate))
            {
                if (engine.Solve(member, cancellation) is var node && !found.Contains(node))
                {
                    found.Add(node);
                }
            }
        }
    }

    /// <summary>
    /// The graph of what is reached, each unit by its own hash and its callees by the order in which they are first met: where
    /// nothing that runs differs, neither does the hash.
    /// </summary>
    private ContentHash Hash(List<CodeNode> nodes)
    {
        var numbers = new Dictionary<CodeNode, int> { [root] = 0 };
        nodes.Add(root);
        var writer = new HashWriter().Write("closure");
        for (var i = 0; i < nodes.Count; i++)
        {
            writer.Write(nodes[i].Own);
            foreach (var edge in EdgesOf(nodes[i]))
            {
                var targets = Targets(edge);
                cancellation.ThrowIfCancellationRequested();
                writer.Write(targets.Length);
                foreach (var target in targets)
                {
                    if (Inner(edge, target) is { } inner)
                    {
                        writer.Write("inner").Write(inner.Hash);
                        continue;
                    }

                    if (!numbers.TryGetValue(target, out var number))
                    {
                        numbers.Add(target, number = nodes.Count);
                        nodes.Add(target);
                    }

                    // Which type runs which is part of a virtual call, where there is more than one.
                    writer.Write(targets.Length == 1 ? "" : TypeTraits.MetadataName(target.Symbol.ContainingType) + "." + target.Symbol.Name).Write(number);
                }
            }
        }

        return writer.ToHash();
    }
}
