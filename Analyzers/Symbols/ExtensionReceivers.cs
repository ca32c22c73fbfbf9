using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>
/// The parameter of an extension block: what its members are called on. They name it, where those of a class say <c>this</c>.
/// </summary>
internal static class ExtensionReceivers
{
    public static bool Is(IParameterSymbol parameter) => parameter.ContainingSymbol is INamedTypeSymbol;

    /// <summary>The type of the object that a member is called on.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member.ContainingType.ExtensionParameter?.Type ?? member.ContainingType;

    /// <summary>Whether a method is what the compiler makes of an extension block's member: it has the member's body, and shows none.</summary>
    public static bool IsMadeOfMember(IMethodSymbol method) => method is { IsImplicitlyDeclared: true, MethodKind: MethodKind.Ordinary, ContainingType.IsStatic: true };
}
