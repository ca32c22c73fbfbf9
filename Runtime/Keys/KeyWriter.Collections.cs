using System.Collections;
using System.Buffers.Binary;

namespace Memo.Keys;

public sealed partial class KeyWriter
{
    /// <summary>
    /// Whether items whose order only hash codes give are written as they are met. A method cannot see that order without being called
    /// nondeterministic; whoever gets its result can.
    /// </summary>
    internal bool KeepsHashOrder { get; private set; }

    /// <summary>Writes which comparer a collection compares with; one of the program's own is refused.</summary>
    /// <param name="comparer">The comparer.</param>
    /// <param name="byDefault">The one that is used where none is given.</param>
    public void WriteComparer(object? comparer, object byDefault)
    {
        if (Comparers.NameOf(comparer, byDefault) is { } name) Text(KeyTag.Comparer, name);
        else Refuse("has a comparer of its own");
    }

    /// <summary>Begins items whose order only hash codes give: equal content is written alike, in whatever order it comes.</summary>
    /// <param name="count">How many items there are.</param>
    /// <returns>What gives a writer for each item; <see cref="EndUnordered"/> takes it.</returns>
    public UnorderedItems BeginUnordered(int count)
    {
        Write(count);
        return new(this, count);
    }

    /// <summary>Writes the items that <see cref="BeginUnordered"/> began.</summary>
    /// <param name="items">The items.</param>
    public void EndUnordered(UnorderedItems items)
    {
        ArgumentNullException.ThrowIfNull(items);
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        foreach (var item in items.End())
        {
            item.CopyTo(bytes);
            Append(bytes);
        }
    }

    /// <summary>
    /// Refuses a set that had elements removed, if a copy of it keeps their places: what is added to the copy would come to stand there,
    /// and of two sets with equal elements in the same order, one can have such places and the other none.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="set">The set.</param>
    public void RefuseGaps<T>(HashSet<T> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (Gaps.In(set) > 0 && Gaps.In(new HashSet<T>(set, set.Comparer)) > 0)
        {
            Refuse("is a HashSet from which elements were removed, and its copies would show where they were");
        }
    }

    /// <summary>Writes the lengths of an array of several dimensions, and where its indexes begin.</summary>
    /// <param name="array">The array.</param>
    public void WriteShape(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        for (var dimension = 0; dimension < array.Rank; dimension++)
        {
            Write(array.GetLength(dimension));
            Write(array.GetLowerBound(dimension));
        }
    }

    /// <summary>Writes bits by their number and what each is.</summary>
    /// <param name="value">The bits.</param>
    public void Write(BitArray value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = new byte[(value.Length + 7) / 8];
        value.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(Tagged(KeyTag.BitArray, sizeof(int)), value.Length);
        Append(bytes);
    }
}
