using System.Collections.Immutable;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>
/// The Merkle hash of a code closure. Inside a cycle of calls every member starts from its own hash and is refined by its
/// callees until no more members can be told apart: what results depends on what runs, not on names or the order of declarations.
/// </summary>
internal static class ClosureHasher
{
    public static void Hash(IReadOnlyList<CodeNode> component, bool isCycle, ClosureEngine engine, CancellationToken cancellation)
    {
        if (!isCycle)
        {
            component[0].Closure = Combine(component[0], engine, static callee => callee.Closure, cancellation);
            return;
        }

        var current = component.ToDictionary(node => node, node => node.Own);
        var classes = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var refined = component.ToDictionary(
                node => node, node => Combine(node, engine, callee => current.TryGetValue(callee, out var inside) ? inside : callee.Closure, cancellation));
            var told = refined.Values.Distinct().Count();
            current = refined;
            if (told <= classes)
            {
                break;
            }

            classes = told;
        }

        // A member is what it is in this cycle: all of it is part of what each of them runs.
        var whole = new HashWriter().Write("cycle").Write(component.Count);
        foreach (var hash in current.Values.OrderBy(hash => hash))
        {
            whole.Write(hash);
        }

        var cycle = whole.ToHash();
        foreach (var node in component)
        {
            node.Closure = new HashWriter().Write("member").Write(current[node]).Write(cycle).ToHash();
        }
    }

    private static string Owner(ISymbol target) => TypeTraits.MetadataName(target as INamedTypeSymbol ?? target.ContainingType) + "." + target.Name;

    private static ContentHash Combine(CodeNode node, ClosureEngine engine, Func<CodeNode, ContentHash> closure, CancellationToken cancellation)
    {
        var writer = new HashWriter().Write("closure").Write(node.Own).Write(node.Edges.Length);
        foreach (var edge in node.Edges)
        {
            var targets = edge.Nodes(engine, cancellation);
            writer.Write(targets.Length);
            if (targets.Length == 1)
            {
                writer.Write("").Write(closure(targets[0]));
                continue;
            }

            // A virtual call is the set of what it can run, in no order of its own; which type runs which is part of it.
            foreach (var (owner, target) in targets.Select(target => (Owner: Owner(target.Symbol), Closure: closure(target)))
                .OrderBy(pair => pair.Owner, StringComparer.Ordinal).ThenBy(pair => pair.Closure))
            {
                writer.Write(owner).Write(target);
            }
        }

        return writer.ToHash();
    }
}
