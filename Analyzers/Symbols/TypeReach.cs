using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>Which objects can lie behind a value, by what the types of its fields and elements allow.</summary>
internal sealed class TypeReach(TypeTraits traits, Func<INamedTypeSymbol, IReadOnlyList<INamedTypeSymbol>> derivedFrom)
{
    private readonly ConcurrentDictionary<(ITypeSymbol, ITypeSymbol), bool> _known = new();

    /// <summary>
    /// Whether an object of the class <paramref name="wanted"/> can be what a value of <paramref name="type"/> refers to, or be reached from
    /// there. Where a declaration does not show what is behind it (an interface, a delegate, <c>object</c>), it can.
    /// </summary>
    public bool MayLeadTo(ITypeSymbol type, ITypeSymbol? wanted) =>
        wanted is not (IArrayTypeSymbol or INamedTypeSymbol { TypeKind: TypeKind.Class }) || _known.GetOrAdd((type, wanted), Decide);

    private bool Decide((ITypeSymbol From, ITypeSymbol Wanted) question)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>();
        pending.Push(question.From);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next) || traits.IsDeeplyImmutable(next))
            {
                continue;
            }

            switch (next)
            {
                case IArrayTypeSymbol array when question.Wanted is not IArrayTypeSymbol && !IsObject(question.Wanted):
                    pending.Push(array.ElementType);
                    break;
                case INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class, IsRefLikeType: false } named when !CanBe(named, question.Wanted) && AddParts(named, pending):
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    // Returns false where not all can be seen.
    private bool AddParts(INamedTypeSymbol type, Stack<ITypeSymbol> parts)
    {
        foreach (var derived in derivedFrom(type))
        {
            parts.Push(derived);
        }

        if (type.IsTupleType || IsCollection(type))
        {
            foreach (var argument in type.TypeArguments)
            {
                parts.Push(argument);
            }

            return true;
        }

        if (!traits.IsOwn(type) || type.IsAnonymousType)
        {
            return false;
        }

        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case IFieldSymbol { IsStatic: false } field:
                    parts.Push(field.Type);
                    break;
                case IEventSymbol { IsStatic: false } handler:
                    parts.Push(handler.Type);
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                    foreach (var parameter in constructor.Parameters)
                    {
                        parts.Push(parameter.Type); // a primary constructor keeps them in fields that no one can see
                    }

                    break;
            }
        }

        if (type.BaseType is { SpecialType: SpecialType.None } parent)
        {
            parts.Push(parent);
        }

        return true;
    }

    // One of the two derives from the other. By declaration: type arguments may be those of the code that asks.
    private static bool CanBe(INamedTypeSymbol type, ITypeSymbol wanted) =>
        IsObject(wanted) || (wanted is INamedTypeSymbol named && (Derives(type, named) || Derives(named, type)));

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, from.OriginalDefinition) && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
            {
                return true;
            }
        }

        return type.SpecialType == SpecialType.System_Object;
    }

    private static bool IsObject(ITypeSymbol type) => type.SpecialType is SpecialType.System_Object or SpecialType.System_Array;

    // What these hold are their elements, and nobody gets at anything else in them. (Those that keep a comparer may hold whatever that holds.)
    private static bool IsCollection(INamedTypeSymbol type) => TypeTraits.MetadataName(type) is "System.Collections.Generic.List`1" or "System.Collections.Generic.Queue`1"
        or "System.Collections.Generic.Stack`1" or "System.Collections.Generic.KeyValuePair`2"
        or "System.Collections.Immutable.ImmutableList`1" or "System.Nullable`1";
}
