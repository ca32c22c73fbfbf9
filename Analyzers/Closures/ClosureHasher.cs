using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>
/// The Merkle hash of a code closure. Inside a cycle of calls every member starts from its own hash and is refined by its
/// callees as often as the cycle has members: what results depends on what runs, not on names or the order of declarations.
/// </summary>
internal static class ClosureHasher
{
    public static void Hash(IReadOnlyList<CodeNode> component, Func<ISymbol, CancellationToken, CodeNode> nodes, CancellationToken cancellation)
    {
        var current = new Dictionary<CodeNode, ContentHash>();
        foreach (var node in component)
        {
            current.Add(node, node.Own);
        }

        for (var round = 0; round < component.Count + 1; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var refined = new Dictionary<CodeNode, ContentHash>();
            foreach (var node in component)
            {
                refined.Add(node, Combine(node, callee =>
                {
                    var target = nodes(callee, cancellation);
                    return current.TryGetValue(target, out var inside) ? inside : target.Closure;
                }));
            }

            current = refined;
        }

        foreach (var node in component)
        {
            node.Closure = current[node];
        }
    }

    private static string Owner(ISymbol target) => TypeTraits.MetadataName(target.ContainingType) + "." + target.Name;

    private static ContentHash Combine(CodeNode node, Func<ISymbol, ContentHash> closure)
    {
        var writer = new HashWriter().Write("closure").Write(node.Own).Write(node.Edges.Length);
        foreach (var edge in node.Edges)
        {
            // A virtual call is the set of what it can run, in no order of its own; which type runs which is part of it.
            writer.Write(edge.Targets.Length);
            foreach (var (owner, target) in edge.Targets.Select(target => (Owner: edge.Targets.Length == 1 ? "" : Owner(target), Closure: closure(target)))
                .OrderBy(pair => pair.Owner, StringComparer.Ordinal).ThenBy(pair => pair.Closure))
            {
                writer.Write(owner).Write(target);
            }
        }

        return writer.ToHash();
    }
}
