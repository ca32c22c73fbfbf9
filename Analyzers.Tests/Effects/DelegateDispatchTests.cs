namespace Memo.Analyzers.Tests.Effects;

/// <summary>A delegate is an edge where it is created; invoking what the closure created adds nothing, whatever else the program creates.</summary>
public sealed class DelegateDispatchTests
{
    private const string Helpers = """
        static long Run(Func<long> f) => f();
        static long Run2(Func<long> f) => Run(f);
        static T Apply<T>(T x, Func<T, T> f) => f(x);
        static Func<long> Same(Func<long> f) => f;
        static List<TOut> Map<TIn, TOut>(IEnumerable<TIn> xs, Func<TIn, TOut> f) { var r = new List<TOut>(); foreach (var x in xs) r.Add(f(x)); return r; }
        static Func<int, int> Compose(Func<int, int> f, Func<int, int> g) => x => g(f(x));
        public sealed class Step(Func<long, long> f) { public long Go(long x) => f(x); }
        public sealed class Steps { readonly List<Func<long, long>> _all = []; public Steps Add(Func<long, long> f) { _all.Add(f); return this; } public long Go(long x) { foreach (var f in _all) x = f(x); return x; } }
        public delegate long Own(long x);
        public static long Elsewhere() => Run(() => Now()) + Run2(Now) + new Step(x => Now()).Go(1) + Map([1], x => Now())[0];

        """;

