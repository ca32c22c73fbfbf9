namespace Memo.Analyzers.Closures;

/// <summary>A set of small numbers.</summary>
internal sealed class NumberSet
{
    private ulong[] _words = new ulong[16];

    public int Count { get; private set; }

    public bool Contains(int number) => number >> 6 < _words.Length && (_words[number >> 6] & (1UL << (number & 63))) != 0;

    /// <summary>Returns whether it is new.</summary>
    public bool Add(int number)
    {
        if (number >> 6 >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(2 * _words.Length, (number >> 6) + 1));
        }

        var bit = 1UL << (number & 63);
        if ((_words[number >> 6] & bit) != 0)
        {
            return false;
        }

        _words[number >> 6] |= bit;
        Count++;
        return true;
    }

    public void Add(NumberSet other)
    {
        foreach (var number in other.Numbers())
        {
            Add(number);
        }
    }

    /// <summary>From the smallest on.</summary>
    public IEnumerable<int> Numbers()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var bits = _words[word]; bits != 0; bits &= bits - 1)
            {
                var bit = 0;
                while ((bits & (1UL << bit)) == 0)
                {
                    bit++;
                }

                yield return (word << 6) + bit;
            }
        }
    }

    public void Clear()
    {
        Array.Clear(_words, 0, _words.Length);
        Count = 0;
    }
}
