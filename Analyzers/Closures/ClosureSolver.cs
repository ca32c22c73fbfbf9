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
            visits.Add(node, new(visits.Count, [.. node.CalleeGroups.SelectMany(group => group), .. node.Neighbours]));
            open.Push(node);
            path.Push(node);
        }
    }

    private void SolveComponent(List<CodeNode> component)
    {
        var rounds = 0;
        bool changed;
        do
        {
            changed = false;
            foreach (var node in component)
            {
                var summary = rounds < MaximumRounds ? Summarize(node) : GiveUp(node, "a cycle of calls that the analysis does not see through");
                if (!summary.SameAs(node.Summary))
                {
                    node.Summary = summary;
                    changed = true;
                }
            }

            rounds++;
        }
        while (changed && rounds <= MaximumRounds && (component.Count > 1 || CallsItself(component[0])));

        ClosureHasher.Hash(component, engine.Node, _cancellation);
        foreach (var node in component)
        {
            node.IsSolved = true;
        }
    }

    private static bool CallsItself(CodeNode node) =>
        node.CalleeGroups.Any(group => group.Contains(node.Symbol, SymbolEqualityComparer.Default));

    private EffectSummary Summarize(CodeNode node)
    {
        try
        {
            return new EffectVisitor(this, node.Unit, node.ImplicitCallees, _cancellation).Run();
        }
        catch (InsufficientExecutionStackException)
        {
            return GiveUp(node, "an expression nested too deeply to analyse");
        }
    }

    private static EffectSummary GiveUp(CodeNode node, string why)
    {
        var location = node.Symbol.Locations[0];
        return new()
        {
            Effects = [new(EffectKind.Unverifiable, why, node.Symbol, location, new CallPath(node.Symbol, location, null))],
            Result = new(0, true, false),
        };
    }

    EffectSummary IEffectContext.SummaryOf(ISymbol unit) => engine.Node(unit, _cancellation).Summary;

    EffectSummary IEffectContext.SummaryThroughCache(IMethodSymbol memoized)
    {
        var node = engine.Node(memoized.OriginalDefinition, _cancellation);
        return MemoizedMethod.TryCreate(memoized.OriginalDefinition, engine.Types) is { } method
            ? node.Summary.Without(effect => Declarations.Cover(method, effect))
            : node.Summary;
    }

    bool IEffectContext.IsTraced(ISymbol method) =>
        method is IMethodSymbol candidate && MemoizedMethod.TryCreate(candidate, engine.Types) is { } memoized
        && (!memoized.Dependencies.IsEmpty || memoized.ExpiresAfter.Length > 0);

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
