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

        // A value that nothing can change is as good as any other that is equal to it.
        if (ConstructedMethods.IsGeneric(method) && (ConstructedMethods.IsDefinition(method) ? ConstructedMethods.FindOpen(method.ReturnType) is not null : IsImmutable(method, engine)))
        {
            return null;
        }

        var aliases = engine.Solve(method, cancellation).Summary.ResultAliases;
        return aliases.FirstOrDefault(alias => alias is IParameterSymbol) is { } parameter ? $"its argument '{parameter.Name}'"
            : aliases.Any(alias => alias is INamedTypeSymbol) ? "the object that it is called on"
            : aliases.FirstOrDefault() is { } member ? $"the static '{SymbolNames.InMessage(member, method.ContainingType)}'"
            : null;
    }

    // What a definition returns that is of an open type is asked of each method that is constructed from it.
    private static bool IsImmutable(IMethodSymbol method, ClosureEngine engine) =>
        engine.Traits.IsDeeplyImmutable(engine.Types.AwaitedResult(method.ReturnType) ?? method.ReturnType);
}
