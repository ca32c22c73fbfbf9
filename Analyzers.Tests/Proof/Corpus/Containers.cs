using System.Collections;
using System.Runtime.CompilerServices;

namespace Corpus.Containers;

/// <summary>The last values of a stream, the oldest first.</summary>
[CollectionBuilder(typeof(Ring), nameof(Ring.Of))]
public sealed class Ring<T>(int capacity) : IReadOnlyList<T>
{
    private readonly T[] _items = new T[capacity];
    private int _start;

    public int Count { get; private set; }

    public T this[int index] => (uint)index < (uint)Count ? _items[(_start + index) % _items.Length] : throw new ArgumentOutOfRangeException(nameof(index));

    public void Add(T item)
    {
        _items[(_start + Count) % _items.Length] = item;
        if (Count < _items.Length) Count++;
        else _start = (_start + 1) % _items.Length;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    public struct Enumerator
    {
        private readonly Ring<T> _ring;
        private int _index;

        internal Enumerator(Ring<T> ring)
        {
            _ring = ring;
            _index = -1;
        }

        public readonly T Current => _ring[_index];

        public bool MoveNext() => ++_index < _ring.Count;
    }
}

public static class Ring
{
    public static Ring<T> Of<T>(ReadOnlySpan<T> items)
    {
        var ring = new Ring<T>(Math.Max(1, items.Length));
        foreach (var item in items) ring.Add(item);
        return ring;
    }
}

public sealed class Trie
{
    private readonly SortedDictionary<char, Trie> _next = [];
    private int _words;

    public int Words => _words + _next.Values.Sum(child => child.Words);

    public void Add(ReadOnlySpan<char> word)
    {
        if (word is [var first, .. var rest])
        {
            if (!_next.TryGetValue(first, out var child)) _next.Add(first, child = new());
            child.Add(rest);
        }
        else
        {
            _words++;
        }
    }

    public IEnumerable<string> Under(string prefix)
    {
        var node = this;
        foreach (var c in prefix)
        {
            if (!node._next.TryGetValue(c, out node)) return [];
        }

        return node.All(prefix);
    }

    private IEnumerable<string> All(string path)
    {
        if (_words > 0) yield return path;
        foreach (var (c, child) in _next)
        {
            foreach (var word in child.All(path + c)) yield return word;
        }
    }
}

/// <summary>Forgets what was used longest ago.</summary>
public class Recent<TKey, TValue>(int capacity) where TKey : notnull where TValue : class?
{
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _order = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = [];

    public event EventHandler<TKey>? Forgotten;

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        if (_nodes.TryGetValue(key, out var node))
        {
            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }

        if (_nodes.Count >= capacity && _order.Last is { Value.Key: var oldest })
        {
            _order.RemoveLast();
            _nodes.Remove(oldest);
            OnForgotten(oldest);
        }

        var value = make(key);
        _nodes[key] = _order.AddFirst(KeyValuePair.Create(key, value));
        return value;
    }

    protected virtual void OnForgotten(TKey key) => Forgotten?.Invoke(this, key);
}

/// <summary>Which elements are in one set with which.</summary>
public class Partition
{
    private readonly int[] _parent;
    private readonly byte[] _rank;

    public Partition(int count)
    {
        _parent = new int[count];
        _rank = new byte[count];
        for (var i = 0; i < count; i++) _parent[i] = i;
        Sets = count;
    }

    public int Sets { get; protected set; }

    public int Find(int item)
    {
        while (_parent[item] != item)
        {
            _parent[item] = _parent[_parent[item]];
            item = _parent[item];
        }

        return item;
    }

    public virtual bool Union(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b) return false;
        if (_rank[a] < _rank[b]) (a, b) = (b, a);
        _parent[b] = a;
        if (_rank[a] == _rank[b]) checked { _rank[a]++; }
        Sets--;
        return true;
    }
}

public sealed class CountedPartition(int count) : Partition(count)
{
    public int Attempts { get; private set; }

    public override bool Union(int a, int b)
    {
        Attempts++;
        return base.Union(a, b);
    }
}

public readonly struct Slice<T>(IReadOnlyList<T> items, int start, int length) : IEnumerable<T> where T : IComparable<T>
{
    public int Length => length;

    public T this[int index] => items[start + index];

    public Slice<T> this[Range range]
    {
        get
        {
            var (offset, count) = range.GetOffsetAndLength(length);
            return new(items, start + offset, count);
        }
    }

    public int Search(T item)
    {
        if (length == 0) return ~start;
        var middle = length / 2;
        return this[middle].CompareTo(item) switch
        {
            0 => start + middle,
            > 0 => this[..middle].Search(item),
            < 0 => this[(middle + 1)..].Search(item),
        };
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < length; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class Collections
{
    [Memoize]
    public static string Tail(string text, int count)
    {
        var ring = new Ring<string>(count);
        foreach (var word in text.Split(' ')) ring.Add(word);
        var result = "";
        foreach (var word in ring) result += word[..1];
        Ring<int> lengths = [.. ring.Select(word => word.Length), ring.Count];
        return result + ":" + string.Join(',', lengths) + (lengths is [_, > 3, ..] ? "!" : null);
    }

    [Memoize]
    public static string[] Completions(string words, string prefix)
    {
        var trie = new Trie();
        foreach (var range in words.AsSpan().Split(' ')) trie.Add(words.AsSpan()[range]);
        return [.. trie.Under(prefix).Take(5), trie.Words.ToString(CultureInfo.InvariantCulture)];
    }

    [Memoize]
    public static string Misses(int[] keys, int capacity)
    {
        var (misses, forgotten) = (0, new List<int>());
        var recent = new Recent<int, string>(capacity);
        recent.Forgotten += (_, key) => forgotten.Add(key);
        foreach (var key in keys)
        {
            recent.GetOrAdd(key, k =>
            {
                misses++;
                return new string('x', k);
            });
        }

        return $"{misses}/{keys.Length} without [{string.Join(' ', forgotten)}]";
    }

    [Memoize]
    public static int Islands(string map)
    {
        var rows = map.Split('|');
        var width = rows[0].Length;
        Partition partition = new CountedPartition(rows.Length * width);
        var water = 0;
        for (var i = 0; i < rows.Length * width; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            if (rows[y][x] == '~')
            {
                water++;
                continue;
            }

            if (x > 0 && rows[y][x - 1] != '~') partition.Union(i, i - 1);
            if (y > 0 && rows[y - 1][x] != '~') partition.Union(i, i - width);
        }

        return partition is CountedPartition { Attempts: 0 } ? 0 : partition.Sets - water;
    }

    [Memoize]
    public static int Position(double[] sorted, double item)
    {
        var all = new Slice<double>(sorted, 0, sorted.Length);
        var at = all.Search(item);
        return at >= 0 ? at : ~at - (all.Any() ? sorted.Length : -1);
    }
}
