namespace Memo.Benchmarks.Projects;

/// <summary>Types of a component that hold something that changes.</summary>
internal static class ObjectPieces
{
    public static readonly Piece[] All =
    [
        new("""
            /// <summary>Keeps the last few values and forgets the others.</summary>
            internal sealed class ~AWindow<T>(int capacity) : IEnumerable<T>
            {
                private readonly T[] _items = new T[capacity];
                private int _start;

                public int Count { get; private set; }

                public T this[int index] => index >= 0 && index < Count
                    ? _items[(_start + index) % _items.Length]
                    : throw new ArgumentOutOfRangeException(nameof(index));

                public void Add(T item)
                {
                    _items[(_start + Count) % _items.Length] = item;
                    if (Count < _items.Length)
                    {
                        Count++;
                    }
                    else
                    {
                        _start = (_start + 1) % _items.Length;
                    }
                }

                public IEnumerator<T> GetEnumerator()
                {
                    for (var i = 0; i < Count; i++)
                    {
                        yield return this[i];
                    }
                }

                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            }
            """, """
            var window = new ~AWindow<double>(~n);
            foreach (var item in items)
            {
                window.Add(item.Amount);
                total += window.Max() - window[0];
            }
            """),
        new("""
            /// <summary>Reads `key = value` lines: a scanner by hand, as small formats have it.</summary>
            internal sealed class ~AScanner(string text)
            {
                private int _position;

                public bool AtEnd => _position >= text.Length;

                public bool TryRead(out string key, out string value)
                {
                    key = value = "";
                    SkipBlanks();
                    if (AtEnd)
                    {
                        return false;
                    }

                    key = ReadWhile(static c => char.IsLetterOrDigit(c) || c is '_' or '-');
                    SkipBlanks();
                    if (!AtEnd && text[_position] == '=')
                    {
                        _position++;
                    }

                    SkipBlanks();
                    value = ReadWhile(static c => c is not ('\n' or ';'));
                    _position++;
                    return key.Length > 0;
                }

                private void SkipBlanks()
                {
                    while (!AtEnd && char.IsWhiteSpace(text[_position]))
                    {
                        _position++;
                    }
                }

                private string ReadWhile(Func<char, bool> accepts)
                {
                    var start = _position;
                    while (!AtEnd && accepts(text[_position]))
                    {
                        _position++;
                    }

                    return text[start.._position].TrimEnd();
                }
            }
            """, """
            var scanner = new ~AScanner("~w = ~n\n~w_~w = ~w; ~w = ~f");
            while (scanner.TryRead(out var key, out var value))
            {
                text.Append(key).Append(':').Append(value);
                total += value.Length;
            }
            """),
        new("""
            /// <summary>A directed graph in adjacency lists, and what is asked of it.</summary>
            internal sealed class ~AGraph
            {
                private readonly Dictionary<int, List<int>> _next = [];

                public int Edges { get; private set; }

                public void Connect(int from, int to)
                {
                    if (!_next.TryGetValue(from, out var targets))
                    {
                        _next.Add(from, targets = []);
                    }

                    targets.Add(to);
                    Edges++;
                }

                public IEnumerable<int> Reachable(int start)
                {
                    var seen = new HashSet<int> { start };
                    var pending = new Queue<int>();
                    pending.Enqueue(start);
                    while (pending.TryDequeue(out var node))
                    {
                        yield return node;
                        foreach (var target in _next.GetValueOrDefault(node) ?? [])
                        {
                            if (seen.Add(target))
                            {
                                pending.Enqueue(target);
                            }
                        }
                    }
                }

                public int Longest(int from, int limit)
                {
                    var longest = 0;
                    if (limit > 0 && _next.TryGetValue(from, out var targets))
                    {
                        foreach (var target in targets)
                        {
                            longest = Math.Max(longest, 1 + Longest(target, limit - 1));
                        }
                    }

                    return longest;
                }
            }
            """, """
            var graph = new ~AGraph();
            for (var i = 1; i < items.Count; i++)
            {
                graph.Connect(items[i - 1].Id, items[i].Id);
                graph.Connect(items[i / 2].Id, items[i].Id + ~n);
            }

            total += graph.Reachable(items[0].Id).Sum() + graph.Longest(items[0].Id, ~n) + graph.Edges;
            """),
        new("""
            /// <summary>Collects numbers and answers for their moments (Welford, "Note on a method …", Technometrics 1962).</summary>
            internal sealed class ~AMoments
            {
                private double _mean;
                private double _squares;

                public int Count { get; private set; }

                public double Mean => _mean;

                public double Variance => Count > 1 ? _squares / (Count - 1) : 0;

                public ~AMoments Add(double value)
                {
                    Count++;
                    var delta = value - _mean;
                    _mean += delta / Count;
                    _squares += delta * (value - _mean);
                    return this;
                }

                public void Deconstruct(out double mean, out double variance)
                {
                    mean = Mean;
                    variance = Variance;
                }
            }
            """, """
            var moments = new ~AMoments();
            foreach (var item in items)
            {
                moments.Add(item.Amount).Add(item.Amount * ~f);
            }

            var (mean, variance) = moments;
            total += mean + Math.Sqrt(variance) + moments.Count;
            """),
    ];
}
