using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>How a type is written into keys and into the store.</summary>
internal enum CodecKind
{
    /// <summary>The writers and readers have a method for it.</summary>
    Leaf,

    /// <summary>As <see cref="Leaf"/>, for objects of which it can be seen whether two are one.</summary>
    Opaque,
    Enum,
    Nullable,
    Array,
    ImmutableArray,

    /// <summary>A collection of the framework, by its elements.</summary>
    Collection,
    Tuple,

    /// <summary>Another type of the framework, by its parts.</summary>
    Composite,

    /// <summary>An interface or a class that others derive from: by the type that is there, out of those that are known.</summary>
    OneOf,

    /// <summary>A class, record or struct of the project: by all its instance fields.</summary>
    Fields,
    Refused,
}

/// <summary>What generated code does with the values of one type.</summary>
internal sealed class Codec(ITypeSymbol type, CodecKind kind)
{
    public ITypeSymbol Type { get; } = type;

    public CodecKind Kind { get; } = kind;

    /// <summary>For a leaf: the reader's method, such as <c>ReadInt32</c>.</summary>
    public string Reader { get; init; } = "";

    /// <summary>For a leaf: the method of the writers.</summary>
    public string Writer { get; init; } = "Write";

    /// <summary>For a collection of the framework.</summary>
    public CollectionForm? Collection { get; init; }

    /// <summary>For a type of the framework with parts.</summary>
    public CompositeForm? Composite { get; init; }

    /// <summary>Element, key and value, underlying type, tuple elements, possible types: what the type is made of, in order.</summary>
    public List<Codec> Parts { get; } = [];

    public List<CodecField> Fields { get; } = [];

    /// <summary>Of a class of the project: the statics that hold an object of it which is known by being that object.</summary>
    public List<IFieldSymbol> KnownObjects { get; } = [];

    /// <summary>Of an interface of collections: what all that may be there hold.</summary>
    public List<Codec> Elements { get; } = [];

    /// <summary>Nobody who holds a value can change it: sharing cannot be observed.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>Of a set or dictionary: in which order things were added to it, nothing sees.</summary>
    public bool IsLookedUpOnly { get; private init; }

    /// <summary>The same for values of which things are only looked up.</summary>
    public Codec ForLookups()
    {
        var codec = new Codec(Type, Kind) { Collection = Collection, IsImmutable = IsImmutable, IsBulk = IsBulk, KeyRefusal = KeyRefusal, ValueRefusal = ValueRefusal, IsLookedUpOnly = true };
        codec.Parts.AddRange(Parts);
        return codec;
    }

    /// <summary>What a method is called on, by those of its fields that the method reads.</summary>
    public bool IsReceiver { get; init; }

    /// <summary>A stable text that names the type in keys, and what of its values is there.</summary>
    public string Contract => SymbolNames.Identity(Type) + (IsReceiver ? $" by {string.Join(", ", Fields.Select(read => read.Name))}" : IsLookedUpOnly ? " in any order" : "");

    /// <summary>Elements whose raw bits are their value: written in bulk.</summary>
    public bool IsBulk { get; init; }

    /// <summary>Why values cannot be part of a key, apart from what their parts refuse.</summary>
    public string? KeyRefusal { get; set; }

    /// <summary>Why values do not survive the store, apart from what their parts refuse.</summary>
    public string? ValueRefusal { get; set; }

    /// <summary>The first reason in the type or in anything it is made of; null when all of it is supported.</summary>
    public string? FindRefusal(bool forValue) => (forValue ? _valueRefusals ??= new(this, forValue: true) : _keyRefusals ??= new(this, forValue: false)).Of(this);

    private CodecRefusals? _keyRefusals;
    private CodecRefusals? _valueRefusals;

    /// <summary>The codec itself and all that it is made of.</summary>
    public IReadOnlyList<Codec> Reach()
    {
        var reached = new List<Codec> { this };
        var seen = new HashSet<Codec> { this };
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(reached[i].Parts.Concat(reached[i].Elements).Concat(reached[i].Fields.Select(field => field.Codec)).Where(seen.Add));
        }

        return reached;
    }

    /// <summary>Whether something in a value shows whether it is the same value as an equal one.</summary>
    public bool ShowsIdentity => Reach().Any(codec => codec.Kind == CodecKind.ImmutableArray || (codec is { IsImmutable: false, Type.IsReferenceType: true } && codec.Kind != CodecKind.OneOf));

    /// <summary>The types of the objects in a value that are mutable, so that it can be observed which of two equal ones is there.</summary>
    public HashSet<ITypeSymbol> Identities()
    {
        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var seen = new HashSet<Codec>();
        var pending = new Stack<Codec>([this]);
        while (pending.Count > 0)
        {
            var codec = pending.Pop();
            if ((codec.IsImmutable && codec.Kind != CodecKind.Nullable) || !seen.Add(codec))
            {
                continue;
            }

            if (codec.Type.IsReferenceType && codec.Kind != CodecKind.OneOf)
            {
                types.Add(codec.Type);
            }

            foreach (var part in codec.Parts.Concat(codec.Fields.Select(field => field.Codec)))
            {
                pending.Push(part);
            }
        }

        return types;
    }
}

/// <param name="Name">As people know it: the property of a backing field, the parameter that a primary constructor keeps.</param>
/// <param name="MetadataName">Of the field itself.</param>
/// <param name="Type">Of its values.</param>
/// <param name="Owner">The type that declares it.</param>
/// <param name="Codec">What to do with its values.</param>
internal sealed record CodecField(string Name, string MetadataName, ITypeSymbol Type, INamedTypeSymbol Owner, Codec Codec);