    private static IEnumerable<Snippet> Created =>
    [
        new("A lambda to a helper", Helpers, "long F(int x) => Run(() => x);"),
        new("A lambda to a helper, and it reads the clock", Helpers, "long F(int x) => Run(() => Now());", "MEMO104"),
        new("A lambda through two helpers", Helpers, "long F(int x) => Run2(() => x);"),
        new("A lambda through two helpers, and it reads the clock", Helpers, "long F(int x) => Run2(() => Now());", "MEMO104"),
        new("A lambda that a helper gives back", Helpers, "long F(int x) => Same(() => x)();"),
        new("A lambda that a helper gives back, and it reads the clock", Helpers, "long F(int x) => Same(() => Now())();", "MEMO104"),
        new("A generic helper", Helpers, "long F(int x) => Apply(x, y => y + 1) + Apply(\"a\", y => y + x).Length;"),
        new("A generic helper, and one of two reads the clock", Helpers, "long F(int x) => Apply(x, y => y + 1) + Apply(1L, y => Now());", "MEMO104"),
        new("A composition", Helpers, "long F(int x) => Compose(y => y + 1, y => y * 2)(x);"),
        new("A composition, and one reads the clock", Helpers, "long F(int x) => Compose(y => y + 1, y => (int)Now())(x);", "MEMO104"),
        new("A loop over a sequence", Helpers, "long F(int x) => Map([1, 2], y => y + x).Count;"),
        new("A loop over a sequence, and it reads the clock", Helpers, "long F(int x) => Map([1, 2], y => Now()).Count;", "MEMO104"),
        new("A field of an object", Helpers, "long F(int x) => new Step(y => y + 1).Go(x);"),
        new("A field of an object, and it reads the clock", Helpers, "long F(int x) => new Step(y => Now()).Go(x);", "MEMO104"),
        new("A list of an object", Helpers, "long F(int x) => new Steps().Add(y => y + 1).Add(y => y * 2).Go(x);"),
        new("A list of an object, and one reads the clock", Helpers, "long F(int x) => new Steps().Add(y => y + 1).Add(y => Now()).Go(x);", "MEMO104"),
        new("A dictionary", Helpers, "long F(string x) { var ops = new Dictionary<string, Func<long, long, long>> { [\"+\"] = (a, b) => a + b, [\"max\"] = Math.Max }; return ops[x](1, 2); }"),
        new("A dictionary, and one reads the clock", Helpers, "long F(string x) { var ops = new Dictionary<string, Func<long, long, long>> { [\"+\"] = (a, b) => a + b, [\"now\"] = (a, b) => Now() }; return ops[x](1, 2); }", "MEMO104"),
        new("An array and a tuple", Helpers, "long F(int x) { Func<long>[] a = [() => 1]; (Func<long> B, int) t = (() => 2, 1); return a[0]() + t.B(); }"),
        new("A tuple, and it reads the clock", Helpers, "long F(int x) { (Func<long> B, int) t = (Now, 1); return t.B(); }", "MEMO104"),
        new("A sum of delegates", Helpers, "long F(int x) { var n = 0L; Action a = () => n++; a += () => n += 2; a(); return n; }"),
        new("A sum of delegates, and one reads the clock", Helpers, "long F(int x) { var n = 0L; Action a = () => n++; a += () => n = Now(); a(); return n; }", "MEMO104"),
        new("A delegate of one's own", Helpers, "long F(int x) { Own f = y => y + 1; Own g = new(f); return g(x) + g.Invoke(x) + (f?.Invoke(1) ?? 0); }"),
        new("A delegate of one's own, and it reads the clock", Helpers, "long F(int x) { Own f = y => Now(); Own g = new(f); return 1; }", "MEMO104"),
        new("A static lambda", Helpers, "long F(int x) => Run(static () => 1);"),
        new("A lambda with a default parameter", Helpers, "long F(int x) { var f = (int a = 3) => a; return f() + f(1); }"),
        new("A lambda with a default parameter, and it reads the clock", Helpers, "long F(int x) { var f = (int a = 3) => Now(); return f(); }", "MEMO104"),
        new("A lambda with params", Helpers, "long F(int x) { var f = (params int[] a) => a.Length; return f(1, 2); }"),
        new("A lambda inside a lambda", Helpers, "long F(int x) { Func<Func<long>> f = () => () => x; return f()(); }"),
        new("A lambda inside a lambda, and it reads the clock", Helpers, "long F(int x) { Func<Func<long>> f = () => () => Now(); return f()(); }", "MEMO104"),
        new("A lambda that calls itself", Helpers, "long F(int x) { Func<int, long> f = null!; f = n => n < 1 ? 1 : n * f(n - 1); return f(x); }"),
        new("A lambda that calls itself, and it reads the clock", Helpers, "long F(int x) { Func<int, long> f = null!; f = n => n < 1 ? Now() : n * f(n - 1); return f(x); }", "MEMO104"),
        new("A local function that is called later", Helpers, "long F(int x) { return Run(Later); long Later() => x; }"),
        new("A local function that is called later, and it reads the clock", Helpers, "long F(int x) { return Run(Later); long Later() => Now(); }", "MEMO104"),
        new("A local function that takes a delegate", Helpers, "long F(int x) { return Twice(y => y + x); long Twice(Func<long, long> f) => f(f(1)); }"),
        new("A local function that takes a delegate, and it reads the clock", Helpers, "long F(int x) { return Twice(y => Now()); long Twice(Func<long, long> f) => f(f(1)); }", "MEMO104"),
        new("A local function that gives a delegate", Helpers, "long F(int x) { return Make(2)(); Func<long> Make(int n) => () => n + x; }"),
        new("A method group of an object", Helpers + "class D { public long V() => Now(); public long W() => 1; }", "long F(int x) => Run(new D().W);"),
        new("A method group of an object, and it reads the clock", Helpers + "class D { public long V() => Now(); public long W() => 1; }", "long F(int x) => Run(new D().V);", "MEMO104"),
        new("A method group of a virtual method", Helpers + "class B { public virtual long V() => 1; } class D : B { public override long V() => Now(); }", "long F(int x) { B b = new D(); return Run(b.V); }", "MEMO104"),
        new("A method group of another's virtual method", Helpers + "class B { public virtual long V() => 1; } class D : B { public override long V() => Now(); }", "long F(int x) { B b = new(); return Run(b.V); }"),
        new("A method group of an interface", Helpers + "interface I { long V(); } class D : I { public long V() => Now(); } class E : I { public long V() => 1; } static long Go(I i) => Run(i.V);", "long F(int x) => Go(new D());", "MEMO104"),
        new("A method group of another interface", Helpers + "interface I { long V(); } class D : I { public long V() => Now(); } class E : I { public long V() => 1; } static long Go(I i) => Run(i.V);", "long F(int x) => Go(new E());"),
        new("A method group of the base", Helpers + "class B { public virtual long V() => 1; } class D : B { public override long V() => Now(); public long W() => Run(base.V); }", "long F(int x) => new D().W();"),
        new("A generic method group", Helpers + "static T Id<T>(T t) => t; static T Clock<T>(T t) { Now(); return t; }", "long F(int x) => Apply(x, Id) + Apply(x, Id<int>);"),
        new("A generic method group, and it reads the clock", Helpers + "static T Clock<T>(T t) { Now(); return t; }", "long F(int x) => Apply(x, Clock);", "MEMO104"),
        new("A method group of a static abstract member", Helpers + "interface I { static abstract long V(); } class D : I { public static long V() => Now(); } class E : I { public static long V() => 1; } static long Go<T>() where T : I => Run(T.V);", "long F(int x) => Go<D>();", "MEMO104"),
        new("A method group of another static abstract member", Helpers + "interface I { static abstract long V(); } class D : I { public static long V() => Now(); } class E : I { public static long V() => 1; } static long Go<T>() where T : I => Run(T.V);", "long F(int x) => Go<E>();"),
        new("A method group of the framework", Helpers, "long F(string x) => x.Split(',').Select(int.Parse).Sum() + x.Select(char.ToUpperInvariant).Count();"),
        new("A method group of the framework that reads the clock", Helpers, "long F(int x) => new[] { x }.Select(_ => 1).Zip(Enumerable.Range(0, 3).Select(Zero), (a, b) => a).Count(); static Guid Zero(int x) => Guid.NewGuid();", "MEMO104"),
        new("A method group of the framework that touches files", Helpers, "int F(string[] x) => x.Select(File.ReadAllText).Count();", "MEMO101"),
        new("A lambda as an object", Helpers, "long F(int x) { object o = () => (long)x; return ((Func<long>)o)(); }"),
        new("A lambda as an object, and it reads the clock", Helpers, "long F(int x) { object o = () => Now(); return ((Func<long>)o)(); }", "MEMO104"),
        new("A delegate that is combined", Helpers, "long F(int x) { Func<long> a = () => Now(), b = () => 1; return ((Func<long>)Delegate.Combine(b, a))(); }", "MEMO104"),
        new("A handler of an event of one's own object", "class P { public event Action? E; public void Go() => E?.Invoke(); }", "long F(int x) { var n = 0L; var p = new P(); p.E += () => n = Now(); p.Go(); return n; }", "MEMO104"),
        new("A function pointer", "", "unsafe long F(int x) { delegate*<long> p = &Now; return p(); }", "MEMO104|MEMO107"),
        new("A delegate out of a lazy", Helpers, "long F(int x) { var l = new Lazy<Func<long>>(() => () => x); return l.Value(); }"),
        new("A delegate out of a lazy, and it reads the clock", Helpers, "long F(int x) { var l = new Lazy<Func<long>>(() => () => Now()); return l.Value(); }", "MEMO104"),
        new("A delegate that is never called", Helpers, "long F(int x) { Func<long> f = () => Now(); return x; }", "MEMO104"),
        new("A delegate by a ternary in a helper", Helpers + "static Func<long, long> Pick(bool up) => up ? y => y + 1 : y => y - 1;", "long F(int x) => Pick(x > 1)(x);"),
        new("A comparison", Helpers + "static void Sort<T>(List<T> xs, Comparison<T> c) { for (var i = 1; i < xs.Count; i++) if (c(xs[i - 1], xs[i]) > 0) (xs[i - 1], xs[i]) = (xs[i], xs[i - 1]); }", "int F(int[] x) { var l = x.ToList(); Sort(l, (a, b) => a - b); return l[0]; }"),
        new("A delegate in a record", Helpers + "record Rule(string Name, Func<int, bool> Test);", "int F(int x) { Rule[] rules = [new(\"even\", n => n % 2 == 0), new(\"big\", n => n > 9)]; return rules.Count(r => r.Test(x)); }"),
        new("A delegate in a record, and it reads the clock", Helpers + "record Rule(string Name, Func<int, bool> Test);", "int F(int x) { Rule[] rules = [new(\"even\", n => n % 2 == 0), new(\"big\", n => n > Now())]; return rules.Count(r => r.Test(x)); }", "MEMO104"),
        new("A delegate in a required property", Helpers + "class Options { public required Func<int, int> Map { get; init; } } static int Use(Options o, int x) => o.Map(x);", "int F(int x) => Use(new Options { Map = n => n + 1 }, x);"),
    ];

