namespace Memo.Benchmarks.Projects;

/// <summary>Numbers that look random and are the same everywhere and always (Marsaglia, "Xorshift RNGs", J. Stat. Softw. 2003).</summary>
internal sealed class Dice(uint seed)
{
    private uint _state = (seed * 2_654_435_761u) | 1;

    /// <summary>From <paramref name="low"/>, and below <paramref name="high"/>.</summary>
    public int Between(int low, int high)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return low + (int)(_state % (uint)(high - low));
    }

    public T Of<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count)];

    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Between(0, i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
