namespace Memo.Analyzers.Tests.Effects;

/// <summary>
/// Calls on a helper's parameter are resolved where the argument is known; at the memoized method's own parameters, by the types that a key
/// can be made of.
/// </summary>
public sealed class ParameterDispatchTests
{
    private const string Interfaces = """
        public interface I { long V(); }
        public sealed class D : I { public int A; public long V() => Now(); public long W() => 2; }
        public sealed class E : I { public int A; public long V() => 3; }
        static long Call(I i) => i.V();
        static long Show(object o) => o.ToString()!.Length;
        static long Hash<T>(T t) => t!.Equals(t) ? 1 : 2;
        public sealed class Loud { public int A; public override string ToString() => Now() + ""; public override bool Equals(object? o) => Now() > 1; public override int GetHashCode() => 1; }

        """;

    private static IEnumerable<Snippet> ByArgument =>
    [
        new("The argument is of another type than what is held", Interfaces, "long F(int x) => Call(new E()) + new D().W();"),
        new("The argument is of another type in a conditional", Interfaces, "long F(int x) { var d = new D(); var e = new E(); return x > 1 ? Call(e) : d.W(); }"),
        new("The argument is of the type that is held", Interfaces, "long F(int x) => Call(new E()) + Call(new D());", "MEMO104"),
        new("A number is shown, and a loud object is held", Interfaces, "long F(int x) => Show(5) + new Loud().A;"),
        new("A text is shown, and a loud object is held", Interfaces, "long F(string x) => Show(x) + new Loud().A;"),
        new("The loud object is shown", Interfaces, "long F(string x) => Show(new Loud());", "MEMO104"),
        new("Numbers are compared, and a loud object is held", Interfaces, "long F(int x) => Hash(5) + Hash(\"a\") + new Loud().A;"),
        new("The loud object is compared", Interfaces, "long F(int x) => Hash(new Loud());", "MEMO104"),
        new("A helper of a helper", Interfaces + "static long Call2(I i) => Call(i); static long Call3(int n, I i) => n < 0 ? Call3(n + 1, i) : Call2(i);", "long F(int x) => Call3(x, new E()) + new D().W();"),
        new("A helper of a helper, and it reads the clock", Interfaces + "static long Call2(I i) => Call(i); static long Call3(int n, I i) => n < 0 ? Call3(n + 1, i) : Call2(i);", "long F(int x) => Call3(x, new D());", "MEMO104"),
        new("Two memoized methods share a helper", Interfaces + "[Memoize] public static long G(int x) => Call(new E());", "long F(int x) => 1;"),
        new("A helper that keeps it in an object", Interfaces + "sealed class H(I i) { public long Go() => i.V(); }", "long F(int x) => new H(new E()).Go();"),
        new("A helper that keeps it in an object, and it reads the clock", Interfaces + "sealed class H(I i) { public long Go() => i.V(); }", "long F(int x) => new H(new D()).Go();", "MEMO104"),
        new("A lambda's parameter", Interfaces, "long F(int x) { Func<I, long> f = i => i.V(); return f(new E()); }"),
        new("A lambda's parameter, and it reads the clock", Interfaces, "long F(int x) { Func<I, long> f = i => i.V(); return f(new D()); }", "MEMO104"),
        new("A local function's parameter", Interfaces, "long F(int x) { return Go(new E()); static long Go(I i) => i.V(); }"),
        new("An extension", Interfaces, "long F(int x) => ((I)new E()).Go();") { TopLevel = "public static class X { public static long Go(this C.I i) => i.V(); }" },
        new("An extension, and it reads the clock", Interfaces, "long F(int x) => ((I)new D()).Go();", "MEMO104") { TopLevel = "public static class X { public static long Go(this C.I i) => i.V(); }" },
        new("An optional argument", Interfaces + "static long Go(I? i = null) => i?.V() ?? 1;", "long F(int x) => Go() + Go(new E());"),
        new("params", Interfaces + "static long Go(params I[] all) => all.Sum(i => i.V());", "long F(int x) => Go(new E(), new E());"),
        new("params, and one reads the clock", Interfaces + "static long Go(params I[] all) => all.Sum(i => i.V());", "long F(int x) => Go(new E(), new D());", "MEMO104"),
        new("params of a span, and one reads the clock", Interfaces + "static long Go(params ReadOnlySpan<I> all) { long n = 0; foreach (var i in all) n += i.V(); return n; }", "long F(int x) => Go(new E(), new D());", "MEMO104"),
    ];

    [TestCaseSource(nameof(ByArgument))]
    public Task A_call_on_a_helper_s_parameter_is_resolved_at_the_argument(Snippet snippet) => snippet.Holds();

