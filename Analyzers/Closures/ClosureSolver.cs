using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Closures;

/// <summary>
/// Solves what a root reaches, callees before callers, by strongly connected components (Tarjan, "Depth-first search and
/// linear graph algorithms", SIAM J. Comput. 1972), without recursion: a call chain may be longer than the stack is deep.
/// </summary>
internal sealed class ClosureSolver(ClosureEngine engine) : IEffectContext
{
    private const int MaximumRounds = 64;

    private CancellationToken _cancellation;

    TypeTraits IEffectContext.Traits => engine.Traits;

    TypeHierarchy IEffectContext.Hierarchy => engine.Hierarchy;

    OperationCalls IEffectContext.Calls => engine.Calls;

    EffectCatalog IEffectContext.Catalog => engine.Catalog;

    StaticMembers IEffectContext.Statics => engine.Statics;

    public CodeNode Solve(ISymbol root, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        var start = engine.Node(root, cancellation);
        if (start.IsSolved)
        {
            return start;
        }

        var visits = new Dictionary<CodeNode, Visit>();
        var open = new Stack<CodeNode>();
        var path = new Stack<CodeNode>();
        Enter(start);
        while (path.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = path.Peek();
            var visit = visits[node];
            if (visit.Next < visit.Successors.Count)
            {
                var successor = engine.Node(visit.Successors[visit.Next++], cancellation);
                if (successor.IsSolved)
                {
                    continue;
                }

                if (!visits.TryGetValue(successor, out var known))
                {
                    Enter(successor);
                }
                else if (known.IsOpen)
                {
                    visit.Lowest = Math.Min(visit.Lowest, known.Index);
                }

                continue;
            }

            path.Pop();
            if (path.Count > 0)
            {
                var caller = visits[path.Peek()];
                caller.Lowest = Math.Min(caller.Lowest, visit.Lowest);
            }

            if (visit.Lowest == visit.Index)
            {
                var component = new List<CodeNode>();
                CodeNode member;
                do
                {
                    member = open.Pop();
                    visits[member].IsOpen = false;
                    component.Add(member);
                }
                while (member != node);

                SolveComponent(component);
            }
        }

        return start;

        void Enter(CodeNode node)
        {
            visits.Add(node, new(visits.Count, node.Successors()));
            open.Push(node);
            path.Push(node);
        }
    }

    private void SolveComponent(List<CodeNode> component)
    {
        var isCycle = component.Count > 1 || CallsItself(component[0]);
        var rounds = 0;
        bool changed;
        do
        {
            changed = false;
            foreach (var node in component)
            {
                changed |= rounds < MaximumRounds ? Analyse(node) : GiveUp(node, "a cycle of calls that the analysis does not see through");
            }

            rounds++;
        }
        while (changed && rounds <= MaximumRounds && isCycle);

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
        engine.CountSummary();
        try
        {
            var visitor = new EffectVisitor(this, node.Unit, node.Calls, node.ImplicitCallees, _cancellation);
            var summary = visitor.Run();
            return node.Update(summary, visitor.OwnEffects, [.. visitor.Resolved.Select(Edge)], visitor.IsCalled);
        }
        catch (InsufficientExecutionStackException)
        {
            return GiveUp(node, "an expression nested too deeply to analyse");
        }
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
        call is { Kind: CallKind.Direct, Site: IInvocationOperation invocation } && Interception.WhyNot(invocation, engine.Encodings) is null;

    bool IEffectContext.IsAssumedPure(ISymbol member) => engine.Assumptions.Accepts(member);

    private sealed class Visit(int index, List<ISymbol> successors)
    {
        public int Index { get; } = index;
        public int Lowest { get; set; } = index;
        public bool IsOpen { get; set; } = true;
        public List<ISymbol> Successors { get; } = successors;
        public int Next { get; set; }
    }
}
