using Memo.Analyzers.Closures;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>A result that is an object which somebody else has as well. An answer from the store is always an object of its own.</summary>
internal static class AliasedResult
{
    /// <summary>A phrase that names what the result may be; null when it is new, or never changes.</summary>
    public static string? Find(IMethodSymbol method, ClosureEngine engine, CancellationToken cancellation)
    {
        // What cannot be stored is reported, and nothing is answered.
        if (!engine.Encodings.EncodingOf(method).Problems.IsEmpty)
        {
            return null;
        }

        var aliases = engine.Solve(method, cancellation).Summary.ResultAliases;
        return aliases.FirstOrDefault(alias => alias is IParameterSymbol) is { } parameter ? $"its argument '{parameter.Name}'"
            : aliases.Any(alias => alias is INamedTypeSymbol) ? "the object that it is called on"
            : aliases.FirstOrDefault() is { } member ? $"the static '{SymbolNames.InMessage(member, method.ContainingType)}'"
            : null;
    }
}
