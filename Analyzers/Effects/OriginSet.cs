namespace Memo.Analyzers.Effects;

/// <summary>
/// A set of small integers, each a node of one method's object graph (an origin). Empty means: no object that
/// anyone else could see. Immutable.
/// </summary>
internal readonly struct OriginSet : IEquatable<OriginSet>
{
    private readonly ulong[]? _words;

    private OriginSet(ulong[] words) => _words = words;

    public static OriginSet Empty => default;

    public bool IsEmpty => _words is null;

    public static OriginSet Of(int node)
    {
        var words = new ulong[(node >> 6) + 1];
        words[node >> 6] = 1UL << (node & 63);
        return new(words);
    }

    public bool Contains(int node) =>
        _words is not null && node >> 6 < _words.Length && (_words[node >> 6] & (1UL << (node & 63))) != 0;

    public static OriginSet operator |(OriginSet left, OriginSet right)
    {
        if (left._words is null || left.Includes(right))
        {
            return left._words is null ? right : left;
        }

        var words = new ulong[Math.Max(left._words.Length, right._words!.Length)];
        Array.Copy(left._words, words, left._words.Length);
        for (var i = 0; i < right._words.Length; i++)
        {
            words[i] |= right._words[i];
        }

        return new(words);
    }

    public bool Includes(OriginSet other)
    {
        if (other._words is null)
        {
            return true;
        }

        for (var i = 0; i < other._words.Length; i++)
        {
            var own = _words is not null && i < _words.Length ? _words[i] : 0;
            if ((other._words[i] & ~own) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(OriginSet other) => Includes(other) && other.Includes(this);

    public override bool Equals(object? obj) => obj is OriginSet other && Equals(other);

    public override int GetHashCode() => _words is null ? 0 : (int)_words[0];

    public Enumerator GetEnumerator() => new(_words);

    public struct Enumerator(ulong[]? words)
    {
        private int _next = -1;

        public readonly int Current => _next;

        public bool MoveNext()
        {
            while (words is not null && ++_next < words.Length * 64)
            {
                if ((words[_next >> 6] & (1UL << (_next & 63))) != 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
