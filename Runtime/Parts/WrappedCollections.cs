using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Memo.Parts;

/// <summary>
/// The collections that other collections of the framework are views of. Which one it is shows: one that is made of an array cannot
/// grow. No public member gives it; should the framework name the field otherwise, reading it fails, and the call is not remembered. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WrappedCollections
{
    /// <summary>The list behind a collection.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="collection">The collection.</param>
    /// <returns>The list itself.</returns>
    public static IList<T> Of<T>(Collection<T> collection) => OneType<T>.Items(collection);

    /// <summary>The list behind a read-only view.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="collection">The view.</param>
    /// <returns>The list itself.</returns>
    public static IList<T> Of<T>(ReadOnlyCollection<T> collection) => OneType<T>.List(collection);

    /// <summary>The set behind a read-only view.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="set">The view.</param>
    /// <returns>The set itself.</returns>
    public static ISet<T> Of<T>(ReadOnlySet<T> set) => OneType<T>.Set(set);

    /// <summary>The dictionary behind a read-only view.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="dictionary">The view.</param>
    /// <returns>The dictionary itself.</returns>
    public static IDictionary<TKey, TValue> Of<TKey, TValue>(ReadOnlyDictionary<TKey, TValue> dictionary) where TKey : notnull => TwoTypes<TKey, TValue>.Dictionary(dictionary);

    /// <summary>Whether somebody is told when a collection changes.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="collection">The collection.</param>
    /// <returns>Whether it has subscribers.</returns>
    public static bool IsObserved<T>(ObservableCollection<T> collection) =>
        OneType<T>.CollectionChanged(collection) is not null || OneType<T>.PropertyChanged(collection) is not null;

    private static class OneType<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "items")]
        public static extern ref IList<T> Items(Collection<T> collection);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "list")]
        public static extern ref IList<T> List(ReadOnlyCollection<T> collection);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_set")]
        public static extern ref ISet<T> Set(ReadOnlySet<T> set);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "CollectionChanged")]
        public static extern ref NotifyCollectionChangedEventHandler? CollectionChanged(ObservableCollection<T> collection);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "PropertyChanged")]
        public static extern ref PropertyChangedEventHandler? PropertyChanged(ObservableCollection<T> collection);
    }

    private static class TwoTypes<TKey, TValue> where TKey : notnull
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_dictionary")]
        public static extern ref IDictionary<TKey, TValue> Dictionary(ReadOnlyDictionary<TKey, TValue> dictionary);
    }
}
