using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>
/// What framework code may call on a value of a user's type: every member that overrides or implements a member
/// declared outside of the compilation, on the type, its bases and the types derived from it.
/// </summary>
internal sealed class ContractMembers(TypeHierarchy hierarchy)
{
    private const int DeepestNesting = 32;

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IMethodSymbol>> _own = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<INamedTypeSymbol>> _users = new(SymbolEqualityComparer.Default);

    /// <summary>Of a type and of every type that derives from it.</summary>
    public ImmutableArray<IMethodSymbol> Of(INamedTypeSymbol type) => _known.GetOrAdd(type.OriginalDefinition, Find);

    /// <summary>Of objects that are exactly of a type.</summary>
    public ImmutableArray<IMethodSymbol> OwnOf(INamedTypeSymbol type) => _own.GetOrAdd(type.OriginalDefinition, FindOwn);

    /// <summary>Every user type that <paramref name="type"/> mentions: itself, its element and its type arguments.</summary>
    public ImmutableArray<INamedTypeSymbol> UserTypesIn(ITypeSymbol? type)
    {
        if (type is null or INamedTypeSymbol { IsGenericType: false, SpecialType: not SpecialType.None })
        {
            return [];
        }

        return _users.TryGetValue(type, out var known) ? known : _users.GetOrAdd(type, FindUsers(type));
    }

    /// <summary>The types of the compilation in <paramref name="type"/> that implement something of the framework.</summary>
    public IEnumerable<INamedTypeSymbol> Mentioned(ITypeSymbol type) => UserTypesIn(type).Where(user => !Of(user).IsEmpty);

    /// <summary>
    /// What generic code may run of a type that it is given for a type parameter: types, for their contract members, and what runs because
    /// an object is made without arguments: before, then, and in the end.
    /// </summary>
    public IEnumerable<(CallKind Kind, ISymbol Code)> Given(ITypeSymbol argument)
    {
        foreach (var user in Mentioned(argument))
        {
            yield return (CallKind.Contract, user);
        }

        foreach (var made in MadeFrom(argument))
        {
            foreach (var constructor in made.StaticConstructors.Where(constructor => !constructor.IsImplicitlyDeclared))
            {
                yield return (CallKind.StaticInitializer, constructor);
            }

            foreach (var code in made.InstanceConstructors.Where(constructor => constructor.Parameters.IsEmpty).Concat(Finalizers(made)))
            {
                yield return (CallKind.Contract, code);
            }
        }
    }

    /// <summary>The finalizers of a type and of its bases in the compilation.</summary>
    public IEnumerable<IMethodSymbol> Finalizers(ITypeSymbol? type)
    {
        for (var current = type; current is not null && hierarchy.IsInSource(current); current = current.BaseType)
        {
            foreach (var member in current.OriginalDefinition.GetMembers(WellKnownMemberNames.DestructorName))
            {
                yield return (IMethodSymbol)member;
            }
        }
    }

    private IEnumerable<INamedTypeSymbol> MadeFrom(ITypeSymbol argument)
    {
        if (argument is not INamedTypeSymbol { IsAbstract: false } made || !hierarchy.IsInSource(made))
        {
            return [];
        }

        // The code of a generic one knows its type arguments in turn.
        var inner = TypeTraits.Arguments(made).SelectMany(given => MadeFrom(given.Argument));
        return made.TypeKind is TypeKind.Class or TypeKind.Struct ? inner.Prepend(made.OriginalDefinition) : inner;
    }

    private ImmutableArray<INamedTypeSymbol> FindUsers(ITypeSymbol type)
    {
        var users = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        CollectUserTypes(type, users);
        return [.. users];
    }

