using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>How a type is written into keys and into the store.</summary>
internal enum CodecKind
{
    /// <summary>The writers and readers have a method for it.</summary>
    Leaf,
    Enum,
    Nullable,
    Array,
    List,
    ImmutableArray,
    HashSet,
    Dictionary,
    Tuple,
    Pair,

    /// <summary>An interface of sequences: an array or a list may be behind it.</summary>
    Sequence,

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

    /// <summary>Element, key and value, underlying type, tuple elements: what the type is made of, in order.</summary>
    public List<Codec> Parts { get; } = [];

    public List<CodecField> Fields { get; } = [];

    /// <summary>Nobody who holds a value can change it: sharing cannot be observed.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>Elements whose raw bits are their value: written in bulk.</summary>
    public bool IsBulk { get; init; }

    /// <summary>Why values cannot be part of a key, apart from what their parts refuse.</summary>
    public string? KeyRefusal { get; set; }

    /// <summary>Why values do not survive the store, apart from what their parts refuse.</summary>
    public string? ValueRefusal { get; set; }

    /// <summary>The first reason in the type or in anything it is made of; null when all of it is supported.</summary>
    public string? FindRefusal(bool forValue) => FindRefusal(forValue, []);

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

            if (codec.Type.IsReferenceType && codec.Kind != CodecKind.Sequence)
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

    private string? FindRefusal(bool forValue, HashSet<Codec> seen)
    {
        if (!seen.Add(this))
        {
            return null;
        }

        if ((forValue ? ValueRefusal : KeyRefusal) is { } own)
        {
            return own;
        }

        foreach (var part in Parts)
        {
            if (part.FindRefusal(forValue, seen) is { } reason)
            {
                return reason;
            }
        }

        foreach (var field in Fields)
        {
            if (field.Codec.FindRefusal(forValue, seen) is { } reason)
            {
                return $"'{Type.Name}.{field.Name}': {reason}";
            }
        }

        return null;
    }
}

/// <param name="Name">As people know it: the property of a backing field, the parameter that a primary constructor keeps.</param>
/// <param name="MetadataName">Of the field itself.</param>
/// <param name="Type">Of its values.</param>
/// <param name="Owner">The type that declares it.</param>
/// <param name="Codec">What to do with its values.</param>
internal sealed record CodecField(string Name, string MetadataName, ITypeSymbol Type, INamedTypeSymbol Owner, Codec Codec);