    [TestCaseSource(nameof(Created))]
    public Task A_delegate_is_run_where_it_is_created(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Open =>
    [
        new("A public static", "public static Func<long> S = () => 1;", "long F(int x) => S();", "MEMO107"),
        new("A public readonly static", "public static readonly Func<long> S = () => Now();", "long F(int x) => S();", "MEMO107|MEMO104"),
        new("A private static that others set", "static Func<long> s = () => 1; public static void Set(Func<long> f) => s = f;", "long F(int x) => s();", "MEMO107"),
        new("A static that goes through a helper", "public static Func<long> S = () => 1; static long Run(Func<long> f) => f();", "long F(int x) => Run(S);", "MEMO107"),
        new("A static that goes through LINQ", "public static Func<int, long> S = x => 1;", "long F(int[] x) => x.Select(S).Sum();", "MEMO107"),
        new("A parameter", "", "long F(Func<long> x) => x();", "MEMO107"),
        new("A parameter that goes through a helper", "static long Run(Func<long> f) => f();", "long F(Func<long> x) => Run(x);", "MEMO107"),
        new("A parameter that goes through LINQ", "", "long F(Func<int, long> x, int[] y) => y.Select(x).Sum();", "MEMO107"),
        new("A parameter that goes through an object", "class H(Func<long> f) { public long Go() => f(); }", "long F(Func<long> x) => new H(x).Go();", "MEMO107"),
        new("A parameter that goes through a lambda", "static long Run(Func<long> f) => f();", "long F(Func<long> x) => Run(() => x());", "MEMO107"),
        new("A field of a parameter", "public class P { public int A; public Func<long> Do = () => 1; }", "long F(P x) => x.Do();", "MEMO107"),
        new("A field of a parameter in a helper", "public class P { public int A; public Func<long> Do = () => 1; } static long Run(P p) => p.Do();", "long F(P x) => Run(x);", "MEMO107"),
        new("An element of a parameter", "", "long F(List<Func<long>> x) => x[0]();", "MEMO107"),
        new("An event", "public class P { public int A; public event Action? E; public void Go() => E?.Invoke(); }", "long F(P x) { x.Go(); return 1; }", "MEMO107"),
        new("A static event", "public static event Action? E;", "long F(int x) { E?.Invoke(); return 1; }", "MEMO107"),
        new("A delegate by its name", "", "long F(string x) => ((Func<long>)Delegate.CreateDelegate(typeof(Func<long>), typeof(C), x))();", "MEMO107"),
        new("A delegate that is invoked dynamically", "public static Delegate S = () => 1;", "long F(int x) => (int)S.DynamicInvoke()!;", "MEMO107"),
        new("A function pointer of a parameter", "static unsafe long Run(nint p) => ((delegate*<long>)p)();", "long F(nint x) => Run(x);", "MEMO107"),
    ];

    [TestCaseSource(nameof(Open))]
    public Task A_delegate_of_unknown_origin_cannot_be_verified(Snippet snippet) => snippet.Holds();
}
