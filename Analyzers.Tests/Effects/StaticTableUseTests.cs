namespace Memo.Analyzers.Tests.Effects;

/// <summary>Tables that are made, shown and looked into in other ways; beside each way, a write or an escape of the same kind.</summary>
public sealed class StaticTableUseTests
{
    /// <summary>A field, what somebody else does with it, how the memoized method reads it, and a member beside.</summary>
    private static readonly TableRead[] Reads =
    [
        new("A table made by LINQ", "static readonly Dictionary<int, string> s = Enumerable.Range(0, 9).ToDictionary(i => i, i => i.ToString(CultureInfo.InvariantCulture));", "", "s[x].Length", ""),
        new("A table of lists made by LINQ", "static readonly Dictionary<int, List<int>> s = Enumerable.Range(0, 9).ToDictionary(i => i, i => new List<int> { i });", "var a = s[0].Count;", "s[x].Count", ""),
        new("A table that a helper of another class makes", "static readonly int[] s = Maker.Make(9);", "", "s[x]", "static class Maker { internal static int[] Make(int n) { var a = new int[n]; for (var i = 0; i < n; i++) a[i] = i; Array.Reverse(a); return a; } }"),
        new("A table that a local function fills", "static readonly List<int> s = Make();", "", "s[x]", "static List<int> Make() { var a = new List<int>(); Add(1); return a; void Add(int n) { a.Add(n); if (n < 9) Add(n + 1); } }"),
        new("A table of lists that a helper makes", "static readonly Dictionary<string, List<int>> s = Make();", "var a = s[\"a\"].Count;", "s[\"a\"].Count", "static Dictionary<string, List<int>> Make() { var d = new Dictionary<string, List<int>>(); var l = new List<int>(); l.Add(1); d[\"a\"] = l; d.Add(\"b\", l); return d; }"),
        new("A table that is a property", "static int[] S { get; } = [1];", "var a = S[0];", "S[x]", ""),
        new("A table of an internal property", "internal static IReadOnlyDictionary<string, int> S { get; } = new Dictionary<string, int> { [\"a\"] = 1 };", "var a = S[\"a\"];", "S[\"a\"]", ""),
        new("A table whose keys are shown", "static readonly Dictionary<string, int> s = new() { [\"a\"] = 1 };", "", "s[\"a\"]", "public static IEnumerable<string> Names => s.Keys;"),
        new("A table that is copied over another", "static readonly int[] s = [1];", "var a = new int[1]; s.CopyTo(a, 0); Array.Copy(s, a, 1); a[0] = 2; new List<int>().AddRange(s);", "s[x]", ""),
        new("A union with another", "static readonly HashSet<int> s = [1];", "var a = new HashSet<int>(); a.UnionWith(s); a.IntersectWith(s); var b = new[] { 1 }.Union(s).ToList(); b.Add(1);", "s.Contains(x) ? 1 : 2", ""),
        new("A list that is copied and changed", "static readonly List<int> s = [1];", "var a = s.ToList(); a.Add(2); List<int> b = [.. s]; b.Clear(); s.GetRange(0, 1).Clear();", "s[x]", ""),
        new("A filter by its method", "static readonly HashSet<int> s = [1];", "var a = new[] { 1 }.Where(s.Contains).Count();", "s.Contains(x) ? 1 : 2", ""),
        new("A query in words", "static readonly int[] s = [1];", "var a = (from b in s where b > 1 select b).ToList();", "s[x]", ""),
        new("A switch over it", "static readonly int[] s = [1];", "var a = s switch { [] => 0, [var b, ..] => b };", "s[x]", ""),
        new("An access that may be null", "static readonly int[]? s = [1];", "var a = s?.Length; var b = s?[0];", "s![x]", ""),
        new("A choice between two", "static readonly int[] s = [1]; static readonly int[] t = [2];", "var a = (s[0] > 1 ? s : t)[0];", "(x > 1 ? s : t)[0]", ""),
        new("An object keeps it to read", "static readonly int[] s = [1]; sealed class Reader { readonly int[] _t; public Reader(int[] t) { _t = t; } public int At(int i) => _t[i]; }", "", "new Reader(s).At(x)", ""),
        new("Objects with a base and a constructor", "class Shape(string name) { public string Name = name; public int N; public virtual int Area() => N; } sealed class Square : Shape { readonly List<int> _all = []; public Square(int n) : base(\"a\") { N = n; _all.Add(n); } public override int Area() => N * _all.Count; } static readonly Shape[] s = [new Square(2), new Shape(\"b\")];", "var a = s[0].Area() + s[1].Name.Length;", "s[x].Area()", ""),
        new("A query over objects", "static readonly Cell[] s = [new()];", "var a = s.Where(c => c.N > 1).Sum(c => c.Twice());", "s[x].N", ""),
        new("Functions by name", "static readonly Dictionary<string, Func<int, int>> s = new() { [\"a\"] = a => a + 1 };", "var a = s.Count;", "s.Count", ""),
        new("The static constructor makes it in a variable", "", "", "P.S[x]", "static class P { internal static readonly List<int> S; static P() { var l = new List<int>(); for (var i = 0; i < 9; i++) l.Add(i); S = l; } }"),
    ];

