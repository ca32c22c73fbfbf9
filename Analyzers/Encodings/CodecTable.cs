using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>
/// Decides for each type how generated code keys and stores it: a closed table of framework types, and the project's own
/// types by all their instance fields. Everything else is refused with a reason.
/// </summary>
internal sealed class CodecTable(EncodingTable table)
{
    private static readonly Dictionary<string, string> s_leaves = new()
    {
        ["System.Int128"] = "ReadInt128", ["System.UInt128"] = "ReadUInt128", ["System.Half"] = "ReadHalf", ["System.Guid"] = "ReadGuid",
        ["System.DateTimeOffset"] = "ReadDateTimeOffset", ["System.TimeSpan"] = "ReadTimeSpan", ["System.DateOnly"] = "ReadDateOnly",
        ["System.TimeOnly"] = "ReadTimeOnly", ["System.Numerics.BigInteger"] = "ReadBigInteger", ["System.Uri"] = "ReadUri",
        ["System.Version"] = "ReadVersion",
    };

    // Structs of the framework that are the sum of their public fields, whatever their version.
    private static readonly HashSet<string> s_plainStructs =
    [
        "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4", "System.Numerics.Quaternion", "System.Numerics.Plane",
        "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4",
    ];

    private readonly Dictionary<ITypeSymbol, Codec> _known = new(SymbolEqualityComparer.Default);

    public Codec For(ITypeSymbol type)
    {
        lock (_known)
        {
            return Find(type);
        }
    }

    private Codec Find(ITypeSymbol type)
    {
        if (_known.TryGetValue(type, out var known))
        {
            return known;
        }

        var codec = Create(type);
        _known[type] = codec; // before its parts: a type may contain itself
        Complete(codec);
        return codec;
    }

    private Codec Create(ITypeSymbol type)
    {
        if (LeafReader(type) is { } reader)
        {
            return new(type, CodecKind.Leaf) { Reader = reader, IsImmutable = true };
        }

        switch (type)
        {
            case { TypeKind: TypeKind.Enum }:
                return WhyNotByName(type) is { } hidden ? Refused(type, hidden) : new(type, CodecKind.Enum) { IsImmutable = true };
            case IArrayTypeSymbol { IsSZArray: true } array:
                return new(type, CodecKind.Array) { IsBulk = IsBulk(array.ElementType) };
            case IArrayTypeSymbol:
                return Refused(type, "arrays of more than one dimension are not supported");
            case INamedTypeSymbol named:
                return CreateNamed(named);
            default:
                return Refused(type, $"the type '{type.ToDisplayString()}' is not supported");
        }
    }

    private Codec CreateNamed(INamedTypeSymbol type)
    {
        if (type.IsTupleType && type.TupleElements.Length > 1)
        {
            return new(type, CodecKind.Tuple) { IsImmutable = table.Traits.IsDeeplyImmutable(type) };
        }

        if (type.TypeKind == TypeKind.Delegate)
        {
            return Refused(type, "a delegate is code, and nothing tells whether two of them do the same");
        }

        if (table.Hierarchy.IsInSource(type))
        {
            return WhyNotByFields(type) is { } reason ? Refused(type, reason) : new(type, CodecKind.Fields) { IsImmutable = table.Traits.IsDeeplyImmutable(type) && ComparesByValue(type) };
        }

        var name = TypeTraits.MetadataName(type);
        if (s_plainStructs.Contains(name) && InstanceFields(type).All(field => field.DeclaredAccessibility == Accessibility.Public))
        {
            return new(type, CodecKind.Fields) { IsImmutable = true };
        }

        return name switch
        {
            "System.Nullable`1" => new(type, CodecKind.Nullable) { IsImmutable = true },
            "System.Collections.Generic.List`1" => new(type, CodecKind.List) { IsBulk = IsBulk(type.TypeArguments[0]) },
            "System.Collections.Generic.HashSet`1" => new(type, CodecKind.HashSet),
            "System.Collections.Generic.Dictionary`2" => new(type, CodecKind.Dictionary),
            "System.Collections.Generic.KeyValuePair`2" => new(type, CodecKind.Pair),
            "System.Collections.Immutable.ImmutableArray`1" => new(type, CodecKind.ImmutableArray),
            "System.Collections.Generic.IEnumerable`1" or "System.Collections.Generic.IReadOnlyCollection`1" or "System.Collections.Generic.IReadOnlyList`1"
                or "System.Collections.Generic.ICollection`1" or "System.Collections.Generic.IList`1" => new(type, CodecKind.Sequence)
                {
                    ValueRefusal = $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' does not say what comes back; return an array or a list",
                },
            _ => Refused(type, $"the type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is not supported"),
        };
    }

