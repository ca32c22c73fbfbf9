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
internal sealed partial class ClosureWalk
{
    private readonly ClosureEngine _engine;
    private readonly CodeNode _root;
    private readonly IMethodSymbol? _method;
    private readonly Instantiation? _instantiation;
    private readonly CancellationToken _cancellation;
    private readonly Func<CodeNode, Closure?> _known;
    private readonly NumberSet _held = new();
    private readonly NumberSet _made = new();
    private readonly NumberSet _live = new();
    private readonly NumberSet _open = new();
    private readonly HashSet<CodeNode> _inner = [];
    private readonly ReflectedMembers _reflected;
    private CodeEdge[] _rootEdges;
    private bool _isSeenThrough;

    /// <param name="engine">Of the compilation.</param>
    /// <param name="root">The code of the method, solved.</param>
    /// <param name="symbol">The method itself, which may be a constructed one.</param>
    /// <param name="known">The closures of memoized methods that have been found already.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public ClosureWalk(ClosureEngine engine, CodeNode root, ISymbol symbol, Func<CodeNode, Closure?> known, CancellationToken cancellation)
    {
        _engine = engine;
        _root = root;
        _method = symbol as IMethodSymbol;
        _known = known;
        _cancellation = cancellation;
        _instantiation = Instantiation.Of(symbol, engine, cancellation);
        _reflected = new(engine, cancellation);
        _rootEdges = _method is not null ? [.. root.Decided, .. EdgesOfRoot(_method)] : root.Decided;
    }

    /// <summary>Whether calls of the root run nothing but what its code says.</summary>
    public bool FollowsCodeOnly => _rootEdges.Length == _root.Decided.Length;

    private IEnumerable<CodeEdge> EdgesOfRoot(IMethodSymbol method)
    {
        if (!method.IsStatic && (method.IsVirtual || method.IsAbstract || method.IsOverride))
        {
            // A call of the memoized method runs what the receiver's type makes of it.
            yield return new(CallKind.Direct, method.OriginalDefinition, null, []) { Root = method.ContainingType.OriginalDefinition };
        }

        // No key was made of what is not keyed: it is not limited to the types that a key can hold.
        foreach (var parameter in method.Parameters.Where(parameter => KnownTypes.Find(parameter, _engine.Types.NotKeyed) is not null))
        {
            foreach (var held in _engine.Held.BehindFramework(parameter.Type))
            {
                yield return new(CallKind.Contract, held, null, []);
            }
        }

        foreach (var edge in _instantiation?.Edges ?? [])
        {
            yield return edge;
        }
    }

    /// <summary>
    /// What the root does as it is called, what the type arguments of a constructed method do, and what accessors do to the objects that are
    /// read by their types. What a definition leaves open is asked of each method that is constructed from it.
    /// </summary>
    public IEnumerable<Effect> EffectsOfRoot() =>
        (_instantiation is null ? _root.Summary.Effects.Where(effect => effect.OfTypeParameter is null)
            : _root.Summary.Effects.SelectMany(_instantiation.Resolve).Concat(_instantiation.Effects(this)))
        .Concat(_reflected.Effects(_root.Symbol, this));

    /// <summary>The closure; null when those of <paramref name="missing"/>, which it is built from, have to be found first.</summary>
    public Closure? Run(List<CodeNode> missing)
    {
        HoldWhatComesIn();
        var entered = _rootEdges;
        int held;
        bool isMore;
        do
        {
            held = _held.Count;
            Reach();
            missing.AddRange(_inner.Where(inner => _known(inner) is null));
            isMore = _held.Count > held;
            if (_isSeenThrough && _reflected.Add(_held))
            {
                _rootEdges = [.. entered, .. _reflected.Edges];
                _reflected.Types.ForEach(Hold); // it may make objects of what they are made of
                isMore = true;
            }
        }
        while (isMore && missing.Count == 0);

        if (missing.Count > 0)
        {
            return null;
        }

        var nodes = new List<CodeNode>();
        var effects = _engine.Shown(new EffectWalk(this, _engine, _root, _cancellation).Run());
        return new(
            Hash(nodes),
            effects,
            [.. nodes],
            _made,
            ReadsCulture(effects) || _inner.Any(inner => _known(inner)!.ReadsCulture),
            Externals(nodes),
            _isSeenThrough);
    }

    private ImmutableSortedSet<string> Externals(List<CodeNode> nodes)
    {
        var externals = nodes.SelectMany(node => node.Externals)
            .Concat(_instantiation?.Externals ?? [])
            .Concat(_engine.PartsIn(_held))
            .Concat(_inner.SelectMany(inner => _known(inner)!.Externals))
            .ToImmutableSortedSet(StringComparer.Ordinal);
        // All of the assembly stands for the parts of its types, too: but not in a key, which is made of the fields that were seen.
        return _engine.Compilation.AssemblyName is { } own && externals.Contains(own)
            ? externals.Where(external => TypeParts.NameIn(external) is null).Concat(PartsOfSignature()).ToImmutableSortedSet(StringComparer.Ordinal)
            : externals;
    }