    /// <summary>Helpers over what the framework declares.</summary>
    private const string Abstractions = """
        static int Sum(IEnumerable<int> xs) { var n = 0; foreach (var x in xs) n += x; return n; }
        static int Walk(IEnumerable<int> xs) { using var e = xs.GetEnumerator(); return e.MoveNext() ? e.Current : 0; }
        static int Size<T>(IReadOnlyCollection<T> xs) => xs.Count;
        static T At<T>(IReadOnlyList<T> xs, int i) => xs[i];
        static TV Get<TK, TV>(IReadOnlyDictionary<TK, TV> d, TK k, TV or) => d.TryGetValue(k, out var v) ? v : or;
        static int Grouped(IGrouping<string, int> g) => g.Key.Length + g.Sum();
        static int Compare<T>(T a, T b, IComparer<T> c) => c.Compare(a, b);
        static bool Same<T>(T a, T b, IEqualityComparer<T> c) => c.Equals(a, b);
        static T Largest<T>(IEnumerable<T> xs, IComparer<T>? c = null) { c ??= Comparer<T>.Default; var m = xs.First(); foreach (var x in xs) if (c.Compare(x, m) > 0) m = x; return m; }
        static bool Ends(IEnumerator<int> e) => !e.MoveNext();
        static void Fill(ICollection<int> c) => c.Add(1);
        static void Set(IDictionary<string, int> d) => d["a"] = 1;
        static void Close(IDisposable d) => d.Dispose();
        static string Text(IFormattable f) => f.ToString(null, CultureInfo.InvariantCulture);
        static int Order<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b);
        static bool Equal<T>(IEquatable<T> a, T b) => a.Equals(b);
        static int Read(TextReader r) => r.Read();
        static void Write(TextWriter w) => w.Write("a");
        static byte First(Stream s) => (byte)s.ReadByte();
        static async Task<int> Total(IAsyncEnumerable<int> xs) { var n = 0; await foreach (var x in xs) n += x; return n; }
        sealed class Down : IComparer<int> { public int Compare(int a, int b) => b - a; }
        sealed class Loud : IComparer<int>, IEqualityComparer<int>, IEnumerable<int>, IDisposable, IFormattable, IComparable<Loud>
        {
            public int Compare(int a, int b) => (int)Now();
            public bool Equals(int a, int b) => Now() > 1;
            public int GetHashCode(int a) => 1;
            public IEnumerator<int> GetEnumerator() { yield return (int)Now(); }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            public void Dispose() => Now();
            public string ToString(string? f, IFormatProvider? p) => Now() + "";
            public int CompareTo(Loud? o) => (int)Now();
            public int A => 1;
        }

        """;

    private static readonly (string Name, string Clean, string? Clocked)[] Known =
    [
        ("IEnumerable of a list", "Sum(new List<int> { x })", "Sum(new Loud())"),
        ("IEnumerable of a query", "Sum(new[] { x }.Where(a => a > 1))", "Sum(new[] { x }.Where(a => Now() > 1))"),
        ("IEnumerable of an iterator", "Sum(All(x))", "Sum(Late(x))"),
        ("An enumerator", "Walk(new List<int> { x })", "Walk(new Loud())"),
        ("An enumerator that is passed", "Ends(new List<int> { x }.GetEnumerator())", "Ends(new Loud().GetEnumerator())"),
        ("IReadOnlyCollection", "Size(new List<int>()) + Size(new HashSet<string>()) + Size(new int[2])", null),
        ("IReadOnlyList", "At(new List<int>(), 1) + At(new int[2], 0) + At(System.Collections.Immutable.ImmutableArray.Create(1), 0)", null),
        ("IReadOnlyDictionary", "Get(new Dictionary<string, int>(), \"a\", 1) + Get(new SortedDictionary<int, int>(), 1, 1)", null),
        ("IGrouping", "new[] { \"a\" }.GroupBy(a => a, a => a.Length).Sum(Grouped)", "new[] { \"a\" }.GroupBy(a => a, a => (int)Now()).Sum(Grouped)"),
        ("IGrouping in a lambda", "new[] { \"a\" }.GroupBy(a => a.Length).Select(g => (g.Key, g.Count(), g.First())).Count()", null),
        ("IComparer", "Compare(x, 1, new Down())", "Compare(x, 1, new Loud())"),
        ("IComparer of the framework", "Compare(\"a\", \"b\", StringComparer.Ordinal) + Compare(x, 2, Comparer<int>.Default)", null),
        ("IComparer of a lambda", "Compare(x, 1, Comparer<int>.Create((a, b) => b - a))", "Compare(x, 1, Comparer<int>.Create((a, b) => (int)Now()))"),
        ("IComparer by default", "Largest([x, 1]) + Largest([x, 2], new Down())", "Largest([x, 2], new Loud())"),
        ("IComparer by default of a user's type", "Largest([\"a\"]).Length", "Largest([new Loud()]).A"),
        ("IEqualityComparer", "Same(\"a\", \"b\", StringComparer.Ordinal) || Same(x, 1, EqualityComparer<int>.Default)", "Same(x, 1, new Loud())"),
        ("ICollection", "Filled()", null),
        ("IDictionary", "Settled()", null),
        ("IDisposable", "Closed(new MemoryStream())", "Closed(new Loud())"),
        ("IFormattable", "Text(x)", "Text(new Loud())"),
        ("IComparable", "Order(x, 1) + Order(\"a\", \"b\") + Order(1m, 2m)", "Order(new Loud(), new())"),
        ("IEquatable", "Equal(x, 1) || Equal(\"a\", \"b\")", null),
        ("TextReader", "Read(new StringReader(\"a\"))", null),
        ("TextWriter", "Written()", null),
        ("Stream", "First(new MemoryStream([1]))", null),
        ("IAsyncEnumerable", "Total(Slow(x)).Result", "Total(SlowLate(x)).Result"),
        ("IOrderedEnumerable", "Ordered(new[] { x }.OrderBy(a => a))", "Ordered(new[] { x }.OrderBy(a => Now()))"),
        ("ILookup", "Looked(new[] { x }.ToLookup(a => a))", "Looked(new[] { x }.ToLookup(a => (int)Now()))"),
        ("IReadOnlySet", "Inside(new HashSet<int> { x })", null),
        ("ISet", "Added(new HashSet<int> { x })", null),
        ("IList", "Put(new List<int> { x }) + Put(new int[3])", null),
        ("A tuple", "Tupled((x, \"a\"))", null),
    ];

