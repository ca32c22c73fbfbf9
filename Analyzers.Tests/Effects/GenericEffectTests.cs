namespace Memo.Analyzers.Tests.Effects;

/// <summary>Effects that go through generic plumbing: retries, pipelines, options, visitors. Each kind arrives, and purity does too.</summary>
public sealed class GenericEffectTests
{
    private const string Plumbing = """
        static T Retry<T>(int n, Func<T> f) { for (var i = 0; ; i++) { try { return f(); } catch (Exception) when (i < n) { } } }
        static async Task<T> RetryAsync<T>(int n, Func<Task<T>> f) { for (var i = 0; ; i++) { try { return await f(); } catch (Exception) when (i < n) { } } }
        static TOut Pipe<TIn, TOut>(TIn x, Func<TIn, TOut> f) => f(x);
        static Func<A, Z> Compose<A, B, Z>(Func<A, B> f, Func<B, Z> g) => a => g(f(a));
        static Func<A, Func<B, Z>> Curry<A, B, Z>(Func<A, B, Z> f) => a => b => f(a, b);
        static Func<A, Z> Fix<A, Z>(Func<Func<A, Z>, Func<A, Z>> f) => a => f(Fix(f))(a);
        static T Tap<T>(T t, Action<T> f) { f(t); return t; }
        static T With<TR, T>(TR r, Func<TR, T> f) where TR : IDisposable { using (r) return f(r); }
        static IEnumerable<T> Seen<T>(IEnumerable<T> xs, Action<T> f) { foreach (var x in xs) { f(x); yield return x; } }
        readonly struct Maybe<T>(T value, bool has) { public Maybe<U> Bind<U>(Func<T, Maybe<U>> f) => has ? f(value) : default; public Maybe<U> Map<U>(Func<T, U> f) => has ? new(f(value), true) : default; public T Or(Func<T> f) => has ? value : f(); }
        static Maybe<T> Some<T>(T t) => new(t, true);
        interface IVisitor<T> { T Leaf(int n); T Node(T a, T b); }
        abstract class Tree { public abstract T Accept<T>(IVisitor<T> v); }
        sealed class Leaf(int n) : Tree { public override T Accept<T>(IVisitor<T> v) => v.Leaf(n); }
        sealed class Node(Tree a, Tree b) : Tree { public override T Accept<T>(IVisitor<T> v) => v.Node(a.Accept(v), b.Accept(v)); }
        sealed class By<T>(Func<int, T> leaf, Func<T, T, T> node) : IVisitor<T> { public T Leaf(int n) => leaf(n); public T Node(T a, T b) => node(a, b); }
        sealed class Table<K, V>(Func<K, V> make) where K : notnull { readonly Dictionary<K, V> _known = []; public V this[K k] => _known.TryGetValue(k, out var v) ? v : _known[k] = make(k); }
        interface IStep<A, B> { B Run(A a); }
        sealed class Step<A, B>(Func<A, B> f) : IStep<A, B> { public B Run(A a) => f(a); public IStep<A, Z> Then<Z>(IStep<B, Z> next) => new Step<A, Z>(a => next.Run(f(a))); }
        static class Choose<T> { public static T First(params Func<T>[] fs) => fs[0](); }
        sealed class Event<T> { readonly List<Action<T>> _all = []; public void On(Action<T> f) => _all.Add(f); public void Raise(T t) { foreach (var f in _all) f(t); } }

        """;

