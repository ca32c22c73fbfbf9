using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>What keys and entries need to know of the types that the project declares itself.</summary>
internal sealed class OwnTypes(EncodingTable table)
{
    /// <summary>Whether an object of another type may stand where a type is declared.</summary>
    public bool MayBeOther(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface || (type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false } && (type.IsAbstract || table.Hierarchy.DerivedFrom(type).Count > 0));

    /// <summary>The types of the project that an object may have where a type is declared, the type itself first.</summary>
    public IEnumerable<ITypeSymbol> Possible(INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Class, IsAbstract: false })
        {
            yield return type;
        }

        foreach (var derived in table.Hierarchy.DerivedFrom(type))
        {
            if (derived is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false } && DerivedTypes.Construct(derived, type) is { } constructed
                && WhyNotByName(constructed) is null)
            {
                yield return constructed;
            }
        }
    }

    /// <summary>The instance fields, those of bases first, as they lie in memory; the symbol is the field, or the parameter that is kept in one.</summary>
    public IEnumerable<(ISymbol Symbol, string Name, string MetadataName, ITypeSymbol Type, INamedTypeSymbol Owner)> FieldsOf(INamedTypeSymbol type)
    {
        var bases = new Stack<INamedTypeSymbol>();
        for (var current = type; current is not null && (table.Hierarchy.IsInSource(current) || bases.Count == 0); current = current.BaseType)
        {
            bases.Push(current);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in bases)
        {
            foreach (var field in InstanceFields(owner))
            {
                yield return (field, Unique(owner, field.AssociatedSymbol?.Name ?? field.Name), field.MetadataName, field.Type, owner);
            }

            // A parameter of a primary constructor that members use becomes a field that no symbol shows. Should a compiler name it
            // otherwise, the accessor fails, and the call is not answered from the store.
            foreach (var parameter in PrimaryConstructor.Captured(owner, table.Model))
            {
                yield return (parameter, Unique(owner, parameter.Name), $"<{parameter.Name}>P", parameter.Type, owner);
            }
        }

        string Unique(INamedTypeSymbol owner, string name) => names.Add(name) ? name : owner.Name + "." + name;
    }

    public static IEnumerable<IFieldSymbol> InstanceFields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsStatic: false, IsConst: false });

    public string? WhyNotByName(ITypeSymbol type) => Interception.Unnameable(type, table.Compilation) is { } hidden
        ? $"'{hidden.Name}' cannot be named in generated code; make it internal"
        : null;

    /// <summary>Why fields of a class or struct cannot be read, whichever they are.</summary>
    public string? WhyNotAsReceiver(INamedTypeSymbol type)
    {
        if (type.IsRefLikeType)
        {
            return $"'{Name(type)}' is a ref struct";
        }

        for (var current = type; current is not null && table.Hierarchy.IsInSource(current); current = current.BaseType)
        {
            if (GenericOwner.HasHiddenParameter(current))
            {
                return $"'{current.Name}' has a type parameter of the same name as one of the type around it";
            }
        }

        return WhyNotByName(type);
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Why the values of a class or struct are more, or something else, than their fields.</summary>
    public string? WhyNotByFields(INamedTypeSymbol type)
    {
        var name = Name(type);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic)
        {
            return $"'{name}' does not say which type is behind it";
        }

        if (WhyNotAsReceiver(type) is { } unreadable)
        {
            return unreadable;
        }

        for (var current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            if (!table.Hierarchy.IsInSource(current))
            {
                return $"'{name}' derives from '{current.Name}', whose fields are not visible here";
            }

            foreach (var member in current.GetMembers())
            {
                switch (member)
                {
                    case IFieldSymbol { IsStatic: false } field when field.IsFixedSizeBuffer || field.RefKind != RefKind.None:
                        return $"the field '{name}.{field.Name}' is a buffer or a reference";
                    case IEventSymbol { IsStatic: false } e:
                        return $"'{name}' has the event '{e.Name}'";
                    case IMethodSymbol { MethodKind: MethodKind.Destructor }:
                        return $"'{name}' has a finalizer: it stands for a resource";
                }
            }

            if (current.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InlineArrayAttribute"))
            {
                return $"'{name}' is an inline array";
            }
        }

        return null;
    }

    /// <summary>
    /// Whether nothing tells two equal objects apart. Of a class, <c>==</c> does, whatever <c>Equals</c> says; of a record too, if it says itself what is equal.
    /// </summary>
    public static bool ComparesByValue(INamedTypeSymbol type)
    {
        if (type.IsValueType)
        {
            return true;
        }

        for (var current = type; current is { IsRecord: true }; current = current.BaseType)
        {
            if (current.GetMembers(nameof(Equals)).Any(member => !member.IsImplicitlyDeclared))
            {
                return false;
            }
        }

        return type.IsRecord;
    }

    /// <summary>
    /// The static fields that one of its objects may be in, if it is not compared by value: programs ask whether an object is that one, such as the
    /// empty one of a tree, and what comes back from the store never is. To look at one may run the initializers of its class, which the runtime is free to
    /// do at any time before; a static constructor has run when there is an object.
    /// </summary>
    public IEnumerable<IFieldSymbol> KnownObjects(INamedTypeSymbol type)
    {
        for (var current = ComparesByValue(type) ? null : type; current is not null && table.Hierarchy.IsInSource(current); current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: true, Type: INamedTypeSymbol { TypeKind: TypeKind.Class } held } field && IsSelfOrBase(held, type))
                {
                    yield return field;
                }
            }
        }
    }

    private bool IsSelfOrBase(INamedTypeSymbol held, INamedTypeSymbol type)
    {
        for (var current = type; current is not null && table.Hierarchy.IsInSource(current); current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, held))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what a value is equal to, and its hash code with it, stays what it is for as long as it is in a set.</summary>
    public bool StaysEqual(ITypeSymbol type) => table.Traits.IsDeeplyImmutable(type) || type switch
    {
        { SpecialType: SpecialType.System_Object } or IArrayTypeSymbol => true, // of objects, only those with values of their own are accepted
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => StaysEqual(element.Type)),
        INamedTypeSymbol named when table.Hierarchy.IsInSource(named) && MayBeOther(named) => Possible(named).All(possible => IsByIdentity((INamedTypeSymbol)possible) || table.Traits.IsDeeplyImmutable(possible)),
        INamedTypeSymbol { IsReferenceType: true } named => IsByIdentity(named),
        INamedTypeSymbol named when !table.Hierarchy.IsInSource(named) => named.TypeArguments.All(StaysEqual),
        _ => false,
    };

    // Two objects are equal when they are one.
    private bool IsByIdentity(INamedTypeSymbol type)
    {
        if (!table.Hierarchy.IsInSource(type))
        {
            return FrameworkForms.Collections.ContainsKey(TypeTraits.MetadataName(type));
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.SpecialType == SpecialType.System_Object)
            {
                return true;
            }

            if (current.IsValueType || current.GetMembers(nameof(Equals)).Any(member => member is IMethodSymbol { IsOverride: true }))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether equal values have equal hash codes that come from what they say, not from where they lie.</summary>
    public bool IsValue(ITypeSymbol type) => table.Traits.IsDeeplyImmutable(type) && IsValue(type, new(SymbolEqualityComparer.Default));

    private bool IsValue(ITypeSymbol type, HashSet<ITypeSymbol> seen) => !seen.Add(type) || type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: not SpecialType.None and not SpecialType.System_Nullable_T } => type.IsValueType || type.SpecialType == SpecialType.System_String,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => IsValue(element.Type, seen)),
        INamedTypeSymbol named when !table.Hierarchy.IsInSource(named) => TypeTraits.MetadataName(named) is not ("System.Type" or "System.Text.Json.JsonElement" or "System.Collections.Immutable.ImmutableArray`1")
            && (named.IsValueType || TypeTraits.MetadataName(named) is "System.Uri" or "System.Version") && named.TypeArguments.All(argument => IsValue(argument, seen)),
        INamedTypeSymbol named => (named.IsValueType || named is { IsRecord: true, IsSealed: true }) && FieldsOf(named).All(field => IsValue(field.Type, seen)),
        _ => false,
    };
}
