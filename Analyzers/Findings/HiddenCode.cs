using Memo.Analyzers.Calls;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>Code of a closure that cannot be seen, so that the assembly that it is in stands for it.</summary>
internal static class HiddenCode
{
    /// <summary>A phrase that names the first of it; null when all code is visible.</summary>
    public static string? Find(MemoizedMethod method, ClosureEngine engine, CancellationToken cancellation)
    {
        var closure = engine.ClosureOf(method.Symbol, cancellation);
        foreach (var node in closure.Nodes)
        {
            var name = SymbolNames.InMessage(node.Symbol, method.Symbol.ContainingType);
            if (node.IsTooDeep)
            {
                return $"'{name}' is nested too deeply to be analysed";
            }

            if (node.Unit.Shape == CodeShape.Missing && node.Symbol is IMethodSymbol { IsExtern: false })
            {
                return $"the body of '{name}' comes from another generator";
            }
        }

        return closure.Externals.Where(external => engine.Manifests.Problem(external) is not null)
            .Select(external => $"the manifest of '{external}' {engine.Manifests.Problem(external)}").FirstOrDefault();
    }
}