    /// <summary>In each, EFFECT(a) is something that is done to an <c>int</c> and gives one.</summary>
    private static readonly (string Name, string Body)[] Ways =
    [
        ("A retry", "return Retry(3, () => EFFECT(x));"),
        ("An asynchronous retry", "return await RetryAsync(3, async () => { await Task.Yield(); return EFFECT(x); });"),
        ("A pipe", "return Pipe(x, a => EFFECT(a));"),
        ("A pipe of pipes", "return Pipe(Pipe(x, a => a + 1), a => Pipe(a, b => EFFECT(b)));"),
        ("A composition", "return Compose((int a) => a + 1, (int b) => EFFECT(b))(x);"),
        ("A curried function", "return Curry((int a, int b) => a + EFFECT(b))(1)(x);"),
        ("A fixed point", "return Fix<int, int>(f => n => n < 1 ? EFFECT(n) : f(n - 1))(x);"),
        ("A tap", "return Tap(x, a => _ = EFFECT(a));"),
        ("A resource", "return With(new MemoryStream(), s => EFFECT((int)s.Length));"),
        ("A sequence that is watched", "return Seen([x], a => _ = EFFECT(a)).Sum();"),
        ("A maybe that binds", "return Some(x).Bind(a => Some(EFFECT(a))).Or(() => 1);"),
        ("A maybe that maps", "return Some(x).Map(a => a + 1).Map(a => EFFECT(a)).Or(() => 1);"),
        ("A maybe's other way", "return Some(x).Or(() => EFFECT(1));"),
        ("A visitor's leaf", "return new Node(new Leaf(x), new Leaf(2)).Accept(new By<int>(n => EFFECT(n), (a, b) => a + b));"),
        ("A visitor's node", "return new Node(new Leaf(x), new Leaf(2)).Accept(new By<int>(n => n, (a, b) => EFFECT(a + b)));"),
        ("A table that makes", "return new Table<int, int>(k => EFFECT(k))[x];"),
        ("A step", "return new Step<int, int>(a => EFFECT(a)).Run(x);"),
        ("A step after a step", "return new Step<int, int>(a => a + 1).Then(new Step<int, int>(a => EFFECT(a))).Run(x);"),
        ("A choice", "return Choose<int>.First(() => EFFECT(x), () => 2);"),
        ("An event of its own", "var e = new Event<int>(); var n = 0; e.On(a => n = EFFECT(a)); e.Raise(x); return n;"),
        ("A query", "return (from a in new[] { x } let b = EFFECT(a) where b > 1 select b).FirstOrDefault();"),
        ("A lazy value", "return new Lazy<int>(() => EFFECT(x)).Value;"),
        ("A local generic function", "T Go<T>(Func<T> f) => f(); return Go(() => EFFECT(x));"),
    ];

    private static IEnumerable<Snippet> All(string member, string effect, params string[] rules) => Ways.Select(w => new Snippet(
        w.Name, Plumbing + member, (w.Body.Contains("await ", StringComparison.Ordinal) ? "async Task<int>" : "int") + " F(int x) { " + w.Body.Replace("EFFECT", effect, StringComparison.Ordinal) + " }", rules));

    private static IEnumerable<Snippet> Pure => All("static int Do(int a) => a * 2;", "Do");

    private static IEnumerable<Snippet> Clock => All("static int Do(int a) => a + (int)Now();", "Do", "MEMO104");

    private static IEnumerable<Snippet> FromAFile => All("static int Do(int a) => File.ReadAllText(\"a\").Length + a;", "Do", "MEMO101");

    private static IEnumerable<Snippet> FromAStatic => All("public static int N; static int Do(int a) => a + N;", "Do", "MEMO102");

    private static IEnumerable<Snippet> ToAStatic => All("public static int N; static int Do(int a) => N = a;", "Do", "MEMO103");

    private static IEnumerable<Snippet> Surroundings => All("static int Do(int a) => a + Environment.ProcessorCount;", "Do", "MEMO105");

    private static IEnumerable<Snippet> Output => All("static int Do(int a) { Console.WriteLine(a); return a; }", "Do", "MEMO109");

    private static IEnumerable<Snippet> OnAnArgument => Ways.Select(w => new Snippet(
        w.Name, Plumbing + "static int Do(List<int> l, int a) { l.Add(a); return a; }",
        (w.Body.Contains("await ", StringComparison.Ordinal) ? "async Task<int>" : "int") + " F(int x, List<int> given) { " + w.Body.Replace("EFFECT(", "Do(given, ", StringComparison.Ordinal) + " }", "MEMO106"));

    private static IEnumerable<Snippet> OnSomethingNew => Ways.Select(w => new Snippet(
        w.Name, Plumbing + "static int Do(List<int> l, int a) { l.Add(a); return a; }",
        (w.Body.Contains("await ", StringComparison.Ordinal) ? "async Task<int>" : "int") + " F(int x) { var made = new List<int>(); " + w.Body.Replace("EFFECT(", "Do(made, ", StringComparison.Ordinal) + " }"));

    [TestCaseSource(nameof(Pure))]
    public Task What_is_pure_stays_pure(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Clock))]
    public Task The_clock_is_seen_through_it(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(FromAFile))]
    public Task A_file_is_seen_through_it(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(FromAStatic))]
    public Task A_static_that_is_read_is_seen_through_it(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(ToAStatic))]
    public Task A_static_that_is_written_is_seen_through_it(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Surroundings))]
    public Task The_environment_is_seen_through_it(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Output))]
    public Task Output_is_seen_through_it(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(OnAnArgument))]
    public Task An_argument_that_is_changed_is_seen_through_it(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(OnSomethingNew))]
    public Task Something_new_may_be_changed_through_it(Snippet snippet) => snippet.Holds();
}
