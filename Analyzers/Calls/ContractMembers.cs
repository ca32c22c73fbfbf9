using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>
/// What framework code may call on a value of a user's type: every member that overrides or implements a member
/// declared outside of the compilation, on the type, its bases and the types derived from it.
/// </summary>
internal sealed class ContractMembers(TypeHierarchy hierarchy)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);

    public ImmutableArray<IMethodSymbol> Of(INamedTypeSymbol type) => _known.GetOrAdd(type.OriginalDefinition, Find);

    /// <summary>Every user type that <paramref name="type"/> mentions: itself, its element and its type arguments.</summary>
    public static void CollectUserTypes(ITypeSymbol? type, HashSet<INamedTypeSymbol> into, int depth = 0)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                CollectUserTypes(array.ElementType, into, depth + 1);
                break;
            case INamedTypeSymbol named when depth < 32:
                if (TypeHierarchy.IsInSource(named) && named.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
                {
                    into.Add(named.OriginalDefinition);
                }

                foreach (var argument in named.TypeArguments)
                {
                    CollectUserTypes(argument, into, depth + 1);
                }

                break;
        }
    }

    private ImmutableArray<IMethodSymbol> Find(INamedTypeSymbol type)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        AddOwn(type, found);
        foreach (var derived in hierarchy.DerivedFrom(type))
        {
            AddOwn(derived, found);
        }

        return [.. found];
    }

    private static void AddOwn(INamedTypeSymbol type, HashSet<IMethodSymbol> found)
    {
        for (var current = type; current is not null && TypeHierarchy.IsInSource(current); current = current.BaseType?.OriginalDefinition)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IMethodSymbol { IsOverride: true, MethodKind: not MethodKind.Destructor } method && OverridesExternal(method))
                {
                    found.Add(method.OriginalDefinition);
                }
            }
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (TypeHierarchy.IsInSource(contract))
            {
                continue;
            }

            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation
                    && TypeHierarchy.IsInSource(implementation.ContainingType))
                {
                    found.Add(implementation.OriginalDefinition);
                }
            }
        }
    }

    private static bool OverridesExternal(IMethodSymbol method)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return !TypeHierarchy.IsInSource(root.ContainingType);
    }
}
