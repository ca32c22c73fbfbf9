namespace Memo.Analyzers.Tests.Effects;

/// <summary>What stays open: objects and functions that come from where the closure cannot look cannot be verified.</summary>
public sealed class OpenCallTests
{
    private const string Types = """
        public interface I { long V(); }
        public sealed class D : I { public int A; public long V() => Now(); public override string ToString() => Now() + ""; }
        public sealed class Loud : IEnumerable<int>, IComparer<int>, IDisposable { public IEnumerator<int> GetEnumerator() { yield return (int)Now(); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public int Compare(int a, int b) => (int)Now(); public void Dispose() => Now(); }
        [AssumePure("one for each name")] static T Find<T>(string name) => (T)Activator.CreateInstance(Type.GetType(name)!)!;
        [AssumePure("one for each name")] static void FindOut<T>(string name, out T t) => t = (T)Activator.CreateInstance(Type.GetType(name)!)!;
        [AssumePure("always the same")] static B Made() => new Late();
        public class B { public virtual long V() => 1; }
        sealed class Late : B { public override long V() => Now(); }
        [AssumePure("nothing special")] static int Run(I i) => (int)i.V();
        sealed class Plugins { [AssumePure("one for each name")] public I this[string name] => (I)Activator.CreateInstance(Type.GetType(name)!)!; [AssumePure("the only one")] public static I Only => (I)Activator.CreateInstance(Type.GetType("D")!)!; }

        """;

    private const string Has = "public sealed class Has { public Func<long> G = () => 1; } ";