    private const string More = """
        static IEnumerable<int> All(int x) { yield return x; }
        static IEnumerable<int> Late(int x) { yield return (int)Now(); }
        static async IAsyncEnumerable<int> Slow(int x) { await Task.Yield(); yield return x; }
        static async IAsyncEnumerable<int> SlowLate(int x) { await Task.Yield(); yield return (int)Now(); }
        static int Filled() { var l = new List<int>(); Fill(l); var s = new HashSet<int>(); Fill(s); return l.Count + s.Count; }
        static int Settled() { var d = new Dictionary<string, int>(); Set(d); return d.Count; }
        static int Closed(IDisposable d) { Close(d); return 1; }
        static int Written() { var w = new StringWriter(CultureInfo.InvariantCulture); Write(w); return w.ToString().Length; }
        static int Ordered(IOrderedEnumerable<int> xs) => xs.ThenByDescending(a => a).First();
        static int Looked(ILookup<int, int> l) => l[1].Count();
        static bool Inside(IReadOnlySet<int> s) => s.Contains(1);
        static bool Added(ISet<int> s) => s.Add(1);
        static int Put(IList<int> l) { l[0] = 1; return l.Count; }
        static int Tupled(System.Runtime.CompilerServices.ITuple t) => t.Length;

        """;

    private static IEnumerable<Snippet> KnownClean => Known.Select(k => new Snippet(
        k.Name, Abstractions + More, "string? F(int x) { object? o = " + k.Clean + "; return o is null ? \"a\" : \"b\"; }"));

    private static IEnumerable<Snippet> KnownClocked => Known.Where(k => k.Clocked is not null).Select(k => new Snippet(
        k.Name, Abstractions + More, "string? F(int x) { object? o = " + k.Clocked + "; return o is null ? \"a\" : \"b\"; }", "MEMO104"));

