using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>"Calls member M on my parameter i": a virtual call that is resolved where the argument is known.</summary>
/// <param name="Member">What is called, as it is declared.</param>
/// <param name="Root">The type that the deciding one is or derives from.</param>
/// <param name="Subject">The parameter, the receiver or the type parameter that decides.</param>
/// <param name="Path">The calls that lead there.</param>
internal sealed record OpenCall(IMethodSymbol Member, INamedTypeSymbol Root, DispatchSubject Subject, CallPath Path)
{
    public bool IsSameAs(OpenCall other) =>
        Subject.Equals(other.Subject) && SymbolEqualityComparer.Default.Equals(Member, other.Member) && SymbolEqualityComparer.Default.Equals(Root, other.Root);
}

/// <summary>"Calls member M on what I pass": an open call of a callee, with what its caller knows.</summary>
/// <param name="Member">What is called, as it is declared.</param>
/// <param name="Root">The type that the deciding one is or derives from.</param>
/// <param name="Subject">The types that are there, or that nothing is known of them.</param>
/// <param name="Path">The calls that lead there.</param>
internal sealed record ResolvedCall(IMethodSymbol Member, INamedTypeSymbol Root, DispatchSubject Subject, CallPath Path)
{
    public bool IsSameAs(ResolvedCall other) =>
        Subject.Equals(other.Subject) && SymbolEqualityComparer.Default.Equals(Member, other.Member) && SymbolEqualityComparer.Default.Equals(Root, other.Root);
}