    private IEnumerable<string> PartsOfSignature()
    {
        IEnumerable<ITypeSymbol> types = _method is null ? [] : [.. _method.Parameters.Select(parameter => parameter.Type), _method.IsStatic ? _method.ReturnType : _method.ContainingType, _method.ReturnType];
        return types.SelectMany(type => _engine.Mentions.Of(type).Externals).Where(external => TypeParts.NameIn(external) is not null);
    }

    // Code that is accepted by hand, or that nobody sees, may read the culture too: to have it in the key costs nothing.
    private bool ReadsCulture(ImmutableArray<Effect> effects) =>
        (_root.Symbol is IMethodSymbol symbol && _engine.MemoizedMethod(symbol) is { } method
            && (method.AssumedPure || method.Dependencies.Any(dependency => dependency.Kind == DependencyKind.Culture)))
        || effects.Any(effect => effect.Kind is EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers or EffectKind.Unknown or EffectKind.Unverifiable);

    /// <summary>
    /// The closure of a memoized method that is called through the cache: it stands for itself, unless it calls the root in turn.
    /// </summary>
    public Closure? Inner(CodeEdge edge, CodeNode target) => IsInner(edge, target) ? _known(target) : null;

    private bool IsInner(CodeEdge edge, CodeNode target) =>
        edge.ThroughCache && target.Component != _root.Component && target.Symbol is IMethodSymbol method && _engine.MemoizedMethod(method) is not null;

    public bool IsLive(ISymbol code) => _live.Contains(_engine.Node(code.OriginalDefinition, _cancellation).Number);

    /// <summary>The edges of a live node: its own, those that its callees' parameters stand for.</summary>
    public CodeEdge[] EdgesOf(CodeNode node) => node == _root ? _rootEdges : node.Decided;

    /// <summary>The virtual calls of a live node on what nobody has said what it is.</summary>
    public CodeEdge[] OpenEdgesOf(CodeNode node) => _open.Contains(node.Number) ? node.Open : [];

    /// <summary>What an edge runs in this closure, each once and in an order of its own; valid until the next call.</summary>
    public List<CodeNode> Targets(CodeEdge edge)
    {
        _targets.Clear();
        AddTargets(edge, isAnyHeld: false);
        if (_targets.Count == 0 && edge.Root is not null)
        {
            // Nobody was seen to make what it is called on: then who made it is not known, and it may be anything.
            AddTargets(edge, isAnyHeld: true);
        }

        return _targets;
    }

    private void AddTargets(CodeEdge edge, bool isAnyHeld)
    {
        foreach (var (type, node) in edge.Candidates(_engine, _cancellation))
        {
            if ((type < 0 || isAnyHeld || _held.Contains(type)) && !_targets.Contains(node))
            {
                _targets.Add(node);
            }
        }
    }

    private readonly List<CodeNode> _targets = [];

    private void HoldWhatComesIn()
    {
        if (_method is not { } method)
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            Hold(parameter.Type);
        }

        foreach (var argument in _instantiation?.Arguments ?? [])
        {
            Hold(argument);
        }

        if (!method.IsStatic)
        {
            Hold(method.ContainingType);
        }
    }

    private void Hold(ITypeSymbol type)
    {
        foreach (var allowed in _engine.Held.AllowedIn(type))
        {
            _held.Add(_engine.NumberOf(allowed));
        }
    }

    private void Reach()
    {
        _live.Clear();
        _open.Clear();
        _inner.Clear();
        var pending = new Queue<CodeNode>();
        Enter(_root, isOpen: true);
        while (pending.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var node = pending.Dequeue();
            _engine.Count();
            Follow(EdgesOf(node));
            Follow(OpenEdgesOf(node));
            Follow(node.Neighbours);
        }

        void Follow(CodeEdge[] edges)
        {
            foreach (var edge in edges)
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
                        _made.Add(inner.Made);
                        _held.Add(inner.Made);
                    }
                }
            }
        }

        void Enter(CodeNode node, bool isOpen)
        {
            var isNew = _live.Add(node.Number);
            if (isNew)
            {
                _isSeenThrough |= ReflectedMembers.IsOpenedBy(node);
                foreach (var type in node.Made)
                {
                    _made.Add(type);
                    _held.Add(type);
                }

                foreach (var effect in node.Effects)
                {
                    if (effect is { Kind: EffectKind.ReadsStatic, Culprit: IFieldSymbol or IPropertySymbol })
                    {
                        // Anyone may have put anything there.
                        Hold((effect.Culprit as IFieldSymbol)?.Type ?? ((IPropertySymbol)effect.Culprit).Type);
                    }
                }
            }

            if (isNew | (isOpen && node.Open.Length > 0 && _open.Add(node.Number)))
            {
                pending.Enqueue(node);
            }
        }
    }
}