    /// <summary>
    /// What a serializer may run on values of types: their accessors and constructors, and those of the types that they are made of.
    /// </summary>
    public IEnumerable<IMethodSymbol> Serialized(IEnumerable<ITypeSymbol> types)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in types)
        {
            CollectUserTypes(type, seen);
        }

        var pending = new Stack<INamedTypeSymbol>(seen);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            foreach (var method in Converters(next))
            {
                yield return method;
            }

            foreach (var member in next.GetMembers())
            {
                if (member is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet } method)
                {
                    yield return method;
                }

                var mentioned = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
                CollectUserTypes((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type, mentioned);
                CollectUserTypes(next.BaseType, mentioned);
                foreach (var user in mentioned)
                {
                    if (seen.Add(user))
                    {
                        pending.Push(user);
                    }
                }
            }
        }
    }

    // [JsonConverter(typeof(C))] on a type or member: all of C and of its bases.
    private IEnumerable<IMethodSymbol> Converters(INamedTypeSymbol type) => type.GetMembers().Prepend(type)
        .SelectMany(member => member.GetAttributes()).SelectMany(attribute => attribute.ConstructorArguments)
        .Select(argument => argument.Value).OfType<INamedTypeSymbol>().SelectMany(TypeTraits.BasesAndSelf).Where(hierarchy.IsInSource)
        .SelectMany(converter => converter.GetMembers()).OfType<IMethodSymbol>();

    private void CollectUserTypes(ITypeSymbol? type, HashSet<INamedTypeSymbol> into, int depth = 0)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                CollectUserTypes(array.ElementType, into, depth + 1);
                break;
            case INamedTypeSymbol { IsAnonymousType: true } anonymous when depth < DeepestNesting:
                foreach (var property in anonymous.GetMembers().OfType<IPropertySymbol>())
                {
                    CollectUserTypes(property.Type, into, depth + 1);
                }

                break;
            case INamedTypeSymbol named when depth < DeepestNesting:
                if (hierarchy.IsInSource(named) && named.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
                {
                    into.Add(named.OriginalDefinition);
                }

                for (var current = named; current is not null; current = current.ContainingType)
                {
                    foreach (var argument in current.TypeArguments)
                    {
                        CollectUserTypes(argument, into, depth + 1);
                    }
                }

                break;
        }
    }

    private ImmutableArray<IMethodSymbol> Find(INamedTypeSymbol type)
    {
        var found = new HashSet<IMethodSymbol>(OwnOf(type), SymbolEqualityComparer.Default);
        foreach (var derived in hierarchy.DerivedFrom(type))
        {
            AddOwn(derived, found);
        }

        return InOrder(found);
    }

    private ImmutableArray<IMethodSymbol> FindOwn(INamedTypeSymbol type)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        AddOwn(type, found);
        if (type.IsValueType)
        {
            AddFieldsOf(type, found);
        }

        return InOrder(found);
    }

    // By name: the order of declarations is no difference.
    private static ImmutableArray<IMethodSymbol> InOrder(HashSet<IMethodSymbol> found)
    {
        var members = found.ToArray();
        Array.Sort(members, static (left, right) =>
        {
            var byName = string.CompareOrdinal(left.Name, right.Name);
            return byName != 0 ? byName : string.CompareOrdinal(SymbolNames.DeclarationId(left), SymbolNames.DeclarationId(right));
        });
        return [.. members];
    }

    // A struct that does not say how it compares is compared, hashed and printed by its fields.
    private void AddFieldsOf(INamedTypeSymbol type, HashSet<IMethodSymbol> found)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { type };
        var pending = new Stack<INamedTypeSymbol>(seen);
        while (pending.Count > 0)
        {
            var users = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            foreach (var field in pending.Pop().GetMembers().OfType<IFieldSymbol>())
            {
                CollectUserTypes(field.Type, users);
            }

            foreach (var user in users)
            {
                if (seen.Add(user))
                {
                    AddOwn(user, found);
                    if (user.IsValueType)
                    {
                        pending.Push(user);
                    }
                }
            }
        }
    }

    private void AddOwn(INamedTypeSymbol type, HashSet<IMethodSymbol> found)
    {
        for (var current = type; current is not null && hierarchy.IsInSource(current); current = current.BaseType?.OriginalDefinition)
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
            if (hierarchy.IsInSource(contract))
            {
                continue;
            }

            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol && TypeHierarchy.Implementation(type, member) is { } implementation
                    && hierarchy.IsInSource(implementation.ContainingType))
                {
                    found.Add(implementation.OriginalDefinition);
                }
            }
        }
    }

    private bool OverridesExternal(IMethodSymbol method)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
        {
            root = overridden;
        }

        return !hierarchy.IsInSource(root.ContainingType);
    }
}
