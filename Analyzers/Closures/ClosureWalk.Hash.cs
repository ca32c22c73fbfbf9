using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>What of the code that was reached counts for a result, as one hash.</summary>
internal sealed partial class ClosureWalk
{
    /// <summary>
    /// The graph of what is reached, each unit by its own hash and its callees by the order in which they are first met: where
    /// nothing that runs differs, neither does the hash.
    /// </summary>
    private ContentHash Hash(List<CodeNode> nodes)
    {
        var numbers = new Dictionary<CodeNode, int> { [_root] = 0 };
        nodes.Add(_root);
        var writer = new HashWriter().Write("closure");
        for (var i = 0; i < nodes.Count; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            writer.Write(nodes[i].Own);
            Write(EdgesOf(nodes[i]));
            Write(OpenEdgesOf(nodes[i]));
        }

        _instantiation?.Write(writer, nodes.Exists(node => node.Serializes));
        _reflected.Write(writer);
        return writer.ToHash();

        void Write(CodeEdge[] edges)
        {
            foreach (var edge in edges)
            {
                var targets = Targets(edge);
                writer.Write(targets.Count);
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
                    if (targets.Count > 1)
                    {
                        writer.Write(TypeTraits.MetadataName(target.Symbol as INamedTypeSymbol ?? target.Symbol.ContainingType)).Write(target.Symbol.Name);
                    }

                    writer.Write(number);
                }
            }
        }
    }
}
