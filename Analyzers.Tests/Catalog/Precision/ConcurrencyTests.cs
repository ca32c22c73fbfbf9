namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>Who computes a value does not matter; who was first does.</summary>
public sealed class ConcurrencyTests
{
    [Test]
    public Task A_task_is_the_value_that_its_code_returns() => Check.Members("""
        [Memoize] public static async Task<int> A(int x) { await Task.Delay(1); await Task.Yield(); return await Task.FromResult(x).ConfigureAwait(false); }
        [Memoize] public static async Task<int> B(int x) { var a = Task.Run(() => x + 1); var b = Task.Run(() => x + 2); await Task.WhenAll(a, b); return a.Result + b.Result; }
        [Memoize] public static async Task<int> C1(int x) { var a = Task.Run(() => x + 1); var b = Task.Run(() => x + 2); return await await {|MEMO104:Task.WhenAny(a, b)|}; }
        [Memoize] public static async Task<bool> D(int x) { var a = Task.Run(() => x + 1); var done = {|MEMO104:a.IsCompleted|}; await a; return done; }
        [Memoize] public static int E(int x) { using var c = {|MEMO104:new CancellationTokenSource(100)|}; return x; }
        [Memoize] public static int F(int x) { using var c = new CancellationTokenSource(); return x; }
        [Memoize] public static int G(string x) { var l = new Lazy<int>(() => x.Length); return l.Value; }
        """);

    [Test]
    public Task Parallel_loops_write_their_own_elements() => Check.Members("""
        [Memoize] public static int[] A(int[] x) { var r = new int[x.Length]; Parallel.For(0, x.Length, i => r[i] = x[i] * 2); return r; }
        [Memoize] public static int B(int[] x) { var s = 0; Parallel.ForEach(x, i => Interlocked.Add(ref s, i)); return s; }
        [Memoize] public static double C1(double[] x) { var s = 0.0; Parallel.ForEach(x, i => {|MEMO104:s += i|}); return s; }
        """);

    [Test]
    public Task Parallel_queries_have_no_order_and_add_integers_all_the_same() => Check.Members("""
        [Memoize] public static int A(int[] x) => x.AsParallel().Sum() + x.AsParallel().Count(a => a > 1) + (x.AsParallel().Any(a => a > 2) ? 1 : 0);
        [Memoize] public static double B(double[] x) => {|MEMO104:x.AsParallel().Sum()|};
        [Memoize] public static double C1(int[] x) => x.AsParallel().Average();
        [Memoize] public static int[] D(int[] x) => {|MEMO104:x.AsParallel().Select(a => a * 2).ToArray()|};
        [Memoize] public static int E(int[] x) => {|MEMO104:x.AsParallel().First(a => a > 1)|};
        """);

    [Test]
    public Task A_lock_is_taken_and_given_back() => Check.Members("""
        private static readonly object s_lock = new();
        [Memoize] public static int A(string x) { lock (s_lock) return x.Length; }
        [Memoize] public static bool B(string x) => {|MEMO104:Monitor.TryEnter(s_lock)|};
        [Memoize] public static int C1(int x) { Thread.Sleep(1); Thread.MemoryBarrier(); return x; }
        [Memoize] public static int D(int x) => {|MEMO104:Environment.CurrentManagedThreadId|};
        """);
}
