using System.Collections;
using System.Globalization;
using Memo.Keys;

namespace Memo.Values;

public sealed partial class ValueWriter
{
    /// <summary>Writes the beginning of an array of items that were compared with a comparer, and which one it was.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="comparer">The comparer.</param>
    /// <param name="byDefault">The one that is used where none is given.</param>
    public void BeginArray(int count, object? comparer, object byDefault)
    {
        _json.WriteStartArray();
        if (Comparers.NameOf(comparer, byDefault) is not { } name) Refuse("has a comparer of its own");
        else if (name.Length > 0) _json.WriteStringValue(name);
        _json.WriteNumberValue(count);
    }

    /// <summary>Writes the lengths of an array of several dimensions, and where its indexes begin.</summary>
    /// <param name="array">The array.</param>
    public void WriteShape(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        _json.WriteStartArray();
        for (var dimension = 0; dimension < array.Rank; dimension++)
        {
            _json.WriteNumberValue(array.GetLength(dimension));
            _json.WriteNumberValue(array.GetLowerBound(dimension));
        }
        _json.WriteEndArray();
    }

    /// <summary>Refuses a set that is more than its elements: from which some were removed, so that the next one comes to stand in their place.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="set">The set.</param>
    public void RefuseGaps<T>(HashSet<T> set)
    {
        if (Gaps.In(set) > 0) Refuse("holds a HashSet from which elements were removed, so that the next one added would not come last; return a new one made of its elements");
    }

    /// <summary>Refuses a dictionary that is more than its items: from which some were removed, so that the next one comes to stand in their place.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="dictionary">The dictionary.</param>
    public void RefuseGaps<TKey, TValue>(Dictionary<TKey, TValue> dictionary) where TKey : notnull
    {
        if (Gaps.In(dictionary) > 0) Refuse("holds a Dictionary from which items were removed, so that the next one added would not come last; return a new one made of it");
    }

    /// <summary>Writes bits by their number and what each is.</summary>
    /// <param name="value">The bits.</param>
    public void Write(BitArray value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = new byte[(value.Length + 7) / 8];
        value.CopyTo(bytes, 0);
        _json.WriteStartArray();
        _json.WriteNumberValue(value.Length);
        _json.WriteBase64StringValue(bytes);
        _json.WriteEndArray();
    }

    /// <summary>Says that an object is of a type that was not among those known at compile time, and does not return.</summary>
    /// <param name="value">The object.</param>
    public void RefuseType(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Refuse(string.Create(CultureInfo.InvariantCulture, $"holds an object of the run-time type {value.GetType()}, which was not known at compile time"));
    }
}
