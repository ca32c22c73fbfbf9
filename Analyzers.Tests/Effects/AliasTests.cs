namespace Memo.Analyzers.Tests.Effects;

/// <summary>Ways to change or read shared state that do not look like it. Beside each, the copy that is harmless.</summary>
public sealed class AliasTests
{
    private const string Types = """
        public sealed record Box(List<int> Items) { public List<int> Own { get; init; } = []; }
        public struct Pair { public List<int> A; public int B; }
        public sealed class Cell { public int[] Values = new int[3]; public Cell? Next; public int[] Get() => Values; public ref int At(int i) => ref Values[i]; }
        """;

    [TestCase("int F(Box x) { (x with { }).Items.Add(1); return 1; }", TestName = "A shallow copy of a record shares its lists")]
    [TestCase("int F(Pair x) { var y = x; y.A.Add(1); return 1; }", TestName = "A copy of a struct shares its lists")]
    [TestCase("int F(Cell x) { x.Get()[0] = 1; return 1; }", TestName = "A getter's array is the object's")]
    [TestCase("int F(Cell x) { x.At(0) = 1; return 1; }", TestName = "A ref return points into the object")]
    [TestCase("int F(Cell x) { ref var r = ref x.Values[0]; r++; return 1; }", TestName = "A ref local points into the object")]
    [TestCase("int F(int[] x) { Span<int> s = x; s[0] = 1; return 1; }", TestName = "A span is the array")]
    [TestCase("int F(int[] x) { x.AsMemory().Span[0] = 1; return 1; }", TestName = "A memory is the array")]
    [TestCase("int F(List<int> x) { System.Runtime.InteropServices.CollectionsMarshal.AsSpan(x)[0] = 1; return 1; }", TestName = "A span over a list is the list")]
    [TestCase("int F(List<int> x) { (List<int> a, int b) t = (x, 1); t.a.Add(1); return 1; }", TestName = "A tuple holds the list")]
    [TestCase("int F(List<int> x) { object o = x; ((List<int>)o).Add(1); return 1; }", TestName = "A cast gives the list back")]
    [TestCase("int F(List<int> x) { if ((object)x is List<int> y) y.Add(1); return 1; }", TestName = "A pattern gives the list back")]
    [TestCase("int F(List<int> x) { IList<int> y = x; y.Add(1); return 1; }", TestName = "An interface is the list")]
    [TestCase("int F(List<int> x) { Get(x, out var y); y.Add(1); return 1; } static void Get(List<int> a, out List<int> b) => b = a;", TestName = "An out argument gives the list back")]
    [TestCase("int F(List<int> x) { List<int> y = []; Set(ref y, x); y.Add(1); return 1; } static void Set(ref List<int> a, List<int> b) => a = b;", TestName = "A ref argument gives the list back")]
    [TestCase("int F(List<List<int>> x) { x.First().Add(1); return 1; }", TestName = "LINQ gives elements back")]
    [TestCase("int F(List<List<int>> x) { x.Where(y => y.Count > 1).ToList()[0].Add(1); return 1; }", TestName = "A filtered copy holds the same elements")]
    [TestCase("int F(List<List<int>> x) { foreach (var y in x.OrderBy(y => y.Count)) y.Clear(); return 1; }", TestName = "A sorted sequence holds the same elements")]
    [TestCase("int F(List<List<int>> x) { x.ForEach(y => y.Clear()); return 1; }", TestName = "A lambda gets the elements")]
    [TestCase("int F(List<List<int>> x) => x.Select(y => { y.Add(1); return y.Count; }).Sum();", TestName = "A selector gets the elements")]
    [TestCase("int F(Dictionary<string, List<int>> x) { if (x.TryGetValue(\"a\", out var y)) y.Add(1); return 1; }", TestName = "A lookup gives the element")]
    [TestCase("int F(Dictionary<string, List<int>> x) { foreach (var (k, y) in x) y.Add(1); return 1; }", TestName = "A deconstructed entry holds the element")]
    [TestCase("int F(List<int>[] x) { var c = (List<int>[])x.Clone(); c[0].Add(1); return 1; }", TestName = "A cloned array holds the same elements")]
    [TestCase("int F(List<int>[] x) { List<int>[] c = [.. x]; c[0].Add(1); return 1; }", TestName = "A spread holds the same elements")]
    [TestCase("int F(List<int>[] x) { var c = new List<int>[9]; Array.Copy(x, c, 1); c[0].Add(1); return 1; }", TestName = "A copied array holds the same elements")]
    [TestCase("int F(List<int> x) { var c = new Cell2 { L = x }; c.Do(); return 1; } class Cell2 { public List<int> L = []; public void Do() => L.Add(1); }", TestName = "An object changes what was put into it")]
    [TestCase("int F(List<int> x) { new Cell3(x).Do(); return 1; } class Cell3(List<int> l) { public void Do() => l.Add(1); }", TestName = "A captured constructor parameter is the list")]
    [TestCase("int F(List<int> x) { var c = new Cell2(); c.L = x; c.Do(); return 1; } class Cell2 { public List<int> L = []; public void Do() => L.Add(1); }", TestName = "An object changes what was assigned to it")]
    [TestCase("int F(List<int> x) { var c = new Cell2(); c.Keep(x); c.Do(); return 1; } class Cell2 { List<List<int>> _all = []; public void Keep(List<int> l) => _all.Add(l); public void Do() { foreach (var l in _all) l.Add(1); } }", TestName = "An object changes what it was told to keep")]
    [TestCase("int F(List<int> x) { var c = new Cell2 { L = x }; Run(c); return 1; } class Cell2 { public List<int> L = []; } static void Run(Cell2 c) => c.L.Add(1);", TestName = "A helper changes what is in its argument")]
    [TestCase("int F(List<int> x) { var c = (1, x); Run(c); return 1; } static void Run((int, List<int> L) c) => c.L.Add(1);", TestName = "A helper changes what is in a tuple")]
    [TestCase("int F(List<int> x) { var c = new[] { x }; Run(c); return 1; } static void Run(List<int>[] c) => c[0].Add(1);", TestName = "A helper changes what is in an array")]
    [TestCase("int F(List<int> x) { var c = Make(x); c.L.Add(1); return 1; } class Cell2 { public List<int> L = []; } static Cell2 Make(List<int> l) => new() { L = l };", TestName = "A helper puts its argument into a new object")]
    [TestCase("int F(List<int> x) { using var c = new Cell2 { L = x }; return 1; } class Cell2 : IDisposable { public List<int> L = []; public void Dispose() => L.Add(1); }", TestName = "A Dispose changes what is in the object")]
    [TestCase("int F(List<int> x) { var c = new Cell2 { L = x }; return c.P; } class Cell2 { public List<int> L = []; public int P { get { L.Add(1); return 1; } } }", TestName = "A getter changes what is in the object")]
    [TestCase("int F(List<int> x) => $\"{new Cell2 { L = x }}\".Length; class Cell2 { public List<int> L = []; public override string ToString() { L.Add(1); return \"\"; } }", TestName = "A ToString changes what is in the object")]
    [TestCase("int F(List<int> x) => Make(x)(); static Func<int> Make(List<int> l) => () => { l.Add(1); return 1; };", TestName = "A lambda that a helper makes changes its argument")]
    [TestCase("int F(List<int> x) { var l = new Lazy<int>(() => { x.Add(1); return 1; }); return l.Value; }", TestName = "A lazy value changes what it captured")]
    [TestCase("int F(List<int> x) { void L() => x.Add(1); L(); return 1; }", TestName = "A local function captures the list")]
    [TestCase("int F(List<int> x) { var fs = new List<Action> { () => x.Add(1) }; fs[0](); return 1; }", TestName = "A stored lambda captures the list")]
    [TestCase("int F(List<int> x) => G(x).Count(); static IEnumerable<int> G(List<int> a) { a.Add(1); yield return 1; }", TestName = "An iterator changes its argument")]
    [TestCase("async Task<int> F(List<int> x) { await G(x); return 1; } static async Task G(List<int> a) { await Task.Yield(); a.Add(1); }", TestName = "An async method changes its argument")]
    [TestCase("int F(List<int> x) { (x[0], x[1]) = (x[1], x[0]); return 1; }", TestName = "A swap writes elements")]
    [TestCase("int F(Box x) { x.Items[0]++; return 1; }", TestName = "An increment writes an element")]
    [TestCase("int F(Box x) { x?.Items.Clear(); return 1; }", TestName = "A conditional call changes")]
    [TestCase("int F(List<int> x) { var y = new List<int>(); y = x; y.Add(1); return 1; }", TestName = "A variable is assigned later")]
    [TestCase("int F(List<int> x, bool b) { var y = b switch { true => x, _ => new List<int>() }; y.Add(1); return 1; }", TestName = "A switch gives the list back")]
    [TestCase("int F(List<int>? x) { var y = x ?? []; y.Add(1); return 1; }", TestName = "A coalesced list may be the parameter")]
    [TestCase("int F(List<int> x) { List<int>? y = null; (y ??= x).Add(1); return 1; }", TestName = "A coalescing assignment gives the list back")]
    [TestCase("int F(Cell x) { for (var c = x; c != null; c = c.Next) c.Values = []; return 1; }", TestName = "A walk over a linked list writes its nodes")]
    [TestCase("int F(HashSet<int> x, int[] y) { x.UnionWith(y); return 1; }", TestName = "A set operation changes the set")]
    [TestCase("int F(int[] x) { Array.Reverse(x); return 1; }", TestName = "Array.Reverse")]
    [TestCase("int F(int[] x) { x.CopyTo(x, 0); return 1; }", TestName = "CopyTo the parameter")]
    [TestCase("int F(int[] x) { Parallel.For(0, 3, i => x[i] = i); return 1; }", TestName = "A parallel loop writes the parameter")]
    [TestCase("int F(int[] x) { new Random(1).Shuffle(x); return 1; }", TestName = "A shuffle writes the parameter")]
    public async Task Changes_an_argument(string method)
    {
        var source = SourceText.Class(Types + "\n[Memoize] public static " + method);
        Assert.That(Reported.Compile(("C.cs", source)).GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
        var findings = await Reported.InFiles(("C.cs", source));
        Assert.That(findings.Select(f => f.Id), Has.Some.EqualTo("MEMO106").Or.Some.EqualTo("MEMO107"), "a change that nobody hears of");
    }

    [TestCase("var c = new Cell2 { L = Log }; c.Do();", TestName = "An object changes the static that was put into it")]
    [TestCase("Run(new[] { Log });", TestName = "A helper changes the static in an array")]
    [TestCase("var l = Log; l.Add(x);", TestName = "An alias of a static is changed")]
    [TestCase("(true ? Log : []).Add(x);", TestName = "A conditional static is changed")]
    public async Task Changes_a_static(string statements)
    {
        var source = SourceText.Class("""
            public static readonly List<int> Log = [];
            private static List<int> Get() => Log;
            private static void Run(List<int>[] c) => c[0].Add(1);
            private sealed class Cell2 { public List<int> L = []; public void Do() => L.Add(1); }

            """ + "[Memoize] public static int F(int x) { " + statements + " return x; }");
        Assert.That(Reported.Compile(("C.cs", source)).GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
        var findings = await Reported.InFiles(("C.cs", source));
        Assert.That(findings.Select(f => f.Id), Has.Some.EqualTo("MEMO103"), "a change that nobody hears of");
    }

    [TestCase("static readonly int[] T = [1]; public static int[] All => T;", "T[x]", TestName = "A table that a property gives away")]
    [TestCase("static readonly int[] T = [1]; public static Span<int> All() => T;", "T[x]", TestName = "A table that a span gives away")]
    [TestCase("static readonly int[] T = [1]; public static void Set(int i) { ref var r = ref T[i]; r = 2; }", "T[x]", TestName = "A table that a ref changes")]
    [TestCase("static readonly List<int> T = [1]; public static void Set(int i) { var t = T; t.Add(i); }", "T[x]", TestName = "A table that an alias changes")]
    [TestCase("static readonly List<int> T = [1]; public static void Set() => Change(T); static void Change(List<int> t) => t.Add(1);", "T[x]", TestName = "A table that a helper changes")]
    [TestCase("static readonly List<int> T = [1]; public static Action Set() => () => T.Add(1);", "T[x]", TestName = "A table that a lambda changes")]
    [TestCase("static readonly List<int> T = [1]; public static IEnumerable<int> All() => T;", "T[x]", TestName = "A table that an interface gives away")]
    [TestCase("static readonly D T = new(); class D { public int A; } public static void Set() => T.A = 3;", "T.A + x", TestName = "An object whose field another method sets")]
    [TestCase("static int _n; public static void Set(ref int n) => n = 3; public static void Do() => Set(ref _n);", "_n + x", TestName = "A field that goes out by reference")]
    [TestCase("static int _n; public static void Set() => Interlocked.Increment(ref _n);", "_n + x", TestName = "A field that Interlocked changes")]
    [TestCase("static int _n; public static void Set() => (_n, _) = (1, 2);", "_n + x", TestName = "A field that a deconstruction assigns")]
    [TestCase("static int _n; public static void Set() => int.TryParse(\"1\", out _n);", "_n + x", TestName = "A field that an out argument assigns")]
    [TestCase("[ThreadStatic] static int _n; public static void Set() => _n = 1;", "_n + x", TestName = "A thread's own field")]
    [TestCase("public static class H { public static int N { get; set; } }", "H.N + x", TestName = "A setting of another class")]
    [TestCase("public sealed class S { public static S Instance { get; } = new(); public int N { get; set; } }", "S.Instance.N + x", TestName = "A singleton's property")]
    [TestCase("static readonly AsyncLocal<int> T = new(); public static void Set() => T.Value = 1;", "T.Value + x", TestName = "An async local")]
    [TestCase("static int _n = 1; [System.Runtime.CompilerServices.ModuleInitializer] public static void Start() => _n = Environment.ProcessId;", "_n + x", TestName = "A field that a module initializer assigns")]
    public async Task Reads_what_can_change(string members, string expression)
    {
        var source = SourceText.Class(members + "\n[Memoize] public static int F(int x) => " + expression + ";").Replace("static class C", "static partial class C", StringComparison.Ordinal);
        Assert.That(Reported.Compile(("C.cs", source)).GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
        var findings = await Reported.InFiles(("C.cs", source));
        Assert.That(findings.Select(f => f.Id), Has.Some.EqualTo("MEMO102").Or.Some.EqualTo("MEMO107"), "a read that nobody hears of");
    }

    [TestCase("int F(int[] x) { Span<int> s = x.ToArray(); s[0] = 1; return 1; }", TestName = "A span over a copy")]
    [TestCase("int F(int[] x) { var y = new int[3]; x.CopyTo(y, 0); y[0] = 2; return 1; }", TestName = "CopyTo a new array")]
    [TestCase("int F(int[] x) { var y = new Cell(); y.Values[0] = x[0]; y.At(1) = 2; return y.Get()[0]; }", TestName = "An object made here")]
    [TestCase("int F(List<string> x) { x = x.ToList(); x.Sort(StringComparer.Ordinal); x.Reverse(); return x.Count; }", TestName = "A copy under the same name")]
    [TestCase("int F(int[] x) { foreach (var y in x) { var z = y; z++; } return 1; }", TestName = "A loop variable's copy")]
    [TestCase("int F(List<List<int>> x) { var n = 0; foreach (var y in x) foreach (var z in y) n += z; return n; }", TestName = "Nested loops that only read")]
    [TestCase("int F(Dictionary<string, List<int>> x) { var n = 0; foreach (var (k, y) in x) n += y.Count + k.Length; return n; }", TestName = "A loop over entries that only reads")]
    [TestCase("int F(Box[] x) => x.Select(y => y.Items.Count).Where(n => n > 1).Sum() + x.Max(y => y.Own.Count);", TestName = "Selectors that only read")]
    [TestCase("int F(Cell x) { var n = 0; for (var c = x; c != null; c = c.Next) n += c.Values.Length; return n; }", TestName = "A walk that only reads")]
    public Task Changes_nothing(string method) => Check.Members(Types + "\n[Memoize] public static " + method);
}
