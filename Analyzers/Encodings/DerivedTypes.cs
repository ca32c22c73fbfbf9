using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>Finds for <c>Option&lt;int&gt;</c> that <c>Some&lt;T&gt; : Option&lt;T&gt;</c> can be there as <c>Some&lt;int&gt;</c>.</summary>
internal static class DerivedTypes
{
    /// <summary>The construction of a definition that derives from a type; null when there is none, or more than one.</summary>
    public static INamedTypeSymbol? Construct(INamedTypeSymbol definition, INamedTypeSymbol ancestor)
    {
        var arguments = new Dictionary<ITypeSymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        var from = Ancestors(definition).Where(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, ancestor.OriginalDefinition)).ToList();
        return from is [var only] && Unify(only, ancestor, arguments) ? Substitute(definition, arguments) : null;
    }

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return contract;
        }
    }

    private static bool Unify(ITypeSymbol pattern, ITypeSymbol type, Dictionary<ITypeSymbol, ITypeSymbol> arguments)
    {
        switch (pattern)
        {
            case ITypeParameterSymbol parameter:
                if (arguments.TryGetValue(parameter, out var known))
                {
                    return SymbolEqualityComparer.Default.Equals(known, type);
                }

                arguments.Add(parameter, type);
                return true;
            case IArrayTypeSymbol array:
                return type is IArrayTypeSymbol other && array.Rank == other.Rank && Unify(array.ElementType, other.ElementType, arguments);
            case INamedTypeSymbol named when type is INamedTypeSymbol constructed && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, constructed.OriginalDefinition):
                if (named.ContainingType is { } outer && !Unify(outer, constructed.ContainingType, arguments))
                {
                    return false;
                }

                for (var i = 0; i < named.TypeArguments.Length; i++)
                {
                    if (!Unify(named.TypeArguments[i], constructed.TypeArguments[i], arguments))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return SymbolEqualityComparer.Default.Equals(pattern, type);
        }
    }

    private static INamedTypeSymbol? Substitute(INamedTypeSymbol definition, Dictionary<ITypeSymbol, ITypeSymbol> arguments)
    {
        var constructed = definition;
        if (definition.ContainingType is { } outer)
        {
            if (Substitute(outer, arguments) is not { } container)
            {
                return null;
            }

            constructed = container.GetTypeMembers(definition.Name, definition.Arity).Single(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, definition));
        }

        if (definition.Arity == 0)
        {
            return constructed;
        }

        var chosen = definition.TypeParameters.Select(parameter => arguments.TryGetValue(parameter, out var argument) ? argument : null).ToArray();
        return chosen.Any(argument => argument is null) ? null : constructed.Construct(chosen!);
    }
}
