using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>The types of what comes out of a method.</summary>
internal static class GivenTypes
{
    /// <summary>Its result or the object that it constructs, the variables that it assigns, what it calls functions with.</summary>
    public static IEnumerable<ITypeSymbol> Of(IMethodSymbol method)
    {
        yield return method.MethodKind == MethodKind.Constructor ? method.ContainingType : method.ReturnType;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref)
            {
                yield return parameter.Type;
            }

            if (parameter.Type is INamedTypeSymbol { DelegateInvokeMethod: { } function })
            {
                foreach (var passed in function.Parameters)
                {
                    yield return passed.Type;
                }
            }
        }
    }
}
