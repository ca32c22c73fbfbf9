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
        new("A query that is sorted by a part", Helpers, "List<string> F(string[] xs) => xs.AsParallel().OrderBy(x => x.Length).ToList();", "MEMO104"),
        new("A query that is sorted by what ignores something", Helpers, "string F(string[] xs) => xs.AsParallel().OrderBy(x => x, StringComparer.OrdinalIgnoreCase).First();", "MEMO104"),
        new("A query that is sorted outside by a part", Helpers, "string[] F(string[] xs) => xs.AsParallel().AsEnumerable().OrderBy(x => x.Length).ToArray();", "MEMO104"),
        new("A parallel query that is unordered again", Helpers, "List<int> F(int[] xs) => xs.AsParallel().AsOrdered().AsUnordered().Select(x => x * 2).ToList();", "MEMO104"),
        new("A parallel query in a helper", Helpers + "static IEnumerable<int> Go(int[] xs) => xs.AsParallel().Select(x => x * 2);", "int F(int[] xs) => Go(xs).First();", "MEMO104"),
        new("A parallel query's lambda that counts", Helpers, "List<int> F(int[] xs) { var n = 0; return xs.AsParallel().AsOrdered().Select(x => x + n++).ToList(); }", "MEMO104"),
        new("A channel with two writers", Helpers, "async Task<List<int>> F(int x) { var c = System.Threading.Channels.Channel.CreateUnbounded<int>(); var a = Task.Run(() => c.Writer.TryWrite(1)); var b = Task.Run(() => c.Writer.TryWrite(2)); await Task.WhenAll(a, b); c.Writer.Complete(); var l = new List<int>(); await foreach (var y in c.Reader.ReadAllAsync()) l.Add(y); return l; }", "MEMO104"),
        new("Whether a task has ended", Helpers, "bool F(int x) { var t = Twice(x); return t.IsCompleted; }", "MEMO104"),
        new("Which thread", Helpers, "int F(int x) { var r = new int[2]; Parallel.For(0, 2, i => r[i] = Environment.CurrentManagedThreadId); return r[0]; }", "MEMO104"),
        new("Async lambdas under WhenAll", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await Task.WhenAll(xs.Select(async x => { await Task.Yield(); l.Add(x); })); return l; }", "MEMO104"),
        new("Async lambdas under WhenAll that await something", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await Task.WhenAll(xs.Select(async x => { var y = await Twice(x); lock (l) l.Add(y); })); return l; }", "MEMO104"),
        new("Async lambdas under WhenAll, kept first", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); var ts = xs.Select(async x => { await Task.Yield(); l.Add(x); }).ToList(); await Task.WhenAll(ts); return l; }", "MEMO104"),
        new("Async lambdas awaited one after the other", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); var ts = xs.Select(async x => { await Task.Yield(); l.Add(x); }).ToList(); foreach (var t in ts) await t; return l; }", "MEMO104"),
        new("Async lambdas under a helper", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await All(xs, async x => { await Task.Yield(); l.Add(x); }); return l; }", "MEMO104"),
        new("Async local functions", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await Task.WhenAll(xs.Select(Go)); return l; async Task Go(int x) { await Task.Yield(); l.Add(x); } }", "MEMO104"),
        new("Async methods of one object", Helpers, "async Task<List<int>> F(int[] xs) { var h = new Holder(); await Task.WhenAll(xs.Select(h.Add)); return h.L; }", "MEMO104"),
        new("Async methods of one object in lambdas", Helpers, "async Task<List<int>> F(int[] xs) { var h = new Holder(); await Task.WhenAll(xs.Select(x => h.Add(x))); return h.L; }", "MEMO104"),
        new("Async methods over one list", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await Task.WhenAll(Put(l, 1), Put(l, 2)); return l; }", "MEMO104"),
        new("Async methods over one list in a list of tasks", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "async Task<List<int>> F(int[] xs) { var l = new List<int>(); var ts = new List<Task>(); foreach (var x in xs) ts.Add(Put(l, x)); await Task.WhenAll(ts); return l; }", "MEMO104"),
        new("Two tasks that are started before they are awaited", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "async Task<List<int>> F(int[] xs) { var l = new List<int>(); var a = Put(l, 1); var b = Put(l, 2); await a; await b; return l; }", "MEMO104"),
        new("Parallel.ForEach under a helper", Helpers, "List<int> F(int[] xs) { var l = new List<int>(); Each(xs, x => { lock (l) l.Add(x); }); return l; }", "MEMO104"),
        new("Parallel.ForEach over a method group", Helpers, "List<int> F(int[] xs) { var l = new List<int>(); Parallel.ForEach(xs, l.Add); return l; }", "MEMO104"),
        new("Parallel.ForEach over a local function", Helpers, "int F(int[] xs) { var n = 0; Parallel.ForEach(xs, Go); return n; void Go(int x) => n = x; }", "MEMO104"),
        new("Parallel.ForEach over a field", Helpers, "List<int> F(int[] xs) { var h = new Holder(); h.Run(xs); return h.L; }", "MEMO104"),
        new("Parallel.ForEach over an object's property", Helpers, "int F(int[] xs) { var h = new Holder(); Parallel.ForEach(xs, x => h.N = x); return h.N; }", "MEMO104"),
        new("Parallel.Invoke", Helpers, "List<int> F(int x) { var l = new List<int>(); Parallel.Invoke(() => l.Add(1), () => l.Add(2)); return l; }", "MEMO104"),
        new("Parallel.For with one element", Helpers, "int F(int x) { var a = new int[2]; Parallel.For(0, x, i => a[0] = i); return a[0]; }", "MEMO104"),
        new("Parallel.For with shared elements", Helpers, "int F(int x) { var a = new int[2]; Parallel.For(0, x, i => a[i % 2] = i); return a[0]; }", "MEMO104"),
        new("Parallel.For with a neighbour's element", Helpers, "int F(int x) { var a = new int[x + 1]; Parallel.For(0, x, i => a[i + 1] = a[i] + 1); return a[x]; }", "MEMO104"),
        new("A race of a counter", Helpers, "int[] F(int[] xs) { var n = 0; var r = new int[xs.Length]; Parallel.For(0, xs.Length, i => r[i] = Interlocked.Increment(ref n)); return r; }", "MEMO104"),
        new("An async method that nobody can await", Helpers + "static async void Go(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "List<int> F(int x) { var l = new List<int>(); Go(l, x); return l; }", "MEMO104"),
        new("An async lambda that nobody can await", Helpers, "List<int> F(List<int> xs) { var l = new List<int>(); xs.ForEach(async x => { await Task.Yield(); l.Add(x); }); return l; }", "MEMO104"),
        new("A task that is passed on by another method", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); } static Task Go(List<int> l, int x) => Put(l, x);", "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await Task.WhenAll(Go(l, 1), Go(l, 2)); return l; }", "MEMO104"),
        new("A task that a lambda passes on", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); await Task.WhenAll(xs.Select(x => Task.Run(() => l.Add(x)))); return l; }", "MEMO104"),
        new("A function that a parallel one calls", Helpers, "List<int> F(int[] xs) { var l = new List<int>(); Action<int> add = x => l.Add(x); Parallel.ForEach(xs, x => add(x)); return l; }", "MEMO104"),
        new("A local function that a parallel one calls", Helpers, "List<int> F(int[] xs) { var l = new List<int>(); Parallel.ForEach(xs, x => Add(l, x)); return l; static void Add(List<int> m, int x) => m.Add(x); }", "MEMO104"),
        new("A list under another name", Helpers, "List<int> F(int[] xs) { var l = new List<int>(); Parallel.ForEach(xs, x => { var m = l; m.Add(x); }); return l; }", "MEMO104"),
        new("A helper that does not wait", Helpers + "static async Task Twice(Func<Task> f) { var a = f(); var b = f(); await a; await b; }", "async Task<int> F(int x) { var n = 0; await Twice(async () => { await Task.Yield(); n = n * 2 + 1; }); return n; }", "MEMO104"),
        new("Elements that are counted", Helpers, "int[] F(int[] xs) { var a = new int[9]; Parallel.ForEach(xs, x => a[x]++); return a; }", "MEMO104"),
        new("A neighbour's element that is read", Helpers, "int[] F(int x) { var a = new int[x]; Parallel.For(1, x, i => a[i] = a[i - 1] + 1); return a; }", "MEMO104"),
        new("A neighbour's element under another name", Helpers, "int[] F(int x) { var a = new int[x]; var b = a; Parallel.For(1, x, i => a[i] = b[i - 1] + 1); return a; }", "MEMO104"),
        new("Parallel.Invoke over one variable", Helpers, "int F(int x) { var n = 0; Parallel.Invoke(() => n = 1, () => n = 2); return n; }", "MEMO104"),
        new("Parallel.Invoke where one reads what the other changes", Helpers, "int F(int x) { int n = 0, m = 0; Parallel.Invoke(() => n = 1, () => m = n); return m; }", "MEMO104"),
        new("A counter that is read beside", Helpers, "int[] F(int[] xs) { var n = 0; var r = new int[xs.Length]; Parallel.For(0, xs.Length, i => { Interlocked.Increment(ref n); r[i] = n; }); return r; }", "MEMO104"),
        new("A shared generator of numbers", Helpers, "int[] F(int[] xs) { var g = new Random(1); var r = new int[xs.Length]; Parallel.For(0, xs.Length, i => r[i] = g.Next()); return r; }", "MEMO104"),
        new("What a task changes is read before it is awaited", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "async Task<int> F(int x) { var l = new List<int>(); var t = Put(l, x); var n = l.Count; await t; return n; }", "MEMO104"),
        new("What a task changes is read by another one", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); } static async Task<int> Get(List<int> l) { await Task.Yield(); return l.Count; }", "async Task<int> F(int x) { var l = new List<int>(); var t = Get(l); await Task.WhenAll(Put(l, x), t); return await t; }", "MEMO104"),
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
        new("A parallel query in order", Helpers, "List<int> F(int[] xs) => xs.AsParallel().AsOrdered().Where(x => x > 1).Select(x => x * 2).ToList();"),
        new("A parallel query's first in order", Helpers, "int F(int[] xs) => xs.AsParallel().AsOrdered().First(x => x > 1);"),
        new("A parallel query's count", Helpers, "int F(int[] xs) => xs.AsParallel().Where(x => x > 1).Count() + xs.AsParallel().Count(x => x > 2);"),
        new("A parallel query's sum of integers", Helpers, "long F(int[] xs) => xs.AsParallel().Select(x => (long)x).Sum() + xs.AsParallel().Max() + xs.AsParallel().Min(x => x);"),
        new("A parallel query's question", Helpers, "bool F(int[] xs) => xs.AsParallel().Any(x => x > 1) && xs.AsParallel().All(x => x > 2) && xs.AsParallel().Contains(3);"),
        new("A delay", Helpers, "async Task<int> F(int x) { await Task.Delay(1); await Task.Yield(); return await Task.FromResult(x); }"),
        new("A semaphore", Helpers, "async Task<int[]> F(int[] xs) { using var s = new SemaphoreSlim(2); return await Task.WhenAll(xs.Select(async x => { await s.WaitAsync(); try { return await Twice(x); } finally { s.Release(); } })); }"),
        new("A sum of integers by Interlocked", Helpers, "long F(int[] xs) { var n = 0L; Parallel.ForEach(xs, x => Interlocked.Add(ref n, x)); return n; }"),
        new("A helper that awaits the task at once", Helpers + "static async Task Retry(Func<Task> f) { try { await f(); } catch (FormatException) { await f().ConfigureAwait(false); } }", "async Task<List<int>> F(int x) { var l = new List<int>(); await Retry(async () => { await Task.Yield(); l.Add(x); }); return l; }"),
        new("A helper that passes the task on", Helpers + "static Task Go(Func<Task> f) => f();", "async Task<List<int>> F(int x) { var l = new List<int>(); await Go(async () => { await Task.Yield(); l.Add(x); }); return l; }"),
        new("A task of another thread that is awaited at once", Helpers, "async Task<List<int>> F(int x) { var l = new List<int>(); await Task.Run(() => l.Add(x)).ConfigureAwait(false); Task.Run(() => l.Add(2)).Wait(); return l; }"),
        new("A task that is awaited next", Helpers, "async Task<List<int>> F(int x) { var h = new Holder(); var t = h.Add(x); await t; return h.L; }"),
        new("A local function that is awaited", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); foreach (var x in xs) await Go(x); return l; async Task Go(int x) { await Task.Yield(); l.Add(x); } }"),
        new("An async lambda that is awaited", Helpers, "async Task<List<int>> F(int[] xs) { var l = new List<int>(); Func<int, Task> go = async x => { await Task.Yield(); l.Add(x); }; foreach (var x in xs) await go(x); return l; }"),
        new("Objects that are passed", Helpers, "int F(int x) { var hs = Enumerable.Range(0, x).Select(_ => new Holder()).ToArray(); Parallel.ForEach(hs, h => h.N = 2); Parallel.For(0, hs.Length, i => hs[i].N = i); return hs.Sum(h => h.N); }"),
        new("Elements of a flat matrix", Helpers, "double[] F(int w) { var r = new double[w * w]; Parallel.For(0, w, y => { for (var x = 0; x < w; x++) r[y * w + x] = x * y; }); return r; }"),
        new("Two arrays in turn", Helpers, "int[] F(int[] x) { var a = x.ToArray(); var b = new int[x.Length]; for (var n = 0; n < 3; n++) { Parallel.For(1, x.Length, i => b[i] = a[i - 1] + a[i]); (a, b) = (b, a); } return a; }"),
        new("Parallel.Invoke over variables of their own", Helpers, "int F(int x) { int n = 0, m = 0; var l = new List<int>(); Parallel.Invoke(() => n = x, () => m = x + 1, () => l.Add(x)); return n + m + l.Count; }"),
        new("A concurrent dictionary by its own keys", Helpers, "int F(int[] xs) { var d = new System.Collections.Concurrent.ConcurrentDictionary<int, int>(); Parallel.ForEach(xs, x => d[x] = x * 2); Parallel.ForEach(xs, x => d.TryAdd(x, 1)); return d[xs[0]]; }"),
        new("A bag that is counted", Helpers, "int F(int[] xs) { var b = new System.Collections.Concurrent.ConcurrentBag<int>(); Parallel.ForEach(xs, x => b.Add(x)); return b.Count; }"),
        new("A query that is sorted", Helpers, "List<int> F(int[] xs) => xs.AsParallel().Select(x => x * 2).OrderBy(x => x).ToList();"),
        new("A query that is sorted downwards by ordinals", Helpers, "string F(string[] xs) => xs.AsParallel().OrderByDescending(x => x, StringComparer.Ordinal).First();"),
        new("A query that is sorted by something and then itself", Helpers, "string[] F(string[] xs) => xs.AsParallel().OrderBy(x => x.Length).ThenBy(x => x, StringComparer.Ordinal).ToArray();"),
        new("A query of fractions that is sorted", Helpers, "List<double> F(double[] xs) => xs.AsParallel().OrderBy(x => x).ToList();"),
        new("A query that is sorted outside", Helpers, "int[] F(int[] xs) => xs.AsParallel().Select(x => x * 2).AsEnumerable().Order().ToArray();"),
        new("A row of its own", Helpers, "double[][] F(int x) { var r = new double[x][]; Parallel.For(0, x, i => { var row = new double[x]; for (var j = 1; j < x; j++) row[j] = row[j - 1] + 1; r[i] = row; }); return r; }"),
        new("Two tasks over two lists", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "async Task<int> F(int x) { var l = new List<int>(); var m = new List<int>(); await Task.WhenAll(Put(l, x), Put(m, x)); return l[0] + m[0]; }"),
        new("Two tasks over two lists, awaited in turn", Helpers + "static async Task Put(List<int> l, int x) { await Task.Yield(); l.Add(x); }", "async Task<int> F(int x) { var l = new List<int>(); var m = new List<int>(); var a = Put(l, 1); var b = Put(m, 2); await a; await b; return l[0] + m[0]; }"),
    ];

    [TestCaseSource(nameof(Ordered))]
    public Task It_shows_no_order(Snippet snippet) => snippet.Holds();
}
