using System.Numerics;

namespace Corpus.Generics;

public interface IMonoid<TSelf> where TSelf : IMonoid<TSelf>
{
    static abstract TSelf Empty { get; }

    static abstract TSelf Combine(TSelf a, TSelf b);

    static virtual TSelf Power(TSelf value, int n)
    {
        var result = TSelf.Empty;
        for (; n > 0; n >>= 1)
        {
            if ((n & 1) == 1) result = TSelf.Combine(result, value);
            value = TSelf.Combine(value, value);
        }

        return result;
    }
}

public readonly record struct Sum(long Value) : IMonoid<Sum>
{
    public static Sum Empty => new(0);
    public static Sum Combine(Sum a, Sum b) => new(checked(a.Value + b.Value));
}

public readonly record struct Largest(long Value) : IMonoid<Largest>
{
    public static Largest Empty => new(long.MinValue);
    public static Largest Combine(Largest a, Largest b) => a.Value > b.Value ? a : b;
}

public readonly record struct Matrix(long A, long B, long C, long D) : IMonoid<Matrix>
{
    public static Matrix Empty => new(1, 0, 0, 1);
    public static Matrix Combine(Matrix x, Matrix y) =>
        new(x.A * y.A + x.B * y.C, x.A * y.B + x.B * y.D, x.C * y.A + x.D * y.C, x.C * y.B + x.D * y.D);
}

public sealed class SegmentTree<T> where T : struct, IMonoid<T>
{
    private readonly T[] _nodes;
    private readonly int _size;

    public SegmentTree(IReadOnlyList<T> values)
    {
        _size = (int)BitOperations.RoundUpToPowerOf2((uint)values.Count);
        _nodes = new T[2 * _size];
        Array.Fill(_nodes, T.Empty);
        for (var i = 0; i < values.Count; i++) _nodes[_size + i] = values[i];
        for (var i = _size - 1; i > 0; i--) _nodes[i] = T.Combine(_nodes[2 * i], _nodes[2 * i + 1]);
    }

    public T this[Range range]
    {
        get
        {
            var (from, length) = range.GetOffsetAndLength(_size);
            var (left, right) = (T.Empty, T.Empty);
            for (int l = from + _size, r = from + length + _size; l < r; l >>= 1, r >>= 1)
            {
                if ((l & 1) != 0) left = T.Combine(left, _nodes[l++]);
                if ((r & 1) != 0) right = T.Combine(_nodes[--r], right);
            }

            return T.Combine(left, right);
        }
    }
}

public sealed class Heap<T>(IComparer<T> comparer)
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public void Push(T item)
    {
        _items.Add(item);
        var i = _items.Count - 1;
        while (i > 0 && comparer.Compare(_items[i], _items[(i - 1) / 2]) < 0)
        {
            (_items[i], _items[(i - 1) / 2]) = (_items[(i - 1) / 2], _items[i]);
            i = (i - 1) / 2;
        }
    }

    public T Pop()
    {
        var top = _items[0];
        _items[0] = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        for (var i = 0; ;)
        {
            var child = 2 * i + 1;
            if (child >= _items.Count) return top;
            if (child + 1 < _items.Count && comparer.Compare(_items[child + 1], _items[child]) < 0) child++;
            if (comparer.Compare(_items[i], _items[child]) <= 0) return top;
            (_items[i], _items[child]) = (_items[child], _items[i]);
            i = child;
        }
    }
}

public sealed class ByLength : IComparer<string>
{
    public int Compare(string? x, string? y) => (x?.Length ?? 0) != (y?.Length ?? 0) ? (x?.Length ?? 0) - (y?.Length ?? 0) : string.CompareOrdinal(x, y);
}

public static class Folding
{
    extension<T>(IEnumerable<T> source)
    {
        public IEnumerable<(T First, T Second)> Pairs()
        {
            var isFirst = true;
            T last = default!;
            foreach (var item in source)
            {
                if (!isFirst) yield return (last, item);
                (last, isFirst) = (item, false);
            }
        }
    }

    extension(string text)
    {
        public string Reversed => new([.. text.Reverse()]);
    }

    public static T Fold<T>(this IEnumerable<T> source) where T : IMonoid<T> => source.Aggregate(T.Empty, T.Combine);

    public static T Total<T>(ReadOnlySpan<T> numbers) where T : INumber<T>
    {
        var total = T.Zero;
        foreach (var number in numbers) total += number;
        return total;
    }
}

public static class Uses
{
    [Memoize]
    public static long SumOf(int[] numbers) => numbers.Select(n => new Sum(n)).Fold().Value;

    [Memoize]
    public static long Fibonacci(int n) => Power(new Matrix(1, 1, 1, 0), n).B;

    [Memoize]
    public static string Ranges(int[] numbers, int from, int to)
    {
        var sums = new SegmentTree<Sum>([.. numbers.Select(n => new Sum(n))]);
        var largest = new SegmentTree<Largest>([.. numbers.Select(n => new Largest(n))]);
        return $"{sums[from..to].Value}/{largest[from..to].Value}";
    }

    [Memoize]
    public static string Sorted(string words)
    {
        var heap = new Heap<string>(new ByLength());
        foreach (var word in words.Split(' ')) heap.Push(word.Reversed);
        var result = new StringBuilder();
        while (heap.Count > 0) result.Append(heap.Pop()).Append(' ');
        return result.ToString().TrimEnd();
    }

    [Memoize]
    public static int Steepest(int[] heights) => heights.Pairs().Select(pair => Math.Abs(pair.Second - pair.First)).DefaultIfEmpty(-1).Max();

    [Memoize]
    public static double Mean(double[] numbers) => numbers.Length == 0 ? double.NaN : Folding.Total<double>(numbers) / numbers.Length;

    [Memoize]
    public static int Whole(int[] numbers) => Folding.Total<int>(numbers.AsSpan()[1..]);

    private static T Power<T>(T value, int n) where T : IMonoid<T> => T.Power(value, n);
}