    [TestCaseSource(nameof(KnownClean))]
    public Task A_helper_over_an_abstraction_of_the_framework_is_fine_when_its_callers_are_known(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(KnownClocked))]
    public Task What_its_callers_pass_is_run(Snippet snippet) => snippet.Holds();

    private const string Shapes = """
        public interface IShape { long Area(); }
        public sealed record Square(int A) : IShape { public long Area() => A * A; }
        public sealed record Circle(int R) : IShape { public long Area() => R * 3; }
        public abstract class Node { public int A; public virtual long Size() => 1; }
        public sealed class Leaf : Node { }
        public sealed class Branch : Node { public List<Node> Nodes = []; public override long Size() => Nodes.Sum(n => n.Size()); }
        public sealed class Own : IEnumerable<int>, IComparer<int> { public IEnumerator<int> GetEnumerator() { yield return (int)Now(); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public int Compare(int a, int b) => (int)Now(); }
        public sealed class Rows : List<int>, IEnumerable<int> { IEnumerator<int> IEnumerable<int>.GetEnumerator() { Now(); return GetEnumerator(); } }

        """;

    private const string LoudShape = "public sealed record Loud(int A) : IShape { public long Area() => Now(); }\npublic sealed class LoudNode : Node { public override long Size() => Now(); }\n";

    private static IEnumerable<Snippet> OwnParameters =>
    [
        new("IEnumerable", Shapes, "long F(IEnumerable<int> x) { var n = 0; foreach (var a in x) n += a; return n + x.Sum() + x.Count(); }"),
        new("IEnumerable by its enumerator", Shapes, "long F(IEnumerable<int> x) { using var e = x.GetEnumerator(); return e.MoveNext() ? e.Current : 1; }"),
        new("IReadOnlyList", Shapes, "long F(IReadOnlyList<int> x) => x[0] + x.Count + x.Max();"),
        new("IReadOnlyDictionary", Shapes, "long F(IReadOnlyDictionary<string, int> x) => x.TryGetValue(\"a\", out var v) ? v : x[\"b\"] + x.Count;"),
        new("IDictionary", Shapes, "long F(IDictionary<string, int> x) => x.ContainsKey(\"a\") ? x[\"a\"] : 1;"),
        new("ICollection", Shapes, "long F(ICollection<int> x) => x.Contains(1) ? x.Count : 2;"),
        new("IList", Shapes, "long F(IList<int> x) => x.IndexOf(1) + x[0];"),
        new("ISet", Shapes, "bool F(ISet<int> x) => x.Contains(1) && x.IsSubsetOf([1, 2]);"),
        new("IReadOnlySet", Shapes, "bool F(IReadOnlySet<string> x) => x.Contains(\"a\");"),
        new("A list of lists", Shapes, "long F(IReadOnlyList<IReadOnlyList<int>> x) => x.Sum(y => y.Count + y[0]);"),
        new("A user's interface", Shapes, "long F(IShape x) => x.Area();"),
        new("A user's interface in a helper", Shapes + "static long Go(IShape s) => s.Area();", "long F(IShape x) => Go(x);"),
        new("A user's interface in a list", Shapes, "long F(List<IShape> x) => x.Sum(s => s.Area());"),
        new("A user's interface in an array of a record", Shapes + "public sealed record Picture(IShape[] All);", "long F(Picture x) { long n = 0; foreach (var s in x.All) n += s.Area(); return n; }"),
        new("A user's abstract class", Shapes, "long F(Node x) => x.Size();"),
        new("A user's abstract class in a pattern", Shapes, "long F(Node x) => x switch { Branch b => b.Nodes.Count, var n => n.Size() };"),
        new("A user's interface, and one reads the clock", Shapes + LoudShape, "long F(IShape x) => x.Area();", "MEMO104"),
        new("A user's interface in a helper, and one reads the clock", Shapes + LoudShape + "static long Go(IShape s) => s.Area();", "long F(IShape x) => Go(x);", "MEMO104"),
        new("A user's interface in a list, and one reads the clock", Shapes + LoudShape, "long F(List<IShape> x) => x.Sum(s => s.Area());", "MEMO104"),
        new("A user's interface in an array of a record, and one reads the clock", Shapes + LoudShape + "public sealed record Picture(IShape[] All);", "long F(Picture x) { long n = 0; foreach (var s in x.All) n += s.Area(); return n; }", "MEMO104"),
        new("A user's interface in a dictionary, and one reads the clock", Shapes + LoudShape, "long F(IReadOnlyDictionary<string, IShape> x) => x.Values.Sum(s => s.Area());", "MEMO104"),
        new("A user's interface in a tuple, and one reads the clock", Shapes + LoudShape, "long F((int, IShape) x) => x.Item2.Area();", "MEMO104"),
        new("A user's interface in an argument's interface, and one reads the clock", Shapes + LoudShape + "public interface IHas { IShape It { get; } } public sealed record Has(IShape It) : IHas;", "long F(IHas x) => x.It.Area();", "MEMO104"),
        new("A user's abstract class, and one reads the clock", Shapes + LoudShape, "long F(Node x) => x.Size();", "MEMO104"),
        new("A user's class deep inside, and one reads the clock", Shapes + LoudShape, "long F(Branch x) => x.Size();", "MEMO104"),
        new("One that reads the clock beside what the parameter can be", Shapes + LoudShape, "long F(Square x) => x.Area();"),
        new("ToString of a sealed record", Shapes + LoudShape, "string F(Square x) => x.ToString();"),
        new("A value out of a sorted dictionary with a comparer", Shapes, "long F(SortedDictionary<string, int> x) => x[\"a\"];"),
    ];

    [TestCaseSource(nameof(OwnParameters))]
    public Task A_call_on_an_own_parameter_runs_what_a_key_can_be_made_of(Snippet snippet) => snippet.Holds();
}
