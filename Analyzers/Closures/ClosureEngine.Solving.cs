using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>Many roots at once.</summary>
internal sealed partial class ClosureEngine
{
    /// <summary>
    /// Solves all that <paramref name="roots"/> may run, on all processors: the compiler waits for its generators. What is too deep for a
    /// thread of the pool is left for the one that asks.
    /// </summary>
    public void SolveAll(IReadOnlyList<ISymbol> roots, CancellationToken cancellation)
    {
        lock (Gate)
        {
            Load(roots, cancellation);
            _solver.SolveAll(roots, cancellation);
        }
    }

    private void Load(IEnumerable<ISymbol> roots, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var next = roots.Where(seen.Add).ToList();
        while (next.Count > 0)
        {
            var nodes = new CodeNode[next.Count];
            Parallel.For(0, next.Count, new() { CancellationToken = cancellation }, i =>
                nodes[i] = _nodes.TryGetValue(next[i], out var known) ? known : Build(next[i], cancellation));
            var found = new List<ISymbol>();
            for (var i = 0; i < nodes.Length; i++)
            {
                if (!nodes[i].IsTooDeep)
                {
                    found.AddRange(_nodes.GetOrAdd(next[i], nodes[i]).CalledSymbols().Where(seen.Add));
                }
            }

            next = found;
        }
    }
}
