using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Memo.Keys;

namespace Memo.Values;

public ref partial struct ValueReader
{
    /// <summary>Reads the beginning of an array of items that were compared with a comparer.</summary>
    /// <param name="comparer">The comparer; null for the default one.</param>
    /// <returns>How many elements it says it has; never more than what is left to read could hold.</returns>
    public int BeginArray(out StringComparer? comparer)
    {
        Expect(JsonTokenType.StartArray);
        Next();
        comparer = null;
        if (_json.TokenType == JsonTokenType.String) comparer = Comparers.Find(_json.GetString()!) ?? throw new MalformedEntryException("a comparer");
        else _peeked = true;
        return ReadCount();
    }

    /// <summary>Reads the lengths of an array, and where its indexes begin.</summary>
    /// <param name="rank">How many dimensions it has.</param>
    /// <returns>The length and the first index of each dimension in turn.</returns>
    public int[] ReadShape(int rank)
    {
        Expect(JsonTokenType.StartArray);
        var shape = new int[2 * rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = ReadInt32();
        Expect(JsonTokenType.EndArray);
        return shape;
    }

    /// <summary>Makes an array of several dimensions.</summary>
    /// <typeparam name="TArray">Its type.</typeparam>
    /// <param name="shape">What <see cref="ReadShape"/> gave.</param>
    /// <param name="count">How many elements there are to fill it with; it never gets larger than that.</param>
    /// <returns>The array.</returns>
    [SuppressMessage("Performance", "CA1822", Justification = "Generated code calls it on the reader, like every other member.")]
    public readonly TArray MakeArray<TArray>(int[] shape, int count)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var lengths = new int[shape.Length / 2];
        var bounds = new int[lengths.Length];
        var product = 1L;
        for (var i = 0; i < lengths.Length; i++)
        {
            (lengths[i], bounds[i]) = (shape[2 * i], shape[(2 * i) + 1]);
            product = lengths[i] == 0 ? 0 : checked(product * lengths[i]);
        }
        if (Array.Exists(lengths, static length => length == 0)) product = 0;
        if (product != count || Array.Exists(lengths, static length => length < 0)) throw new MalformedEntryException("as many elements as announced");
        return (TArray)(object)Array.CreateInstanceFromArrayType(typeof(TArray), lengths, bounds);
    }

    /// <summary>Reads bits.</summary>
    /// <returns>The value.</returns>
    public BitArray ReadBitArray()
    {
        Expect(JsonTokenType.StartArray);
        var count = ReadInt32();
        var bytes = ReadBase64();
        if (count < 0 || bytes.Length != (count + 7L) / 8) throw new MalformedEntryException("as many bits as announced");
        Expect(JsonTokenType.EndArray);
        return new BitArray(bytes) { Length = count };
    }

    /// <summary>Makes what is thrown when something else was read than is written for a type.</summary>
    /// <param name="expected">What should be there.</param>
    /// <returns>The exception to throw.</returns>
    [SuppressMessage("Performance", "CA1822", Justification = "Generated code calls it on the reader, like every other member.")]
    public readonly Exception Unexpected(string expected) => new MalformedEntryException(expected);
}