    private static IEnumerable<Snippet> Assumed =>
    [
        new("An interface's member", Types, "long F(string x) => Find<I>(x).V();", "MEMO104|MEMO107"),
        new("An interface's member, out of an out", Types, "long F(string x) { FindOut<I>(x, out var i); return i.V(); }", "MEMO104|MEMO107"),
        new("An interface's member, out of an indexer", Types, "long F(string x) => new Plugins()[x].V();", "MEMO104|MEMO107"),
        new("An interface's member, out of a property", Types, "long F(string x) => Plugins.Only.V();", "MEMO104|MEMO107"),
        new("An interface's member in a helper", Types + "static long Call(I i) => i.V();", "long F(string x) => Call(Find<I>(x));", "MEMO104|MEMO107"),
        new("A virtual member", Types, "long F(string x) => Find<B>(x).V();", "MEMO104|MEMO107"),
        new("An object that is cast", Types, "long F(string x) => ((I)Find<object>(x)).V();", "MEMO104|MEMO107"),
        new("A text of an object", Types, "string F(string x) => Find<object>(x).ToString()!;", "MEMO104|MEMO107"),
        new("A text of an object in a text", Types, "string F(string x) => $\"{Find<object>(x)}\";", "MEMO104|MEMO107"),
        new("A function", Types, "long F(string x) => Find<Func<long>>(x)();", "MEMO107"),
        new("A sequence", Types, "long F(string x) => Find<IEnumerable<int>>(x).Sum();", "MEMO104|MEMO107"),
        new("A sequence in a loop", Types, "long F(string x) { foreach (var a in Find<IEnumerable<int>>(x)) return a; return 1; }", "MEMO104|MEMO107"),
        new("A comparer", Types, "long F(string x) => new[] { 1, 2 }.OrderBy(a => a, Find<IComparer<int>>(x)).First();", "MEMO104|MEMO107"),
        new("A thing to dispose of", Types, "long F(string x) { using var d = Find<IDisposable>(x); return 1; }", "MEMO104|MEMO107"),
        new("A function, out of an out", Types, "long F(string x) { FindOut<Func<long>>(x, out var f); return f(); }", "MEMO107"),
        new("A function in an object, out of an out", Types + Has, "long F(string x) { FindOut<Has>(x, out var h); return h.G(); }", "MEMO107"),
        new("An interface's member, out of an out, beside another", Types + "sealed class Quiet : I { public long V() => 1; }", "long F(string x) { FindOut<I>(x, out var i); return i.V() + new Quiet().V(); }", "MEMO104"),
        new("A text of an object, out of an out", Types, "string F(string x) { FindOut<object>(x, out var o); return o.ToString()!; }", "MEMO104|MEMO107"),
        new("A function in an object", Types + Has, "long F(string x) => Find<Has>(x).G();", "MEMO107"),
        new("A function out of a helper", Types + "static Func<long> Get(string x) => Find<Func<long>>(x);", "long F(string x) => Get(x)();", "MEMO107"),
        new("A function out of a generic helper", Types + "static T Get<T>(string x) => Find<T>(x);", "long F(string x) => Get<Func<long>>(x)();", "MEMO107"),
        new("A function that is cast", Types, "long F(string x) => ((Func<long>)Find<object>(x))();", "MEMO107"),
        new("A function that a helper runs", Types + "static long Run(Func<long> f) => f();", "long F(string x) => Run(Find<Func<long>>(x));", "MEMO107"),
        new("A function that LINQ runs", Types, "long F(string x) => new[] { 1 }.Select(Find<Func<int, int>>(x)).First();", "MEMO107"),
        new("A function in a list", Types, "long F(string x) => Find<List<Func<long>>>(x)[0]();", "MEMO107"),
        new("A function in a list in a loop", Types, "long F(string x) { foreach (var f in Find<Func<long>[]>(x)) return f(); return 1; }", "MEMO107"),
        new("A function in a tuple", Types, "long F(string x) => Find<(Func<long> G, int N)>(x).G();", "MEMO107"),
        new("A function in a tuple that is taken apart", Types, "long F(string x) { var (g, n) = Find<(Func<long> G, int N)>(x); return g(); }", "MEMO107"),
        new("A function by a pattern", Types + Has, "long F(string x) => Find<Has>(x) is { G: var g } ? g() : 1;", "MEMO107"),
        new("A function that is put into a list", Types, "long F(string x) { var l = new List<Func<long>>(); l.Add(Find<Func<long>>(x)); return l[0](); }", "MEMO107"),
        new("A function that is put into a field", Types + Has, "long F(string x) { var h = new Has(); h.G = Find<Func<long>>(x); return h.G(); }", "MEMO107"),
        new("A function by a delegate of the method", Types, "long F(string x) { Func<string, Func<long>> find = Find<Func<long>>; return find(x)(); }", "MEMO107"),
        new("A function by a method group", Types, "long F(string[] x) => x.Select(Find<Func<long>>).First()();", "MEMO107"),
        new("A function by a lambda", Types, "long F(string[] x) => x.Select(a => Find<Func<long>>(a)).First()();", "MEMO107"),
        new("A function by a local function", Types, "long F(string x) { Func<long> Get() => Find<Func<long>>(x); return Get()(); }", "MEMO107"),
        new("A function in a task", Types + "[AssumePure(\"known\")] static async Task<Func<long>> Later(string x) { await Task.Yield(); return Find<Func<long>>(x); }", "async Task<long> F(string x) => (await Later(x))();", "MEMO107"),
        new("A function by an operator", Types + "sealed class Op(string n) { public string N = n; [AssumePure(\"known\")] public static implicit operator Func<long>(Op o) => Find<Func<long>>(o.N); }", "long F(string x) { Func<long> f = new Op(x); return f(); }", "MEMO107"),
        new("A function by a constructor", Types + "sealed class Op { public Func<long> G; [AssumePure(\"known\")] public Op(string n) => G = Find<Func<long>>(n); }", "long F(string x) => new Op(x).G();", "MEMO107"),
        new("A function by a base constructor", Types + "class Op { public Func<long> G; [AssumePure(\"known\")] public Op(string n) => G = Find<Func<long>>(n); } sealed class Own(string n) : Op(n);", "long F(string x) => new Own(x).G();", "MEMO107"),
        new("A function by a base constructor that no one calls", Types + "class Op { public Func<long> G; [AssumePure(\"known\")] public Op() => G = Find<Func<long>>(\"a\"); } sealed class Own : Op;", "long F(string x) => new Own().G();", "MEMO107"),
        new("A function by a deconstruction", Types + "sealed class Op { [AssumePure(\"known\")] public void Deconstruct(out Func<long> g, out int n) => (g, n) = (Find<Func<long>>(\"a\"), 1); }", "long F(string x) { var (g, n) = new Op(); return g(); }", "MEMO107"),
        new("A function by a pattern of positions", Types + "sealed class Op { [AssumePure(\"known\")] public void Deconstruct(out Func<long> g, out int n) => (g, n) = (Find<Func<long>>(\"a\"), 1); }", "long F(string x) => new Op() is (var g, _) ? g() : 1;", "MEMO107"),
        new("A function by an enumerator", Types + "sealed class Op { public Op GetEnumerator() => this; int _n; public bool MoveNext() => _n++ < 1; [AssumePure(\"known\")] public Func<long> Current => Find<Func<long>>(\"a\"); }", "long F(string x) { foreach (var f in new Op()) return f(); return 1; }", "MEMO107"),
        new("A function by a sequence", Types + "sealed class Op : IEnumerable<Func<long>> { [AssumePure(\"known\")] public IEnumerator<Func<long>> GetEnumerator() { yield return Find<Func<long>>(\"a\"); } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }", "long F(string x) => new Op().First()();", "MEMO107"),
        new("A function by a member of an interface", Types + "interface IGet { [AssumePure(\"known\")] Func<long> Get(); } sealed class Op : IGet { public Func<long> Get() => Find<Func<long>>(\"a\"); }", "long F(string x) { IGet g = new Op(); return g.Get()(); }", "MEMO107"),
        new("A function by an accepted override", Types + "interface IGet { Func<long> Get(); } sealed class Op : IGet { [AssumePure(\"known\")] public Func<long> Get() => (Func<long>)Activator.CreateInstance(Type.GetType(\"a\")!)!; } static long Run(IGet g) => g.Get()();", "long F(string x) => Run(new Op());", "MEMO107"),
        new("A function in an accepted class", Types + "[AssumePure(\"known\")] sealed class Op { public Func<long> G = Find<Func<long>>(\"a\"); }", "long F(string x) => new Op().G();", "MEMO107"),
        new("A function in a lazy value", Types, "long F(string x) => Find<Lazy<Func<long>>>(x).Value();", "MEMO107"),
        new("A lazy value", Types, "long F(string x) => Find<Lazy<long>>(x).Value;", "MEMO107"),
        new("A function that a function is called with", Types + "[AssumePure(\"known\")] static long With(string n, Func<Func<long>, long> use) => use(Find<Func<long>>(n));", "long F(string x) => With(x, f => f());", "MEMO107"),
        new("An object that a function is called with", Types + "[AssumePure(\"known\")] static long With(string n, Func<I, long> use) => use(Find<I>(n));", "long F(string x) => With(x, i => i.V());", "MEMO104|MEMO107"),
        new("An object that a function passes to a helper", Types + "[AssumePure(\"known\")] static long With(string n, Func<I, long> use) => use(Find<I>(n)); static long V(I i) => i.V();", "long F(string x) => With(x, V);", "MEMO104|MEMO107"),
        new("What was passed, in a function", Types + "[AssumePure(\"known\")] static void Each(List<int> l, Action<List<int>> use) => use(l);", "long F(List<int> x) { Each(x, l => l.Add(1)); return x.Count; }", "MEMO106"),
        new("What was passed, read in a function", Types + "[AssumePure(\"known\")] static void Each(List<int> l, Action<List<int>> use) => use(l);", "long F(List<int> x) { var n = 0; Each(x, l => n = l.Count); return n; }"),
        new("A function into a ref", Types + "[AssumePure(\"known\")] static void Set(ref Func<long> f) => f = Find<Func<long>>(\"a\");", "long F(string x) { Func<long> f = () => 1; Set(ref f); return f(); }", "MEMO107"),
        new("A function into a ref field", Types + Has + "[AssumePure(\"known\")] static void Set(ref Func<long> f) => f = Find<Func<long>>(\"a\");", "long F(string x) { var h = new Has(); Set(ref h.G); return h.G(); }", "MEMO107"),
        new("An interface's member by a constructor", Types + "sealed class Op { public I J; [AssumePure(\"known\")] public Op(string n) => J = Find<I>(n); }", "long F(string x) => new Op(x).J.V();", "MEMO104|MEMO107"),
        new("An interface's member by an operator", Types + "sealed class Op(string n) { public string N = n; [AssumePure(\"known\")] public static I operator +(Op a, int b) => Find<I>(a.N); }", "long F(string x) => (new Op(x) + 1).V();", "MEMO104|MEMO107"),
        new("An interface's member by an enumerator", Types + "sealed class Op { public Op GetEnumerator() => this; int _n; public bool MoveNext() => _n++ < 1; [AssumePure(\"known\")] public I Current => Find<I>(\"a\"); }", "long F(string x) { foreach (var f in new Op()) return f.V(); return 1; }", "MEMO104|MEMO107"),
        new("An interface's member by a deconstruction", Types + "sealed class Op { [AssumePure(\"known\")] public void Deconstruct(out I g, out int n) => (g, n) = (Find<I>(\"a\"), 1); }", "long F(string x) { var (g, n) = new Op(); return g.V(); }", "MEMO104|MEMO107"),
        new("An interface's member by a method group", Types, "long F(string[] x) => x.Select(Find<I>).First().V();", "MEMO104|MEMO107"),
        new("An interface's member by an accepted override", Types + "interface IGet { I Get(); } sealed class Op : IGet { [AssumePure(\"known\")] public I Get() => (I)Activator.CreateInstance(Type.GetType(\"a\")!)!; } static long Go(IGet g) => g.Get().V();", "long F(string x) => Go(new Op());", "MEMO104|MEMO107"),
        new("A list that is found is changed", Types, "long F(string x) { var l = Find<List<List<int>>>(x); l[0].Add(1); return l[0].Count; }"),
        new("An object that may hold functions is changed", Types + "public class Cell { public List<int> L = []; public int N; } static Cell Get(string x) => Find<Cell>(x);", "long F(string x) { var a = Get(x); a.L.Add(1); a.N = 2; var b = Find<Cell>(x); b.L.Add(1); return a.N; }"),
        new("A function beside what is found", Types + "public class Cell { public int N; } static long Run(Cell c, Func<Cell, long> f) => f(c);", "long F(string x) => Run(Find<Cell>(x), c => c.N);"),
        new("A member by a delegate of the method", Types + "public class Cell { public int N; }", "long F(string[] x) { Func<string, Cell> find = Find<Cell>; return find(x[0]).N; }"),
        new("A number, out of an out", Types, "long F(string x) { FindOut<int>(x, out var i); return i; }"),
        new("What an assumed method makes is known", Types, "long F(string x) => Made().V();", "MEMO104"),
        new("What an assumed method does inside is assumed", Types, "long F(string x) => Run(new D());"),
        new("A sealed type without overrides", Types + "public sealed class Own { public int A; public long V() => A; }", "long F(string x) => Find<Own>(x).V();"),
        new("A number", Types, "long F(string x) => Find<int>(x) + Find<string>(x).Length;"),
    ];

