using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Referenced;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Closures;

/// <summary>
/// Finds out what units of code do and what their closures hash to, callees before callers. The members of a cycle of calls are looked at
/// until nothing new is found in any of them.
/// </summary>
internal sealed class ClosureSolver(ClosureEngine engine) : IEffectContext
{
    private const int MaximumRounds = 64;
    private const string TooDeep = "an expression nested too deeply to analyse";

    private CancellationToken _cancellation;

    TypeTraits IEffectContext.Traits => engine.Traits;

    TypeHierarchy IEffectContext.Hierarchy => engine.Hierarchy;

    OperationCalls IEffectContext.Calls => engine.Calls;

    EffectCatalog IEffectContext.Catalog => engine.Catalog;

    TypeArgumentEffects IEffectContext.TypeArguments => engine.TypeArguments;

    HiddenTexts IEffectContext.Texts => engine.Texts;

    ReferencedManifests IEffectContext.Manifests => engine.Manifests;

    OutsideTypes IEffectContext.Outside => engine.Outside;

    StaticMembers IEffectContext.Statics => engine.Statics;

    public CodeNode Solve(ISymbol root, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        var start = engine.Node(root, cancellation);
        foreach (var component in new Components(engine, cancellation).From([start]))
        {
            SolveComponent(component, Analyse);
        }

        return start;
    }

    /// <summary>
    /// Solves what many roots reach, on all processors: what is as high above the leaves of the call graph does not call one another. What is
    /// too deep for a thread of the pool is left, with its callers, for the one that asks.
    /// </summary>
    public void SolveAll(IEnumerable<ISymbol> roots, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        var heights = new Dictionary<CodeNode, int>();
        var levels = new List<List<List<CodeNode>>>();
        foreach (var component in new Components(engine, cancellation).From(roots.Select(root => engine.Node(root, cancellation))))
        {
            var height = component.Max(node => node.Callees(engine, cancellation).Select(callee => heights.TryGetValue(callee, out var known) ? known + 1 : 0).DefaultIfEmpty().Max());
            component.ForEach(node => heights.Add(node, height));
            if (height == levels.Count)
            {
                levels.Add([]);
            }

            levels[height].Add(component);
        }

        foreach (var level in levels)
        {
            Parallel.ForEach(level, new() { CancellationToken = cancellation }, component =>
            {
                if (component.All(node => !node.IsTooDeep && node.Callees(engine, cancellation).TrueForAll(callee => callee.IsSolved || component.Contains(callee))))
                {
                    TrySolve(component);
                }
            });
        }
    }

    private void TrySolve(List<CodeNode> component)
    {
        try
        {
            SolveComponent(component, AnalyseHere);
        }
        catch (InsufficientExecutionStackException)
        {
            // Left for the one that asks, whose stack may be deeper.
        }
    }

    private void SolveComponent(List<CodeNode> component, Func<CodeNode, bool> analyse)
    {
        var isCycle = component.Count > 1 || CallsItself(component[0]);
        var rounds = 0;
        bool changed;
        do
        {
            changed = false;
            foreach (var node in component)
            {
                changed |= rounds < MaximumRounds ? analyse(node) : GiveUp(node, "a cycle of calls that the analysis does not see through");
            }

            rounds++;
        }
        while (changed && rounds <= MaximumRounds && isCycle);

        if (isCycle)
        {
            InitializationCycles.Mark(component, engine, _cancellation);
        }

        var kinds = default(EffectKinds);
        foreach (var node in component)
        {
            kinds |= KindsOf(node);
        }

        ClosureHasher.Hash(component, isCycle, engine, _cancellation);
        foreach (var node in component)
        {
            node.Kinds = kinds;
            node.Component = component;
        }
    }

    private static bool CallsItself(CodeNode node) =>
        node.Edges.Any(edge => edge.Targets.Contains(node.Symbol, SymbolEqualityComparer.Default));

    private EffectKinds KindsOf(CodeNode node)
    {
        var kinds = default(EffectKinds);
        foreach (var effect in node.Effects)
        {
            kinds |= EffectKinds.Of(effect.Kind);
        }

        foreach (var effect in node.Summary.Effects)
        {
            kinds |= EffectKinds.Of(effect.Kind);
        }

        foreach (var edge in node.Edges.Concat<CodeEdge>(node.Neighbours))
        {
            foreach (var callee in edge.Nodes(engine, _cancellation))
            {
                kinds |= callee.Kinds;
            }
        }

        return kinds;
    }

    private bool Analyse(CodeNode node)
    {
        if (node.IsTooDeep)
        {
            return GiveUp(node, TooDeep); // not all that it calls is known, so not all of it is solved
        }

        try
        {
            return AnalyseHere(node);
        }
        catch (InsufficientExecutionStackException)
        {
            return GiveUp(node, TooDeep);
        }
    }

    private bool AnalyseHere(CodeNode node)
    {
        engine.CountSummary();
        var visitor = new EffectVisitor(this, node.Unit, node.Calls, node.ImplicitCallees, _cancellation);
        var summary = visitor.Run();
        return node.Update(summary, visitor.OwnEffects, [.. visitor.Resolved.Select(Edge)], visitor.IsCalled);
    }

    // A callee's virtual call on what is passed to it here.
    private CodeEdge Edge(ResolvedCall call)
    {
        var isExact = call.Subject.Kind == SubjectKind.Exact;
        var targets = engine.Hierarchy.Targets(call.Member, call.Root)
            .Where(target => !isExact || call.Subject.Types.Contains(target.Type, SymbolEqualityComparer.Default))
            .Select(target => (ISymbol)target.Code).Distinct<ISymbol>(SymbolEqualityComparer.Default);
        return new(CallKind.Direct, call.Member, null, [.. targets])
        {
            Root = isExact ? null : call.Root,
            Subject = call.Subject,
            Path = call.Path,
        };
    }

    private static bool GiveUp(CodeNode node, string why)
    {
        var location = node.Symbol.Locations[0];
        return node.Update(
            new() { Result = new(0, true, false) },
            [new(EffectKind.Unverifiable, why, node.Symbol, location, new CallPath(node.Symbol, location, null))],
            [],
            static _ => true);
    }

    EffectSummary IEffectContext.SummaryOf(ISymbol unit) => engine.Node(unit, _cancellation).Summary;

    EffectSummary IEffectContext.SummaryThroughCache(IMethodSymbol memoized)
    {
        var node = engine.Node(memoized.OriginalDefinition, _cancellation);
        return engine.MemoizedMethod(memoized) is { } method
            ? node.Summary.Without(effect => Declarations.Cover(method, effect))
            : node.Summary;
    }

    bool IEffectContext.IsTraced(ISymbol method) =>
        method is IMethodSymbol candidate && engine.MemoizedMethod(candidate) is { } memoized
        && (memoized.HasTracedDependencies || memoized.ExpiresAfter.Length > 0);

    bool IEffectContext.GoesThroughCache(CodeCall call) =>
        call is { Kind: CallKind.Direct, Site: IInvocationOperation invocation } && Interception.StandsForItself(invocation, engine.Encodings);

    bool IEffectContext.IsAssumedPure(ISymbol member) => engine.Assumptions.Accepts(member);
}
