using System.ComponentModel;

namespace Memo.Parts;

/// <summary>The order in which collections enumerate that keep their items by hash code. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HashOrder
{
    /// <summary>Whether a set enumerates items in an order.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="set">The set.</param>
    /// <param name="items">The items in that order.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsSame<T>(IEnumerable<T> set, T[] items) => set.SequenceEqual(items);

    /// <summary>Whether a dictionary enumerates items in an order.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="items">The items in that order.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsSame<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> dictionary, KeyValuePair<TKey, TValue>[] items) =>
        dictionary.Select(static item => item.Key).SequenceEqual(items.Select(static item => item.Key));
}
