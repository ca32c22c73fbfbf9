using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>The type parameters that a type has, with those of the types around it: what an accessor of its fields has to repeat.</summary>
internal static class GenericOwner
{
    public static IEnumerable<ITypeParameterSymbol> Parameters(INamedTypeSymbol definition) =>
        (definition.ContainingType is { } outer ? Parameters(outer) : []).Concat(definition.TypeParameters);

    /// <summary>For each of <see cref="Parameters"/>, what a construction has in its place.</summary>
    public static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type) =>
        (type.ContainingType is { } outer ? Arguments(outer) : []).Concat(type.TypeArguments);

    /// <summary>Whether two of them have one name, so that code cannot say which is meant.</summary>
    public static bool HasHiddenParameter(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return !Parameters(type.OriginalDefinition).All(parameter => names.Add(parameter.Name));
    }
}