    private static IEnumerable<Snippet> Tables => Reads.Select(read => read.Snippet());

    [TestCaseSource(nameof(Tables))]
    public Task What_reads_a_table_leaves_it_a_table(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Changes =>
    [
        new TableRead("A span that is converted", "static readonly int[] s = [1];", "((Span<int>)s)[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A span that is sorted", "static readonly int[] s = [2, 1];", "s.AsSpan().Sort();", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A span in a loop", "static readonly int[] s = [1];", "foreach (ref var a in s.AsSpan()) a = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A slice of a span", "static readonly int[] s = [1];", "s.AsSpan().Slice(0, 1)[0] = 2; s.AsSpan()[..1][0] = 3;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A memory", "static readonly int[] s = [1];", "s.AsMemory().Span[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A memory that is handed out", "static readonly int[] s = [1];", "", "s[x]", "public static Memory<int> All => s.AsMemory();").Snippet("MEMO102"),
        new TableRead("A memory to read that is handed out", "static readonly int[] s = [1];", "", "s[x]", "public static ReadOnlyMemory<int> All => s;").Snippet("MEMO102"),
        new TableRead("A segment", "static readonly int[] s = [1];", "new ArraySegment<int>(s)[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("The memory of a list", "static readonly List<int> s = [1];", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(s)[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("The memory of an array", "static readonly int[] s = [1];", "System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(s) = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("The memory under another type", "static readonly int[] s = [1];", "System.Runtime.InteropServices.MemoryMarshal.Cast<int, byte>(s.AsSpan())[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A pointer", "static readonly int[] s = [1];", "unsafe { fixed (int* p = s) *p = 2; }", "s[x]", "").Snippet("MEMO102"),
        new TableRead("The sequence behind it", "static readonly int[] s = [1];", "((int[])s.AsEnumerable())[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("The sequence that is handed out", "static readonly int[] s = [1];", "", "s[x]", "public static IEnumerable<int> All => s.AsEnumerable();").Snippet("MEMO102"),
        new TableRead("A cast that may be itself", "static readonly int[] s = [1];", "", "s[x]", "public static IEnumerable<int> All => s.Cast<int>();").Snippet("MEMO102"),
        new TableRead("It is a read-only list outside", "static readonly int[] s = [1];", "", "s[x]", "public static IReadOnlyList<int> All => s;").Snippet("MEMO102"),
        new TableRead("Objects in a loop of a method", "static readonly List<Cell> s = [new()];", "s.ForEach(c => c.N = 2);", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects by a function beside a query", "static readonly Cell[] s = [new()];", "var a = s.Any(c => { c.Up(); return true; });", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects by a method group", "static readonly Cell[] s = [new()];", "Array.ForEach(s, Put);", "s[x].N", "static void Put(Cell c) => c.N = 3;").Snippet("MEMO102"),
        new TableRead("Objects by a query over a query", "static readonly Cell[] s = [new()];", "foreach (var c in s.Where(c => c.N == 0)) c.N = 2;", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects out of a copy", "static readonly Cell[] s = [new()];", "s.ToList()[0].N = 2;", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects out of a collection", "static readonly Cell[] s = [new()];", "Cell[] a = [.. s]; a[0].N = 2;", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects by a pattern", "static readonly Cell[] s = [new()];", "if (s is [var c, ..]) c.N = 2;", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects by a pattern of a property", "static readonly Cell[] s = [new()];", "if (s[0] is { All: var l }) l.Add(1);", "s[x].All.Count", "").Snippet("MEMO102"),
        new TableRead("Objects by their lists", "static readonly Cell[] s = [new()];", "s[0].All.Add(1);", "s[x].All.Count", "").Snippet("MEMO102"),
        new TableRead("Objects by a query of their lists", "static readonly Cell[] s = [new()];", "s.SelectMany(c => c.All.Select(a => c)).First().N = 3;", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects that register themselves", "static readonly List<Self> Known = []; class Self { public int N; public Self() { Known.Add(this); } } static readonly Self[] s = [new()];", "Known[0].N = 2;", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("Objects whose constructor gives away what it keeps", "public static List<int>? Other; class Keeper { public List<int> L; public Keeper(List<int> l) { L = l; Other = l; } } static readonly Keeper[] s = [new([1])];", "Other!.Add(1);", "s[x].L.Count", "").Snippet("MEMO102|MEMO103"),
        new TableRead("Objects whose base is given another static", "static readonly List<int> Other = []; class Base(List<int> l) { public List<int> L = l; } sealed class Derived() : Base(Other); static readonly Base[] s = [new Derived()];", "Other.Add(1);", "s[x].L.Count", "").Snippet("MEMO102"),
        new TableRead("Objects that an override changes", "class B { public int N; public virtual int V() => N; } sealed class D : B { public override int V() => N++; } static readonly B[] s = [new D()];", "s[0].V();", "s[x].N", "").Snippet("MEMO102"),
        new TableRead("State that a delegate is given", "static readonly int[] s = [1];", "var a = string.Create(1, s, (c, t) => t[0] = 2);", "s[x]", "").Snippet("MEMO102"),
        new TableRead("State that a task is given", "static readonly int[] s = [1];", "Task.Factory.StartNew(t => ((int[])t!)[0] = 2, s);", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A helper that gives it back to be changed", "static readonly int[] s = [1];", "Same(s)[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A helper that gives it back to be handed out", "static readonly int[] s = [1];", "", "s[x]", "public static int[] All => Same(s);").Snippet("MEMO102"),
        new TableRead("A helper that keeps it", "static readonly int[] s = [1]; static int[] t = [];", "Keep(s); t[0] = 3;", "s[x]", "static void Keep(int[] a) => t = a;").Snippet("MEMO102"),
        new TableRead("A private method that is a delegate", "static readonly int[] s = [1];", "Func<int[]> f = All; f()[0] = 2;", "s[x]", "static int[] All() => s;").Snippet("MEMO102"),
        new TableRead("A public method", "static readonly int[] s = [1];", "", "s[x]", "public static int[] All() { var t = s; return t; }").Snippet("MEMO102"),
        new TableRead("Two tables in one variable", "static readonly int[] s = [1];", "", "s[x]", "public static int[] Both(int[] p) { var t = s; if (p.Length > 3) t = p; return t; } static int Sum2() => Both(s)[0];").Snippet("MEMO102"),
        new TableRead("Whoever makes it keeps it in a list", "static readonly List<int[]> Kept = []; static readonly int[] s = Make();", "Kept[0][0] = 3;", "s[x]", "static int[] Make() { var a = new int[3]; Kept.Add(a); return a; }").Snippet("MEMO102|MEMO103"),
        new TableRead("Whoever makes it is given a list to keep it in", "static readonly List<int[]> Kept = []; static readonly int[] s = Make(Kept);", "Kept[0][0] = 3;", "s[x]", "static int[] Make(List<int[]> k) { var a = new int[3]; k.Add(a); return a; }").Snippet("MEMO102"),
        new TableRead("Whoever makes it changes it later", "public static Action? Later; static readonly int[] s = Make();", "", "s[x]", "static int[] Make() { var a = new int[3]; Later = () => a[0]++; return a; }").Snippet("MEMO102|MEMO103"),
        new TableRead("Whoever makes it gives another static", "static readonly int[] Other = [1]; static readonly int[] s = Make();", "Other[0] = 2;", "s[x]", "static int[] Make() => Other;").Snippet("MEMO102"),
        new TableRead("Whoever makes it gives one of two", "static readonly int[] Other = [1]; static readonly int[] s = Make(true);", "Other[0] = 2;", "s[x]", "static int[] Make(bool b) { var a = new int[1]; if (b) a = Other; return a; }").Snippet("MEMO102"),
        new TableRead("A live view of another static", "static readonly List<int> Other = [1]; static readonly IEnumerable<int> s = Other.Where(a => a > 0);", "Other.Add(2);", "s.Count() + x", "").Snippet("MEMO102"),
        new TableRead("The static constructor gives it to another field", "", "P.Other[0] = 2;", "P.Get(x)", "static class P { static readonly int[] S; public static readonly int[] Other; static P() { S = [1]; Other = S; } public static int Get(int i) => S[i]; }").Snippet("MEMO102"),
        new TableRead("The static constructor takes it from another field", "", "P.Other[0] = 2;", "P.Get(x)", "static class P { public static readonly int[] Other = [1]; static readonly int[] S; static P() { var t = Other; S = t; } public static int Get(int i) => S[i]; }").Snippet("MEMO102"),
        new TableRead("The static constructor keeps it in a list", "", "P.Kept[0][0] = 2;", "P.Get(x)", "static class P { public static readonly List<int[]> Kept = []; static readonly int[] S = [1]; static P() { Kept.Add(S); } public static int Get(int i) => S[i]; }").Snippet("MEMO102"),
        new TableRead("The static constructor starts what changes it", "", "P.Go();", "P.Get(x)", "static class P { static readonly int[] S = [1]; static Action s_later; static P() { s_later = () => S[0]++; } public static void Go() => s_later(); public static int Get(int i) => S[i]; }").Snippet("MEMO102|MEMO103"),
        new TableRead("The static constructor fills it by a helper that others call", "", "P.Fill(P.Get(), 3);", "P.Get()[x]", "static class P { static readonly Dictionary<int, int> S = []; static P() => Fill(S, 9); internal static void Fill(Dictionary<int, int> d, int n) { for (var i = 0; i < n; i++) d[i] = n; } internal static Dictionary<int, int> Get() => S; }").Snippet("MEMO102"),
        new TableRead("A nested class's static constructor adds to it", "static readonly List<int> s = []; static class Other { public static int A; static Other() => s.Add(1); }", "Other.A = 1;", "s.Count + x", "").Snippet("MEMO102"),
        new TableRead("An object of the closure changes it", "static readonly int[] s = [1]; sealed class Writer(int[] t) { public void Up() => t[0]++; }", "new Writer(s).Up();", "s[x]", "").Snippet("MEMO102"),
        new TableRead("An object of the closure shows it", "static readonly int[] s = [1]; record Shower(int[] T);", "new Shower(s).T[0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("An object keeps it and changes it", "static readonly int[] s = [1]; sealed class Writer { readonly int[] _t; public Writer(int[] t) { _t = t; } public void Up() => _t[0]++; }", "new Writer(s).Up();", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A property that is a table is changed", "static int[] S { get; } = [1];", "S[0] = 2;", "S[x]", "").Snippet("MEMO102"),
        new TableRead("A public property", "public static int[] S { get; } = [1];", "", "S[x]", "").Snippet("MEMO102"),
        new TableRead("A public class's public table", "public static readonly Dictionary<string, int> S = new() { [\"a\"] = 1 };", "", "S[\"a\"]", "").Snippet("MEMO102"),
        new TableRead("A choice between two is changed", "static readonly int[] s = [1]; static readonly int[] t = [2];", "(s[0] > 1 ? s : t)[0] = 3;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("A list of the table is changed", "static readonly int[] s = [1];", "var l = new List<int[]>(); l.Add(s); l[0][0] = 2;", "s[x]", "").Snippet("MEMO102"),
        new TableRead("An enumerator's element", "static readonly List<Cell> s = [new()];", "using var e = s.GetEnumerator(); e.MoveNext(); e.Current.N = 2;", "s[x].N", "").Snippet("MEMO102"),
    ];

    [TestCaseSource(nameof(Changes))]
    public Task What_changes_a_table_or_hands_it_out_makes_it_state(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Elsewhere =>
    [
        new("It is changed", "internal static readonly int[] S = [1];", "int F(int x) => S[x];", "MEMO102") { TopLevel = "public static class N { public static void Go() => C.S[0] = 2; }" },
        new("It is changed by a using static", "internal static readonly List<int> S = [1];", "int F(int x) => S[x];", "MEMO102") { TopLevel = "using static C; public static class N { public static void Go() => S.Add(2); }" },
        new("It is handed out", "internal static readonly int[] S = [1];", "int F(int x) => S[x];", "MEMO102") { TopLevel = "public static class N { public static int[] Go => C.S; }" },
        new("It is read", "internal static readonly int[] S = [1];", "int F(int x) => S[x];") { TopLevel = "public static class N { public static int Go => C.S[0]; }" },
    ];

    [TestCaseSource(nameof(Elsewhere))]
    public Task An_internal_table_in_other_classes(Snippet snippet) => snippet.Holds();

    private const string Boxes = "interface I { int N { get; } void Up(); } ";
    private const string Inline = "[System.Runtime.CompilerServices.InlineArray(2)] struct Pair { int _a; } static Pair s_pair; ";
    private const string Cell = "sealed class Cell : IDisposable { public int N; public int Up() => ++N; public void Dispose() => N++; } static readonly Cell s_cell = new(); ";

    private static IEnumerable<Snippet> Hidden =>
    [
        new("A struct in a box changes itself", Boxes + "struct S : I { public int N { get; private set; } public void Up() => N++; } static readonly I s = new S(); public static void Other() => s.Up();", "int F(int x) => s.N + x;", "MEMO102"),
        new("A struct in a box cannot change itself", Boxes + "struct S : I { public int N { get; } public void Up() { } } static readonly I s = new S(); public static void Other() => s.Up();", "int F(int x) => s.N + x;"),
        new("A record struct in a box is set", "interface I { int N { get; set; } } record struct S(int N) : I; static readonly object s = new S(1); public static void Other() => ((I)s).N = 2;", "int F(int x) => ((S)s).N + x;", "MEMO102"),
        new("An inline array becomes a span", Inline + "public static void Other() { Span<int> all = s_pair; all[0]++; }", "int F(int x) => s_pair[0] + x;", "MEMO102"),
        new("An inline array is sliced", Inline + "public static void Other() { foreach (ref var one in s_pair[..]) one++; }", "int F(int x) => s_pair[0] + x;", "MEMO102"),
        new("An inline array becomes a span that only reads", Inline + "public static int Other() { ReadOnlySpan<int> all = s_pair; return all[0]; }", "int F(int x) => s_pair[0] + x;"),
        new("A declaration disposes of it", Cell + "public static void Other() { using var one = s_cell; }", "int F(int x) => s_cell.N + x;", "MEMO102"),
        new("A query's clause changes it", Cell + "public static int Other() => (from one in new[] { s_cell } select one.Up()).Sum();", "int F(int x) => s_cell.N + x;", "MEMO102"),
        new("A query's clause reads", "static readonly int[] s_xs = [1]; public static int Other() => (from one in s_xs select one + 1).Sum();", "int F(int x) => s_xs[0] + x;"),
    ];

    [TestCaseSource(nameof(Hidden))]
    public Task A_change_that_is_not_an_assignment_is_one(Snippet snippet) => snippet.Holds();

    /// <summary>Classes out of tables: what a virtual call on them runs.</summary>
    private const string Classes = """
        public class B { public virtual long V() => 1; public long W() => 2; }
        public class D : B { public override long V() => Now(); }
        public class E : B { public override long V() => 3; }
        static long Call(B b) => b.V();

        """;

    private static IEnumerable<Snippet> Held =>
    [
        new("Classes out of a static table", Classes + "static readonly B[] s_all = [new E(), new B()];", "long F(int x) => s_all[x].V();"),
        new("Classes out of a static constructor", Classes + "static class H { public static readonly B A; static H() { A = new E(); } }", "long F(int x) => Call(H.A);"),
        new("Classes out of a static table, one of which reads the clock", Classes + "static readonly B[] s_all = [new E(), new D()];", "long F(int x) => s_all[x].V();", "MEMO104"),
    ];

    [TestCaseSource(nameof(Held))]
    public Task A_virtual_call_runs_what_the_table_holds(Snippet snippet) => snippet.Holds();
}
