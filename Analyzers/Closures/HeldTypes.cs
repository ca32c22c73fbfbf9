using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>
/// Which types of the compilation objects can be of that come from outside of a closure: its parameters, what a serializer makes.
/// </summary>
internal sealed class HeldTypes(TypeHierarchy hierarchy, INamedTypeSymbol anything)
{
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<INamedTypeSymbol>> _allowed = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The types of all objects that can be reached from a value of <paramref name="type"/>: it and what derives from it, and so on
    /// through the fields.
    /// </summary>
    public ImmutableArray<INamedTypeSymbol> AllowedIn(ITypeSymbol? type) =>
        type is null ? [] : _allowed.TryGetValue(type, out var known) ? known : _allowed.GetOrAdd(type, Find(type));

    /// <summary>
    /// The types of the compilation that an object may be of that is known by a type of the framework, a base or an interface, and that
    /// nobody was seen to make.
    /// </summary>
    public IEnumerable<INamedTypeSymbol> BehindFramework(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Dynamic || TypeTraits.Named(type).Any(named => !hierarchy.IsInSource(named) && named is { IsSealed: false, IsValueType: false, TypeKind: not TypeKind.Delegate })
            ? AllowedIn(type)
            : [];

    /// <summary>The types of objects that a serializer makes to write a value of <paramref name="type"/>: what attributes name, converters above all.</summary>
    public IEnumerable<INamedTypeSymbol> NamedIn(ITypeSymbol? type)
    {
        var named = new Stack<INamedTypeSymbol>();
        foreach (var part in AllowedIn(type).SelectMany(TypeTraits.BasesAndSelf).Where(hierarchy.IsInSource))
        {
            AddNamed(part, named);
            foreach (var member in part.GetMembers())
            {
                AddNamed(member, named);
            }
        }

        return named.SelectMany(found => AllowedIn(found));
    }

    /// <summary>Whether code without source may make objects of the types that it is given: serializers, activators.</summary>
    public static bool MakesObjects(IMethodSymbol method) =>
        method.ContainingType is { } type
        && (type is { Name: "Activator", ContainingNamespace.Name: "System" }
            || (type.ContainingNamespace is { } space && IsSerializer(space)));

    private static bool IsSerializer(INamespaceSymbol space)
    {
        for (; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            if (space.Name is "Json" or "Serialization" or "Xml" or "Http")
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<INamedTypeSymbol> Find(ITypeSymbol type)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<INamedTypeSymbol>(TypeTraits.Named(type));
        if (type.TypeKind == TypeKind.Dynamic)
        {
            pending.Push(anything);
        }

        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next.OriginalDefinition))
            {
                continue;
            }

            if (hierarchy.IsInSource(next))
            {
                found.Add(next.OriginalDefinition);
            }

            foreach (var derived in hierarchy.DerivedFrom(HoldsAnything(next) ? anything : next))
            {
                pending.Push(derived);
            }

            AddParts(next, pending);
        }

        return [.. found];
    }

    // Collections that say nothing of what is in them.
    private static bool HoldsAnything(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Array or SpecialType.System_Collections_IEnumerable or SpecialType.System_ValueType
        || (!type.IsGenericType && KnownNames.Namespace(type.ContainingNamespace) is "System.Collections" or "System.Collections.Specialized");

    private void AddParts(INamedTypeSymbol type, Stack<INamedTypeSymbol> pending)
    {
        for (var current = type; current is not null && hierarchy.IsInSource(current); current = current.BaseType)
        {
            AddNamed(current, pending);
            foreach (var member in current.GetMembers())
            {
                AddNamed(member, pending);
                if (member is IFieldSymbol { IsStatic: false, IsConst: false } field)
                {
                    foreach (var named in TypeTraits.Named(field.Type))
                    {
                        pending.Push(named);
                    }
                }
            }
        }
    }

    // [JsonConverter(typeof(C))], [JsonDerivedType(typeof(D))]: objects are made of what an attribute names.
    private void AddNamed(ISymbol symbol, Stack<INamedTypeSymbol> pending)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            foreach (var argument in attribute.ConstructorArguments)
            {
                if (argument is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol named } && hierarchy.IsInSource(named))
                {
                    pending.Push(named);
                }
            }
        }
    }
}
