namespace Memo.Analyzers.Tests.Effects;

/// <summary>What runs at the same time has no order: found where the order can show, and only there.</summary>
public sealed class ParallelTests
{
    private const string Helpers = """
        static async Task<int> Twice(int x) { await Task.Yield(); return x * 2; }
        static void Each(int[] xs, Action<int> f) => Parallel.ForEach(xs, f);
        static Task All(IEnumerable<int> xs, Func<int, Task> f) => Task.WhenAll(xs.Select(f));
        public sealed class Holder { public List<int> L = []; public int N; public void Run(int[] xs) => Parallel.ForEach(xs, x => L.Add(x)); public async Task Add(int x) { await Task.Yield(); L.Add(x); } }

        """;

    private static IEnumerable<Snippet> Disordered =>
    [
        new("Tasks", Helpers, "List<int> F(int[] xs) { var l = new List<int>(); Task.WaitAll(xs.Select(x => Task.Run(() => { lock (l) l.Add(x); })).ToArray()); return l; }", "MEMO104"),
        new("Tasks that sum up floats", Helpers, "async Task<double> F(double[] xs) { var s = 0.0; var o = new object(); await Task.WhenAll(xs.Select(x => Task.Run(() => { lock (o) s += x; }))); return s; }", "MEMO104"),
        new("Parallel.ForEach", Helpers, "List<int> F(int[] xs) { var l = new List<int>(); Parallel.ForEach(xs, x => { lock (l) l.Add(x); }); return l; }", "MEMO104"),
        new("Parallel.ForEachAsync", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await Parallel.ForEachAsync(xs, async (x, t) => { await Task.Yield(); l.Add(x); }); return l; }", "MEMO104"),
        new("Parallel.For with thread-local sums of floats", Helpers, "double F(double[] x) { var s = 0.0; var o = new object(); Parallel.For(0, x.Length, () => 0.0, (i, _, a) => a + x[i], a => { lock (o) s += a; }); return s; }", "MEMO104"),
        new("A thread", Helpers, "int F(int x) { var n = 0; var t = new Thread(() => n = 1); t.Start(); n = 2; t.Join(); return n; }", "MEMO104"),
        new("A bag", Helpers, "List<int> F(int[] xs) { var b = new System.Collections.Concurrent.ConcurrentBag<int>(); Parallel.ForEach(xs, b.Add); return b.ToList(); }", "MEMO104"),
        new("A concurrent dictionary's entries", Helpers, "List<int> F(int[] xs) { var d = new System.Collections.Concurrent.ConcurrentDictionary<int, int>(); Parallel.ForEach(xs, x => d[x % 2] = x); return d.Values.ToList(); }", "MEMO104"),
        new("A concurrent queue", Helpers, "List<int> F(int[] xs) { var d = new System.Collections.Concurrent.ConcurrentQueue<int>(); Parallel.ForEach(xs, x => d.Enqueue(x)); return d.ToList(); }", "MEMO104"),
        new("The first that ends", Helpers, "async Task<int> F(int x) => await await Task.WhenAny(Twice(1), Twice(x));", "MEMO104"),
        new("The first that ends, waited for", Helpers, "int F(int x) => Task.WaitAny(Twice(1), Twice(x));", "MEMO104"),
        new("Each as it ends", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await foreach (var t in Task.WhenEach(xs.Select(Twice))) l.Add(await t); return l; }", "MEMO104"),
        new("A parallel query's list", Helpers, "List<int> F(int[] xs) => xs.AsParallel().Select(x => x * 2).ToList();", "MEMO104"),
        new("A parallel query's first", Helpers, "int F(int[] xs) => xs.AsParallel().First(x => x > 1);", "MEMO104"),
        new("A parallel query's loop", Helpers, "int F(int[] xs) { foreach (var x in xs.AsParallel().Where(x => x > 1)) return x; return 1; }", "MEMO104"),
        new("A parallel query's ForAll", Helpers, "int F(int[] xs) { var l = new List<int>(); xs.AsParallel().ForAll(x => { lock (l) l.Add(x); }); return l[0]; }", "MEMO104"),
        new("A parallel query's sum of floats", Helpers, "double F(double[] xs) => xs.AsParallel().Sum();", "MEMO104"),
        new("A parallel query's mean of floats", Helpers, "double F(double[] xs) => xs.AsParallel().Average(x => x * 0.1);", "MEMO104"),
        new("A parallel query's fold", Helpers, "string F(string[] xs) => xs.AsParallel().Aggregate(\"\", (a, b) => a + b);", "MEMO104"),
        new("A parallel query that is unordered again", Helpers, "List<int> F(int[] xs) => xs.AsParallel().AsOrdered().AsUnordered().Select(x => x * 2).ToList();", "MEMO104"),
        new("A parallel query in a helper", Helpers + "static IEnumerable<int> Go(int[] xs) => xs.AsParallel().Select(x => x * 2);", "int F(int[] xs) => Go(xs).First();", "MEMO104"),
        new("A parallel query's lambda that counts", Helpers, "List<int> F(int[] xs) { var n = 0; return xs.AsParallel().AsOrdered().Select(x => x + n++).ToList(); }", "MEMO104"),
        new("A channel with two writers", Helpers, "async Task<List<int>> F(int x) { var c = System.Threading.Channels.Channel.CreateUnbounded<int>(); var a = Task.Run(() => c.Writer.TryWrite(1)); var b = Task.Run(() => c.Writer.TryWrite(2)); await Task.WhenAll(a, b); c.Writer.Complete(); var l = new List<int>(); await foreach (var y in c.Reader.ReadAllAsync()) l.Add(y); return l; }", "MEMO104"),
        new("Whether a task has ended", Helpers, "bool F(int x) { var t = Twice(x); return t.IsCompleted; }", "MEMO104"),
        new("Which thread", Helpers, "int F(int x) { var r = new int[2]; Parallel.For(0, 2, i => r[i] = Environment.CurrentManagedThreadId); return r[0]; }", "MEMO104"),
    ];