    [TestCaseSource(nameof(Assumed))]
    public Task What_an_assumed_method_gives(Snippet snippet) => snippet.Holds();

    private const string Parameter = "[NotKeyed(\"it changes nothing\")] ";

    private static IEnumerable<Snippet> NotKeyed =>
    [
        new("An interface's member", Types, $"long F(int x, {Parameter}I o) => o.V();", "MEMO104|MEMO107"),
        new("An object that is cast", Types, $"long F(int x, {Parameter}object o) => ((I)o).V();", "MEMO104|MEMO107"),
        new("A text of an object", Types, $"string F(int x, {Parameter}object o) => o.ToString()!;", "MEMO104|MEMO107"),
        new("A text of an object in a list", Types, $"string F(int x, {Parameter}List<object> o) => string.Join(',', o);", "MEMO104|MEMO107"),
        new("A function", Types, $"long F(int x, {Parameter}Func<long> o) => o();", "MEMO107"),
        new("A sequence", Types, $"long F(int x, {Parameter}IEnumerable<int> o) => o.Sum();", "MEMO104|MEMO107"),
        new("A sequence in a loop", Types, $"long F(int x, {Parameter}IEnumerable<int> o) {{ foreach (var a in o) return a; return 1; }}", "MEMO104|MEMO107"),
        new("A comparer", Types, $"long F(int x, {Parameter}IComparer<int> o) => o.Compare(x, 1);", "MEMO104|MEMO107"),
        new("A comparer in a sort", Types, $"long F(int x, {Parameter}IComparer<int> o) => new[] {{ 1, x }}.Order(o).First();", "MEMO104|MEMO107"),
        new("A thing to dispose of", Types, $"long F(int x, {Parameter}IDisposable o) {{ o.Dispose(); return 1; }}", "MEMO104|MEMO106|MEMO107"),
        new("A lazy value", Types, $"long F(int x, {Parameter}Lazy<I> o) => o.Value.V();", "MEMO104|MEMO107"),
        new("A task's number", Types, $"async Task<long> F(int x, {Parameter}Task<int> o) => await o;"),
        new("A number", Types, $"long F(int x, {Parameter}int o) => o + x;"),
        new("A list of numbers", Types, $"long F(int x, {Parameter}int[] o) => o.Sum() + x;"),
    ];

    [TestCaseSource(nameof(NotKeyed))]
    public Task What_is_not_in_the_key(Snippet snippet) => snippet.Holds();
}
