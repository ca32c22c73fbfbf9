using System.Runtime.CompilerServices;

namespace Memo.Keys;

/// <summary>
/// Places of removed elements in hash tables. What is added next comes to stand in one of them instead of at the end, so a collection
/// with gaps is not the one that its elements make. No public member tells; should the framework name the field otherwise, reading it fails,
/// and what it is asked for is not remembered.
/// </summary>
internal static class Gaps
{
    /// <summary>How many there are.</summary>
    public static int In<T>(HashSet<T> set) => OfSet<T>.Count(set);

    /// <summary>How many there are.</summary>
    public static int In<TKey, TValue>(Dictionary<TKey, TValue> dictionary) where TKey : notnull => OfDictionary<TKey, TValue>.Count(dictionary);

    private static class OfSet<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_freeCount")]
        public static extern ref int Count(HashSet<T> set);
    }

    private static class OfDictionary<TKey, TValue> where TKey : notnull
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_freeCount")]
        public static extern ref int Count(Dictionary<TKey, TValue> dictionary);
    }
}