    [TestCaseSource(nameof(Disordered))]
    public Task It_shows_an_order(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Ordered =>
    [
        new("Results of WhenAll", Helpers, "async Task<List<int>> F(int[] xs) => [.. await Task.WhenAll(xs.Select(Twice))];"),
        new("Results of WhenAll of async lambdas", Helpers, "async Task<int[]> F(int[] xs) => await Task.WhenAll(xs.Select(async x => { var y = await Twice(x); return y + 1; }));"),
        new("A list inside each lambda", Helpers, "async Task<int> F(int[] xs) => (await Task.WhenAll(xs.Select(async x => { var l = new List<int>(); l.Add(await Twice(x)); return l; }))).Sum(l => l.Count);"),
        new("A loop that awaits", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); foreach (var x in xs) l.Add(await Twice(x)); return l; }"),
        new("A loop over an asynchronous sequence", Helpers + "static async IAsyncEnumerable<int> S(int[] xs) { foreach (var x in xs) { await Task.Yield(); yield return x; } }", "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await foreach (var x in S(xs)) l.Add(x); return l; }"),
        new("An async helper that adds and is awaited", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "async Task<List<int>> F(int[] xs) { var l = new List<int>(); foreach (var x in xs) await Put(l, x); return l; }"),
        new("Two tasks that are awaited in order", Helpers, "async Task<int> F(int x) { var a = Twice(x); var b = Twice(1); return await a - await b; }"),
        new("Tasks with results", Helpers, "int F(int[] xs) { var ts = xs.Select(x => Task.Run(() => x * 2)).ToArray(); Task.WaitAll(ts); return ts.Sum(t => t.Result); }"),
        new("A task with work of its own", Helpers, "int F(int x) => Task.Run(() => { var l = new List<int>(); for (var i = 0; i < x; i++) l.Add(i); return l.Count; }).Result;"),
        new("Parallel.For over its own elements", Helpers, "double[] F(double[] x) { var r = new double[x.Length]; Parallel.For(0, x.Length, i => { var s = 0.0; for (var j = 0; j < i; j++) s += x[j]; r[i] = s; }); return r; }"),
        new("Parallel.For over its own rows", Helpers, "double[][] F(int x) { var r = new double[x][]; Parallel.For(0, x, i => { r[i] = new double[x]; for (var j = 0; j < x; j++) r[i][j] = i * j; }); return r; }"),
        new("Parallel.For over its own row of a matrix", Helpers, "double F(int x) { var r = new double[x, x]; Parallel.For(0, x, i => { for (var j = 0; j < x; j++) r[i, j] = i * j; }); return r[0, 0]; }"),
        new("Parallel.ForEach over indexes", Helpers, "int[] F(int[] x) { var r = new int[x.Length]; Parallel.ForEach(Enumerable.Range(0, x.Length), i => r[i] = x[i] * 2); return r; }"),
        new("Parallel.ForEach with an index", Helpers, "int[] F(int[] x) { var r = new int[x.Length]; Parallel.ForEach(x, (a, _, i) => r[i] = a * 2); return r; }"),
        new("Async lambdas with elements of their own", Helpers, "async Task<int[]> F(int[] xs) { var r = new int[xs.Length]; await Task.WhenAll(xs.Select(async (x, i) => { r[i] = await Twice(x); })); return r; }"),
        new("Parallel.For that only reads", Helpers, "int F(int[] x) { var d = x.Distinct().ToDictionary(a => a); var r = new int[x.Length]; Parallel.For(0, x.Length, i => r[i] = d[x[i]]); return r.Sum(); }"),
        new("A parallel query's count", Helpers, "int F(int[] xs) => xs.AsParallel().Where(x => x > 1).Count() + xs.AsParallel().Count(x => x > 2);"),
        new("A parallel query's sum of integers", Helpers, "long F(int[] xs) => xs.AsParallel().Select(x => (long)x).Sum() + xs.AsParallel().Max() + xs.AsParallel().Min(x => x);"),
        new("A parallel query's question", Helpers, "bool F(int[] xs) => xs.AsParallel().Any(x => x > 1) && xs.AsParallel().All(x => x > 2) && xs.AsParallel().Contains(3);"),
        new("A delay", Helpers, "async Task<int> F(int x) { await Task.Delay(1); await Task.Yield(); return await Task.FromResult(x); }"),
        new("A semaphore", Helpers, "async Task<int[]> F(int[] xs) { using var s = new SemaphoreSlim(2); return await Task.WhenAll(xs.Select(async x => { await s.WaitAsync(); try { return await Twice(x); } finally { s.Release(); } })); }"),
    ];

    [TestCaseSource(nameof(Ordered))]
    public Task It_shows_no_order(Snippet snippet) => snippet.Holds();
}
