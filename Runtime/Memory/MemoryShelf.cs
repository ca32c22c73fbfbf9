using System.Collections.Concurrent;

namespace Memo.Memory;

/// <summary>The results of one method that are kept in memory, by the very bytes of their keys: two keys with one hash are two keys. Thread safe.</summary>
internal sealed class MemoryShelf<TResult>(MemoryLayer layer) : IMemoryShelf
{
    // What an entry costs beside its key and its value: two objects, a node of the table.
    private const int Overhead = 200;

    private Generation _young = new();
    private Generation _old = new();

    /// <summary>Finds the entry with a key.</summary>
    public MemoryEntry<TResult>? Find(ReadOnlySpan<byte> key)
    {
        if (Volatile.Read(ref _young).Lookup.TryGetValue(key, out var entry)) return entry;
        if (!Volatile.Read(ref _old).Lookup.TryGetValue(key, out entry)) return null;
        Keep(key, entry);
        return entry;
    }

    /// <summary>Keeps an entry instead of what was there.</summary>
    public void Keep(ReadOnlySpan<byte> key, MemoryEntry<TResult> entry)
    {
        if (!layer.TryTake(key.Length + entry.Size + Overhead)) return;
        var young = Volatile.Read(ref _young).Lookup;
        young[key] = entry;
    }

    /// <summary>Forgets the entry with a key.</summary>
    public void Forget(ReadOnlySpan<byte> key)
    {
        Volatile.Read(ref _young).Lookup.TryRemove(key, out _);
        Volatile.Read(ref _old).Lookup.TryRemove(key, out _);
    }

    public void Age()
    {
        Volatile.Write(ref _old, Volatile.Read(ref _young));
        Volatile.Write(ref _young, new Generation());
    }

    private sealed class Generation
    {
        public Generation() => Lookup = new ConcurrentDictionary<byte[], MemoryEntry<TResult>>(ByteComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();

        public ConcurrentDictionary<byte[], MemoryEntry<TResult>>.AlternateLookup<ReadOnlySpan<byte>> Lookup { get; }
    }
}
