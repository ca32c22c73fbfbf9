using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

internal sealed partial class CodecTable
{
    private static readonly Dictionary<string, string> s_leaves = new()
    {
        ["System.Int128"] = "ReadInt128", ["System.UInt128"] = "ReadUInt128", ["System.Half"] = "ReadHalf", ["System.Guid"] = "ReadGuid",
        ["System.DateTimeOffset"] = "ReadDateTimeOffset", ["System.TimeSpan"] = "ReadTimeSpan", ["System.DateOnly"] = "ReadDateOnly",
        ["System.TimeOnly"] = "ReadTimeOnly", ["System.Numerics.BigInteger"] = "ReadBigInteger", ["System.Uri"] = "ReadUri",
        ["System.Version"] = "ReadVersion",
    };

    private static readonly Dictionary<string, string> s_opaque = new()
    {
        ["System.Text.StringBuilder"] = "ReadStringBuilder", ["System.Net.IPAddress"] = "ReadIPAddress", ["System.Globalization.CultureInfo"] = "ReadCultureInfo",
        ["System.Collections.BitArray"] = "ReadBitArray", ["System.Text.Json.JsonDocument"] = "ReadJsonDocument", ["System.Text.Json.Nodes.JsonNode"] = "ReadJsonNode",
        ["System.Text.Json.Nodes.JsonObject"] = "ReadJsonNode", ["System.Text.Json.Nodes.JsonArray"] = "ReadJsonNode", ["System.Text.Json.Nodes.JsonValue"] = "ReadJsonNode",
    };

    // Structs of the framework that are the sum of their public fields, whatever their version.
    private static readonly HashSet<string> s_plainStructs =
    [
        "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4", "System.Numerics.Quaternion", "System.Numerics.Plane",
        "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4",
    ];

    private static readonly HashSet<string> s_bulk = ["System.Int128", "System.UInt128", "System.Half", "System.Guid"];

    private Codec? CreateLeaf(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Object)
        {
            return new(type, CodecKind.Leaf) { Writer = "WriteBoxed", Reader = "ReadBoxed" };
        }

        if (LeafReader(type) is { } reader)
        {
            return new(type, CodecKind.Leaf) { Reader = reader, IsImmutable = true };
        }

        if (type is not INamedTypeSymbol named || _table.Hierarchy.IsInSource(type))
        {
            return null;
        }

        var name = TypeTraits.MetadataName(named);
        return name == "System.Type" ? new(type, CodecKind.Leaf) { IsImmutable = true, ValueRefusal = "a type is a part of the program, not a value" }
            : name == "System.Text.Json.JsonElement" ? new(type, CodecKind.Leaf) { Reader = "ReadJsonElement" } // its document can be disposed of
            : s_opaque.TryGetValue(name, out var opaque) ? new(type, CodecKind.Opaque) { Reader = opaque } : null;
    }

    private Codec CreateOfFramework(INamedTypeSymbol type)
    {
        if (type.IsTupleType && type.TupleElements.Length > 1)
        {
            return new(type, CodecKind.Tuple) { IsImmutable = _table.Traits.IsDeeplyImmutable(type) };
        }

        var name = TypeTraits.MetadataName(type);
        if (s_plainStructs.Contains(name) && OwnTypes.InstanceFields(type).All(field => field.DeclaredAccessibility == Accessibility.Public))
        {
            return new(type, CodecKind.Fields) { IsImmutable = true };
        }

        if (FrameworkForms.Collections.TryGetValue(name, out var collection))
        {
            return CreateCollection(type, collection);
        }

        if (FrameworkForms.Composites.TryGetValue(name, out var composite))
        {
            var form = name == "System.ReadOnlyMemory`1" && type.TypeArguments[0].SpecialType == SpecialType.System_Char ? FrameworkForms.MemoryOfCharacters : composite;
            return new(type, CodecKind.Composite) { Composite = form, IsImmutable = type.IsValueType && _table.Traits.IsDeeplyImmutable(type) };
        }

        return FrameworkForms.Interfaces.ContainsKey(name) ? new(type, CodecKind.OneOf) : name switch
        {
            "System.Nullable`1" => new(type, CodecKind.Nullable) { IsImmutable = true },
            "System.Collections.Immutable.ImmutableArray`1" => new(type, CodecKind.ImmutableArray),
            _ => Refused(type, Unsupported(type)),
        };
    }

    private Codec CreateCollection(INamedTypeSymbol type, CollectionForm form)
    {
        var compared = type.TypeArguments[form.Compared];
        if (form is { Comparer: not null, IsUnordered: true } && !_own.IsValue(compared))
        {
            return Refused(type, $"the order of '{type.Name}' is another one for each run when '{compared.Name}' is compared by identity");
        }

        return form is { Comparer: not null, IsSorted: false } && !_own.StaysEqual(compared)
            ? Refused(type, $"what '{compared.Name}' is equal to can change while it is in the '{type.Name}'")
            : new(type, CodecKind.Collection) { Collection = form, IsBulk = form.Span is not null && IsBulk(type.TypeArguments[0]) };
    }

    private IEnumerable<ITypeSymbol> PossibleInFramework(INamedTypeSymbol type)
    {
        var name = TypeTraits.MetadataName(type);
        if (type.TypeArguments is [var element] && name is not ("System.Collections.Generic.ISet`1" or "System.Collections.Generic.IReadOnlySet`1"))
        {
            yield return _table.Compilation.CreateArrayTypeSymbol(element);
        }

        foreach (var possible in FrameworkForms.Interfaces[name])
        {
            if (_table.Compilation.GetTypeByMetadataName(possible)?.Construct([.. type.TypeArguments]) is { } constructed
                && _table.Compilation.ClassifyCommonConversion(constructed, type) is { Exists: true, IsImplicit: true })
            {
                yield return constructed;
            }
        }
    }

    private static bool IsBulk(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
        or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Char or SpecialType.System_Boolean
        || type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType.SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 }
        || (type is INamedTypeSymbol { IsValueType: true } named && s_bulk.Contains(TypeTraits.MetadataName(named)));

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
        _ => type is INamedTypeSymbol named && !_table.Hierarchy.IsInSource(type) && s_leaves.TryGetValue(TypeTraits.MetadataName(named), out var reader) ? reader : null,
    };
}
