using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Catalog;

/// <summary>Comparing with <c>Comparer&lt;T&gt;.Default</c>, which is the collation of the current culture for strings.</summary>
/// <param name="Parameter">The parameter that takes another comparer, if there is one.</param>
/// <param name="Compared">The type parameter whose values are compared; null: any of them may be.</param>
/// <param name="IsOwn">With the comparer that the object was made with: where it was made, it was said.</param>
internal sealed record DefaultComparison(string? Parameter, string? Compared, bool IsOwn)
{
    /// <summary>How the culture is read where strings are compared.</summary>
    public EffectKind Effect => IsOwn ? EffectKind.ReadsCultureOfIntegers : EffectKind.ReadsCulture;

    /// <summary>Whether a call of this method may compare strings.</summary>
    public bool MayCompareStrings(IMethodSymbol method)
    {
        var any = false;
        foreach (var (parameter, argument) in TypeArguments(method))
        {
            if (Compared is null || parameter.Name == Compared)
            {
                any = true;
                if (Mentions(argument))
                {
                    return true;
                }
            }
        }

        return !any; // of no type that is known: of any
    }

    private static IEnumerable<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> TypeArguments(IMethodSymbol method)
    {
        for (var i = 0; i < method.TypeArguments.Length; i++)
        {
            yield return (method.OriginalDefinition.TypeParameters[i], method.TypeArguments[i]);
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            for (var i = 0; i < type.TypeArguments.Length; i++)
            {
                yield return (type.OriginalDefinition.TypeParameters[i], type.TypeArguments[i]);
            }
        }
    }

    // Tuples compare what is in them.
    private static bool Mentions(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Object || type.TypeKind == TypeKind.TypeParameter
        || (type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } && arguments.Any(Mentions));
}
