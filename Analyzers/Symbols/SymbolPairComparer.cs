using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>Pairs of symbols as keys.</summary>
internal sealed class SymbolPairComparer : IEqualityComparer<(ISymbol First, ISymbol Second)>
{
    public static readonly SymbolPairComparer Instance = new();

    public bool Equals((ISymbol First, ISymbol Second) left, (ISymbol First, ISymbol Second) right) =>
        SymbolEqualityComparer.Default.Equals(left.First, right.First) && SymbolEqualityComparer.Default.Equals(left.Second, right.Second);

    public int GetHashCode((ISymbol First, ISymbol Second) pair) =>
        (SymbolEqualityComparer.Default.GetHashCode(pair.First) * 397) ^ SymbolEqualityComparer.Default.GetHashCode(pair.Second);
}
