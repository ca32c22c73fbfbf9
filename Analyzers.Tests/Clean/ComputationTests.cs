namespace Memo.Analyzers.Tests.Clean;

/// <summary>Numbers, collections and algorithms: no warning at all.</summary>
public sealed class ComputationTests
{
    private static IEnumerable<CleanCode> Programs =>
    [
        new("matrix product", """
            [Memoize]
            public static double[][] Multiply(double[][] a, double[][] b)
            {
                var c = new double[a.Length][];
                for (var i = 0; i < a.Length; i++)
                {
                    c[i] = new double[b[0].Length];
                    for (var j = 0; j < b[0].Length; j++)
                        for (var k = 0; k < b.Length; k++) c[i][j] += a[i][k] * b[k][j];
                }
                return c;
            }
            """),
        new("a rectangular array inside", """
            [Memoize]
            public static int Paths(int n)
            {
                var grid = new int[n, n];
                for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) grid[i, j] = i == 0 || j == 0 ? 1 : grid[i - 1, j] + grid[i, j - 1];
                return grid[n - 1, n - 1];
            }
            """),
        new("a seeded simulation", """
            [Memoize]
            public static double Pi(int seed, int n)
            {
                var random = new Random(seed);
                var hits = 0;
                for (var i = 0; i < n; i++) { var (x, y) = (random.NextDouble(), random.NextDouble()); if (x * x + y * y < 1) hits++; }
                return 4.0 * hits / n;
            }
            """),
        new("records changed by with", """
            public sealed record Order(int Id, decimal Total, string[] Tags);
            [Memoize]
            public static List<Order> Discount(List<Order> orders, decimal rate) =>
                orders.Select(o => o with { Total = decimal.Round(o.Total * (1 - rate), 2), Tags = [.. o.Tags, "discounted"] }).ToList();
            """),
        new("LINQ", """
            [Memoize]
            public static (int Count, double Mean, int Max) Summary(IReadOnlyList<int> xs) =>
                (xs.Count, xs.Average(), xs.DefaultIfEmpty().Max());
            [Memoize]
            public static List<int> Chain(int[] xs) =>
                (from x in xs let y = x * 2 where y > 2 orderby y descending select y).Distinct().Zip(xs, (a, b) => a - b)
                    .Concat(xs.Chunk(3).Select(c => c.Sum())).Aggregate(new List<int>(), (list, x) => { list.Add(x); return list; });
            [Memoize]
            public static Dictionary<string, List<int>> Join(Dictionary<string, int> ids, List<(int Id, int Value)> values) =>
                ids.Join(values, i => i.Value, v => v.Id, (i, v) => (i.Key, v.Value)).GroupBy(p => p.Key, p => p.Value).ToDictionary(g => g.Key, g => g.ToList());
            """),
        new("sorting with comparers", """
            private sealed class ByLength : IComparer<string> { public int Compare(string? a, string? b) => (a?.Length ?? 0).CompareTo(b?.Length ?? 0); }
            [Memoize]
            public static string[] Sorted(string[] words)
            {
                var copy = words.ToArray();
                Array.Sort(copy, new ByLength());
                Array.Sort(copy, StringComparer.Ordinal);
                var list = new List<string>(copy);
                list.Sort((a, b) => string.CompareOrdinal(b, a));
                list.Sort(Comparer<string>.Create((a, b) => a.Length - b.Length));
                return [.. list.OrderBy(w => w, new ByLength())];
            }
            """),
        new("queues, stacks and sets", """
            [Memoize]
            public static List<int> Shortest(Dictionary<int, List<int>> edges, int from, int to)
            {
                var queue = new Queue<int>([from]);
                var before = new Dictionary<int, int> { [from] = from };
                while (queue.TryDequeue(out var node))
                    foreach (var next in edges.GetValueOrDefault(node) ?? [])
                        if (before.TryAdd(next, node)) queue.Enqueue(next);
                var path = new Stack<int>();
                for (var node = to; before.ContainsKey(node) && node != from; node = before[node]) path.Push(node);
                return [from, .. path];
            }
            [Memoize]
            public static int Dijkstra(int[][] costs)
            {
                var seen = new HashSet<int>();
                var queue = new PriorityQueue<int, int>();
                queue.Enqueue(0, 0);
                while (queue.TryDequeue(out var node, out var cost))
                {
                    if (node == costs.Length - 1) return cost;
                    if (!seen.Add(node)) continue;
                    for (var next = 0; next < costs.Length; next++) if (costs[node][next] > 0) queue.Enqueue(next, cost + costs[node][next]);
                }
                return -1;
            }
            [Memoize]
            public static int Sets(int[] xs) { var a = new SortedSet<int>(xs); a.UnionWith([1, 2]); var l = new LinkedList<int>(a); l.AddFirst(3); return l.Count + a.Max; }
            """),
        new("immutable collections", """
            [Memoize]
            public static System.Collections.Immutable.ImmutableArray<int> Grow(System.Collections.Immutable.ImmutableArray<int> xs)
            {
                var builder = System.Collections.Immutable.ImmutableArray.CreateBuilder<int>();
                builder.AddRange(xs);
                builder.Add(1);
                var list = System.Collections.Immutable.ImmutableList<int>.Empty.Add(2).AddRange(xs);
                return builder.ToImmutable().AddRange(list).Sort();
            }
            """),
        new("big numbers", """
            [Memoize]
            public static string Factorial(int n)
            {
                var product = System.Numerics.BigInteger.One;
                for (var i = 2; i <= n; i++) product *= i;
                return product.ToString(CultureInfo.InvariantCulture);
            }
            [Memoize] public static double Norm(double x, double y) => Math.Sqrt(Math.Pow(x, 2) + y * y) + System.Numerics.Complex.Abs(new(x, y)) + Math.Clamp(x, 0, 1);
            [Memoize] public static uint Bits(uint x) => System.Numerics.BitOperations.RotateLeft(x, 3) ^ (uint)System.Numerics.BitOperations.PopCount(x);
            """),
        new("nested generic functions", """
            private static TResult Fold<T, TResult>(IEnumerable<T> xs, TResult seed, Func<TResult, T, TResult> step) { var r = seed; foreach (var x in xs) r = step(r, x); return r; }
            private static List<TResult> Map<T, TResult>(IReadOnlyList<T> xs, Func<T, TResult> f) { var r = new List<TResult>(xs.Count); foreach (var x in xs) r.Add(f(x)); return r; }
            private static T Max<T>(IEnumerable<T> xs) where T : IComparable<T> { var e = xs.First(); foreach (var x in xs) if (x.CompareTo(e) > 0) e = x; return e; }
            [Memoize] public static int Use(int[] xs) => Fold(Map(xs, x => x * 2), 0, (a, x) => a + x) + Max(xs) + Max(Map(xs, x => x.ToString(CultureInfo.InvariantCulture))).Length;
            """),
        new("iterators", """
            private static IEnumerable<int> Primes(int n)
            {
                var composite = new bool[n + 1];
                for (var p = 2; p <= n; p++)
                {
                    if (composite[p]) continue;
                    yield return p;
                    for (var m = p * 2; m <= n; m += p) composite[m] = true;
                }
            }
            private static IEnumerable<(T, T)> Pairwise<T>(IEnumerable<T> xs)
            {
                using var e = xs.GetEnumerator();
                if (!e.MoveNext()) yield break;
                for (var previous = e.Current; e.MoveNext(); previous = e.Current) yield return (previous, e.Current);
            }
            [Memoize] public static int Gap(int n) => Pairwise(Primes(n)).Select(p => p.Item2 - p.Item1).DefaultIfEmpty().Max();
            """),
        new("async with pure tasks", """
            private static async Task<int> Half(int x) { await Task.Yield(); return x / 2; }
            [Memoize]
            public static async Task<int> Sum(int[] xs, CancellationToken token)
            {
                var parts = await Task.WhenAll(xs.Select(x => Task.Run(() => x * 2, token)));
                var halves = new List<int>();
                foreach (var part in parts) halves.Add(await Half(part).ConfigureAwait(false));
                return halves.Sum();
            }
            """),
        new("a parallel loop over its own elements", """
            [Memoize]
            public static double[] Roots(double[] xs)
            {
                var roots = new double[xs.Length];
                Parallel.For(0, xs.Length, i => roots[i] = Math.Sqrt(xs[i]));
                return roots;
            }
            """),
        new("an object model", """
            public abstract record Shape { public abstract double Area { get; } }
            public sealed record Circle(double R) : Shape { public override double Area => Math.PI * R * R; }
            public sealed record Square(double A) : Shape { public override double Area => A * A; }
            private static Shape Make(int n) => n % 2 == 0 ? new Circle(n) : new Square(n);
            [Memoize] public static double Total(int n) => Enumerable.Range(0, n).Select(Make).Sum(s => s.Area) + (Make(n) switch { Circle { R: > 1 } c => c.R, Square(var a) => a, _ => 0 });
            """),
        new("a mutable helper object", """
            private sealed class Histogram
            {
                private readonly SortedDictionary<int, int> _bins = [];
                public int Total { get; private set; }
                public void Add(int x) { _bins[x] = _bins.GetValueOrDefault(x) + 1; Total++; }
                public IEnumerable<KeyValuePair<int, int>> Bins => _bins;
                public int this[int x] => _bins.TryGetValue(x, out var n) ? n : 0;
            }
            [Memoize]
            public static int Mode(int[] xs)
            {
                var histogram = new Histogram();
                foreach (var x in xs) histogram.Add(x);
                return histogram.Bins.MaxBy(b => b.Value).Key + histogram.Total + histogram[1];
            }
            """),
        new("exceptions", """
            [Memoize]
            public static int Parse(string text)
            {
                ArgumentNullException.ThrowIfNull(text);
                try { return checked(int.Parse(text, CultureInfo.InvariantCulture) * 2); }
                catch (FormatException e) when (text.Length > 3) { throw new InvalidOperationException($"'{text}' is no number", e); }
                catch (OverflowException) { return int.MaxValue; }
                finally { text = ""; }
            }
            """),
        new("a loop over a list of records and a dictionary of lists", """
            public sealed record Edge(string From, string To, double Weight);
            [Memoize]
            public static Dictionary<string, double> Rank(List<Edge> edges, double damping)
            {
                var nodes = edges.SelectMany(e => new[] { e.From, e.To }).ToHashSet();
                var rank = nodes.ToDictionary(n => n, _ => 1.0 / nodes.Count);
                var outgoing = new Dictionary<string, List<Edge>>();
                foreach (var edge in edges)
                {
                    if (!outgoing.TryGetValue(edge.From, out var list)) outgoing.Add(edge.From, list = []);
                    list.Add(edge);
                }
                for (var i = 0; i < 10; i++)
                {
                    var next = nodes.ToDictionary(n => n, _ => (1 - damping) / nodes.Count);
                    foreach (var (node, list) in outgoing)
                        foreach (var edge in list) next[edge.To] += damping * rank[node] * edge.Weight / list.Sum(e => e.Weight);
                    rank = next;
                }
                return rank;
            }
            """),
        new("memory and tuples", """
            [Memoize]
            public static (int Min, int Max) Range(int[] xs)
            {
                var (min, max) = (int.MaxValue, int.MinValue);
                foreach (ref readonly var x in xs.AsSpan()) { min = Math.Min(min, x); max = Math.Max(max, x); }
                var copy = xs.AsMemory().ToArray();
                (copy[0], copy[^1]) = (copy[^1], copy[0]);
                return (min, max);
            }
            """),
    ];

    [TestCaseSource(nameof(Programs))]
    public Task Pure_code_has_no_warning(CleanCode code) => Check.Members(code.Members);

    [TestCaseSource(nameof(Programs))]
    public void Pure_code_has_no_finding_in_the_manifest_and_compiles_with_what_is_generated(CleanCode code)
    {
        var generated = Generated.From(SourceText.Class(code.Members));
        var manifest = EmittedManifest.Of(generated);
        Assert.Multiple(() =>
        {
            Assert.That(generated.Problems, Is.Empty);
            Assert.That(manifest.Root.GetProperty("methods").EnumerateArray().SelectMany(m =>
                m.TryGetProperty("findings", out var findings) ? findings.EnumerateArray().Select(f => f.GetString()) : []), Is.Empty);
        });
    }
}
