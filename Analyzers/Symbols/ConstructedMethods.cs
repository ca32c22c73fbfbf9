using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>
/// Methods with type arguments, their own or those of the types that they are in. Each choice of type arguments is a method of its own:
/// with a closure, an encoding and entries of its own.
/// </summary>
internal static class ConstructedMethods
{
    /// <summary>Whether the method or a type that it is in has type parameters.</summary>
    public static bool IsGeneric(IMethodSymbol method) => method.IsGenericMethod || IsGeneric(method.ContainingType);

    public static bool IsGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With what stands for type parameters: a definition stands for all methods that are constructed from it.</summary>
    public static bool IsDefinition(IMethodSymbol method) => IsGeneric(method) && SymbolEqualityComparer.Default.Equals(method, method.OriginalDefinition);

    /// <summary>The type arguments, those of the outermost type first.</summary>
    public static IReadOnlyList<ITypeSymbol> TypeArguments(IMethodSymbol method)
    {
        var arguments = new List<ITypeSymbol>(method.TypeArguments);
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            arguments.InsertRange(0, type.TypeArguments);
        }

        return arguments;
    }

    /// <summary>A type parameter in <paramref name="type"/>; null when there is none.</summary>
    public static ITypeParameterSymbol? FindOpen(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                return parameter;
            case IArrayTypeSymbol array:
                return FindOpen(array.ElementType);
            case IPointerTypeSymbol pointer:
                return FindOpen(pointer.PointedAtType);
            case INamedTypeSymbol named:
                for (var current = named; current is not null; current = current.ContainingType)
                {
                    foreach (var argument in current.TypeArguments)
                    {
                        if (FindOpen(argument) is { } open)
                        {
                            return open;
                        }
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>The declaration id, with the type arguments where there are any.</summary>
    public static string Id(IMethodSymbol method) =>
        SymbolNames.DeclarationId(method) + (IsGeneric(method) && !IsDefinition(method) ? $"<{string.Join(", ", TypeArguments(method).Select(SymbolNames.Identity))}>" : "");
}
