using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>
/// Decides for each type how generated code keys and stores it: a closed table of framework types, and the project's own
/// types by all their instance fields. Everything else is refused with a reason.
/// </summary>
internal sealed partial class CodecTable
{
    private readonly EncodingTable _table;
    private readonly OwnTypes _own;
    private readonly Dictionary<ITypeSymbol, Codec> _known = new(SymbolEqualityComparer.Default);

    // Of the very class, where others derive from it.
    private readonly Dictionary<ITypeSymbol, Codec> _exact = new(SymbolEqualityComparer.Default);

    public CodecTable(EncodingTable table)
    {
        _table = table;
        _own = new(table);
    }

    public Codec For(ITypeSymbol type)
    {
        lock (_known)
        {
            return Find(type);
        }
    }

    /// <summary>Of a receiver, by those fields that its method reads, for keys only.</summary>
    public Codec For(INamedTypeSymbol receiver, ReceiverReads reads)
    {
        lock (_known)
        {
            if (!_own.MayBeOther(receiver))
            {
                return CreateReceiver(receiver, reads);
            }

            var codec = new Codec(receiver, CodecKind.OneOf);
            codec.Parts.AddRange(_own.Possible(receiver).Select(type => CreateReceiver((INamedTypeSymbol)type, reads)));
            return codec;
        }
    }

    private Codec CreateReceiver(INamedTypeSymbol type, ReceiverReads reads)
    {
        if (_own.WhyNotAsReceiver(type) is { } reason)
        {
            return Refused(type, reason);
        }

        var codec = new Codec(type, CodecKind.Fields) { IsImmutable = !reads.ShowsIdentity, IsReceiver = true };
        codec.Fields.AddRange(_own.FieldsOf(type).Where(field => reads.Include(field.Symbol)).Select(CreateField));
        return codec;
    }

    private CodecField CreateField((ISymbol Symbol, string Name, string MetadataName, ITypeSymbol Type, INamedTypeSymbol Owner) field) =>
        new(field.Name, field.MetadataName, field.Type, field.Owner, Find(field.Type));

    private Codec Find(ITypeSymbol type) => Remember(_known, type, Create);

    private Codec Exact(ITypeSymbol type) => type is INamedTypeSymbol named && _table.Hierarchy.IsInSource(type) && _own.MayBeOther(named) ? Remember(_exact, type, _ => CreateFields(named)) : Find(type);

    private Codec Remember(Dictionary<ITypeSymbol, Codec> codecs, ITypeSymbol type, Func<ITypeSymbol, Codec> create)
    {
        if (codecs.TryGetValue(type, out var known))
        {
            return known;
        }

        var codec = create(type);
        codecs[type] = codec; // before its parts: a type may contain itself
        Complete(codec);
        return codec;
    }

    private Codec Create(ITypeSymbol type)
    {
        if (CreateLeaf(type) is { } leaf)
        {
            return leaf;
        }

        switch (type)
        {
            case { TypeKind: TypeKind.Enum }:
                return _own.WhyNotByName(type) is { } hidden ? Refused(type, hidden) : new(type, CodecKind.Enum) { IsImmutable = true };
            case IArrayTypeSymbol array:
                return new(type, CodecKind.Array) { IsBulk = IsBulk(array.ElementType) };
            case INamedTypeSymbol { TypeKind: TypeKind.Delegate }:
                return Refused(type, "a delegate is code, and nothing tells whether two of them do the same");
            case INamedTypeSymbol named when _table.Hierarchy.IsInSource(named):
                return _own.MayBeOther(named) ? new(type, CodecKind.OneOf) : CreateFields(named);
            case INamedTypeSymbol named:
                return CreateOfFramework(named);
            default:
                return Refused(type, Unsupported(type));
        }
    }

    private Codec CreateFields(INamedTypeSymbol type) => _own.WhyNotByFields(type) is { } reason
        ? Refused(type, reason)
        : new(type, CodecKind.Fields) { IsImmutable = (type.IsValueType ? _table.Traits.IsDeeplyImmutable(type) : _table.Traits.IsExactlyImmutable(type)) && OwnTypes.ComparesByValue(type) };

    private static Codec Refused(ITypeSymbol type, string reason) => new(type, CodecKind.Refused) { KeyRefusal = reason, ValueRefusal = reason };

    private static string Unsupported(ITypeSymbol type) => $"the type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is not supported";

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
            case CodecKind.Nullable or CodecKind.Collection or CodecKind.ImmutableArray:
                codec.Parts.AddRange(((INamedTypeSymbol)codec.Type).TypeArguments.Select(Find));
                break;
            case CodecKind.Composite:
                codec.Parts.AddRange(codec.Composite!.Parts.Select(part => Find(part.Type((INamedTypeSymbol)codec.Type, _table.Compilation))));
                break;
            case CodecKind.OneOf when _table.Hierarchy.IsInSource(codec.Type):
                codec.Parts.AddRange(_own.Possible((INamedTypeSymbol)codec.Type).Select(Exact));
                break;
            case CodecKind.OneOf:
                codec.Elements.AddRange(((INamedTypeSymbol)codec.Type).TypeArguments.Select(Find));
                codec.Parts.AddRange(PossibleInFramework((INamedTypeSymbol)codec.Type).Select(Find));
                break;
            case CodecKind.Fields:
                codec.KnownObjects.AddRange(_own.KnownObjects((INamedTypeSymbol)codec.Type));
                codec.Fields.AddRange(_own.FieldsOf((INamedTypeSymbol)codec.Type).Select(CreateField));
                break;
        }
    }
}