    // Where objects compare by identity, it can be seen whether two arguments are one object.
    private static bool ComparesByValue(INamedTypeSymbol type) => type.IsValueType || type.IsRecord
        || type.GetMembers(nameof(Equals)).Any(member => member is IMethodSymbol { IsOverride: true });

    private static Codec Refused(ITypeSymbol type, string reason) => new(type, CodecKind.Refused) { KeyRefusal = reason, ValueRefusal = reason };

    private void Complete(Codec codec)
    {
        switch (codec.Kind)
        {
            case CodecKind.Enum:
                codec.Parts.Add(Find(((INamedTypeSymbol)codec.Type).EnumUnderlyingType!));
                break;
            case CodecKind.Array:
                codec.Parts.Add(Find(((IArrayTypeSymbol)codec.Type).ElementType));
                break;
            case CodecKind.Tuple:
                codec.Parts.AddRange(((INamedTypeSymbol)codec.Type).TupleElements.Select(element => Find(element.Type)));
                break;
            case CodecKind.Nullable or CodecKind.List or CodecKind.HashSet or CodecKind.Dictionary or CodecKind.Pair or CodecKind.ImmutableArray:
                codec.Parts.AddRange(((INamedTypeSymbol)codec.Type).TypeArguments.Select(Find));
                break;
            case CodecKind.Sequence:
                var element = ((INamedTypeSymbol)codec.Type).TypeArguments[0];
                codec.Parts.Add(Find(table.Compilation.CreateArrayTypeSymbol(element)));
                codec.Parts.Add(Find(table.Compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!.Construct(element)));
                break;
            case CodecKind.Fields:
                AddFields(codec);
                break;
        }
    }

    // Base fields first, as they lie in memory.
    private void AddFields(Codec codec)
    {
        var bases = new Stack<INamedTypeSymbol>();
        for (var current = (INamedTypeSymbol)codec.Type; current is not null && (table.Hierarchy.IsInSource(current) || bases.Count == 0); current = current.BaseType)
        {
            bases.Push(current);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in bases)
        {
            foreach (var field in InstanceFields(owner))
            {
                Add(owner, field.AssociatedSymbol?.Name ?? field.Name, field.MetadataName, field.Type);
            }

            // A parameter of a primary constructor that members use becomes a field that no symbol shows. Should a compiler name it
            // otherwise, the accessor fails, and the call is not answered from the store.
            foreach (var parameter in PrimaryConstructor.Captured(owner, table.Model))
            {
                Add(owner, parameter.Name, $"<{parameter.Name}>P", parameter.Type);
            }
        }

        void Add(INamedTypeSymbol owner, string name, string metadataName, ITypeSymbol type) =>
            codec.Fields.Add(new(names.Add(name) ? name : owner.Name + "." + name, metadataName, type, owner, Find(type)));
    }

    private static IEnumerable<IFieldSymbol> InstanceFields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsStatic: false, IsConst: false });

    private string? WhyNotByName(ITypeSymbol type) => Interception.Unnameable(type, table.Compilation) is { } hidden
        ? $"'{hidden.Name}' cannot be named in generated code; make it internal"
        : null;

    private string? WhyNotByFields(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract || type.IsStatic)
        {
            return $"'{name}' does not say which type is behind it";
        }

        if (type.IsRefLikeType)
        {
            return $"'{name}' is a ref struct";
        }

        if (WhyNotByName(type) is { } hidden)
        {
            return hidden;
        }

        for (var current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            if (current.Arity > 0)
            {
                return $"the generic type '{current.Name}' is not supported";
            }

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

    private static bool IsBulk(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
        or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Char;

    private string? LeafReader(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "ReadBoolean",
        SpecialType.System_Byte => "ReadByte",
        SpecialType.System_SByte => "ReadSByte",
        SpecialType.System_Int16 => "ReadInt16",
        SpecialType.System_UInt16 => "ReadUInt16",
        SpecialType.System_Int32 => "ReadInt32",
        SpecialType.System_UInt32 => "ReadUInt32",
        SpecialType.System_Int64 => "ReadInt64",
        SpecialType.System_UInt64 => "ReadUInt64",
        SpecialType.System_Char => "ReadChar",
        SpecialType.System_Single => "ReadSingle",
        SpecialType.System_Double => "ReadDouble",
        SpecialType.System_Decimal => "ReadDecimal",
        SpecialType.System_String => "ReadString",
        SpecialType.System_DateTime => "ReadDateTime",
        _ => type is INamedTypeSymbol named && !table.Hierarchy.IsInSource(type) && s_leaves.TryGetValue(TypeTraits.MetadataName(named), out var reader) ? reader : null,
    };
}
