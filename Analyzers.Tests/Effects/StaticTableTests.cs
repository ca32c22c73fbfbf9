namespace Memo.Analyzers.Tests.Effects;

/// <summary>Private tables: what only reads them leaves them tables, whatever changes them or hands them out makes them state.</summary>
public sealed class StaticTableTests
{
    private const string Types = """
        public sealed record Row(string Name, int N);
        sealed class Cell { public int N; public List<int> All = []; public void Up() => N++; public int Twice() => N * 2; }
        static int Sum(IEnumerable<int> xs) { var n = 0; foreach (var x in xs) n += x; return n; }
        static int First(int[] xs) => xs[0];
        static void Change(int[] xs) => xs[0] = 1;
        static T Same<T>(T t) => t;

        """;

    /// <summary>A field, what somebody else does with it, how the memoized method reads it, and a member beside.</summary>
    private static readonly (string Name, string Field, string Touch, string Read, string Member)[] Reads =
    [
        ("An element", "static readonly int[] s = [1];", "var a = s[0];", "s[x]", ""),
        ("A count", "static readonly List<int> s = [1];", "var a = s.Count;", "s[x]", ""),
        ("A loop", "static readonly List<int> s = [1];", "foreach (var a in s) { }", "s[x]", ""),
        ("A loop over entries", "static readonly Dictionary<string, int> s = new() { [\"a\"] = 1 };", "foreach (var (k, v) in s) { }", "s[\"a\"]", ""),
        ("A lookup", "static readonly Dictionary<string, int> s = new() { [\"a\"] = 1 };", "s.TryGetValue(\"a\", out var a);", "s.GetValueOrDefault(\"a\")", ""),
        ("A query", "static readonly List<Row> s = [new(\"a\", 1)];", "var a = s.Where(r => r.N > 1).OrderBy(r => r.Name, StringComparer.Ordinal).ToList();", "s.Sum(r => r.N)", ""),
        ("A copy that is changed", "static readonly int[] s = [1];", "var a = s.ToArray(); a[0] = 2; int[] b = [.. s]; b[0] = 3; var c = (int[])s.Clone(); c[0] = 4; var l = new List<int>(s); l.Add(1);", "s[x]", ""),
        ("A helper that reads it", "static readonly int[] s = [1];", "First(s); Sum(s);", "First(s) + Sum(s)", ""),
        ("A helper that gives it back to be read", "static readonly int[] s = [1];", "var a = Same(s)[0];", "Same(s)[x]", ""),
        ("A local name", "static readonly int[] s = [1];", "var t = s; var a = t[0];", "s[x]", ""),
        ("A span that only reads", "static readonly int[] s = [1];", "ReadOnlySpan<int> t = s; var a = t.IndexOf(1) + s.AsSpan()[0];", "s[x]", ""),
        ("A search", "static readonly int[] s = [1];", "var a = Array.IndexOf(s, 1) + Array.BinarySearch(s, 1) + Array.Find(s, b => b > 1);", "s[x]", ""),
        ("A pattern", "static readonly int[] s = [1];", "var a = s is [1, ..];", "s[x]", ""),
        ("A join", "static readonly string[] s = [\"a\"];", "var a = string.Join(',', s) + string.Concat(s);", "s.Length", ""),
        ("A split by it", "static readonly char[] s = [','];", "var a = \"\".Split(s).Length + \"\".Trim(s).Length + \"\".IndexOfAny(s);", "\"a,b\".Split(s).Length", ""),
        ("A set operation on another", "static readonly HashSet<int> s = [1];", "var a = new HashSet<int>(s); a.ExceptWith(s); var b = s.IsSubsetOf(a);", "s.Contains(x) ? 1 : 2", ""),
        ("A table in a table", "static readonly int[][] s = [[1]];", "var a = s[0][0]; foreach (var r in s) foreach (var c in r) { }", "s[x][0]", ""),
        ("A table of objects that are read", "static readonly Cell[] s = [new()];", "var a = s[0].N + s[0].Twice() + s[0].All.Count;", "s[x].N + s[x].Twice()", ""),
        ("An old dictionary", "static readonly SortedDictionary<string, int> s = new(StringComparer.Ordinal) { [\"a\"] = 1 };", "var a = s.Keys.First();", "s[\"a\"]", ""),
        ("A concurrent dictionary that is read", "static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> s = new() { [\"a\"] = 1 };", "var a = s.ContainsKey(\"a\");", "s[\"a\"]", ""),
        ("A queue that is looked into", "static readonly Queue<int> s = new([1]);", "var a = s.Peek();", "s.Peek()", ""),
        ("A table that a span shows", "static readonly int[] s = [1];", "", "s[x] + All[0]", "public static ReadOnlySpan<int> All => s;"),
        ("A table that a read-only wrapper shows", "static readonly List<int> s = [1];", "", "s[x]", "public static System.Collections.ObjectModel.ReadOnlyCollection<int> All => s.AsReadOnly();"),
        ("A table whose copy is handed out", "static readonly int[] s = [1];", "", "s[x]", "public static int[] All => [.. s];"),
        ("A table whose elements are handed out", "static readonly Dictionary<string, Row> s = new() { [\"a\"] = new(\"a\", 1) };", "", "s[\"a\"].N", "public static Row Get(string k) => s[k];"),
        ("A table whose query is handed out", "static readonly int[] s = [1];", "", "s[x]", "public static IEnumerable<int> Big => s.Where(a => a > 1);"),
        ("A table that a private method gives", "static readonly int[] s = [1];", "var a = All()[0];", "All()[x]", "static int[] All() => s;"),
        ("A table that a helper fills at first", "static readonly Dictionary<int, int> s = Make();", "", "s[x]", "static Dictionary<int, int> Make() { var d = new Dictionary<int, int>(); for (var i = 0; i < 3; i++) d[i] = i * i; return d; }"),
        ("A table that the static constructor has filled by a helper", "", "", "P.S[x]", "static class P { internal static readonly Dictionary<int, int> S = []; static P() => Fill(S, 9); static void Fill(Dictionary<int, int> d, int n) { for (var i = 0; i < n; i++) d[i] = i; } }"),
        ("A table that the static constructor fills in a loop of its own", "", "", "P.S[x]", "static class P { internal static readonly int[] S = new int[9]; static P() { for (var i = 0; i < 9; i++) S[i] = i * i; Array.Reverse(S); } }"),
        ("A table of a public class that is private", "", "", "P.Get(x)", "public class P { static readonly int[] s = [1]; public static int Get(int i) => s[i]; }"),
        ("A table of an internal class that is public", "", "", "P.S[x]", "internal static class P { public static readonly int[] S = [1]; }"),
        ("A lazy table", "static readonly Lazy<Dictionary<string, int>> s = new(() => new() { [\"a\"] = 1 });", "var a = s.Value.Count;", "s.Value[\"a\"]", ""),
        ("A lazy table from a helper", "static readonly Lazy<int[]> s = new(Make);", "", "s.Value[x]", "static int[] Make() { var a = new int[9]; for (var i = 0; i < 9; i++) a[i] = i; return a; }"),
        ("A read-only dictionary of tables", "static readonly IReadOnlyDictionary<string, string[]> s = new Dictionary<string, string[]> { [\"a\"] = [\"b\"] };", "var a = s[\"a\"][0];", "s[\"a\"].Length", ""),
        ("A table that an object of the closure reads", "static readonly int[] s = [1]; sealed class Reader(int[] t) { public int At(int i) => t[i]; }", "var a = new Reader(s).At(0);", "new Reader(s).At(x)", ""),
    ];

    private static Snippet Table(string name, string field, string touch, string read, string member, params string[] rules) =>
        new(name, Types + field + "\n" + member + "\npublic static void Touch() { " + touch + " }", "int F(int x) => " + read + ";", rules);

    private static IEnumerable<Snippet> Tables => Reads.Select(r => Table(r.Name, r.Field, r.Touch, r.Read, r.Member));

    [TestCaseSource(nameof(Tables))]
    public Task What_reads_a_table_leaves_it_a_table(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Changes =>
    [
        Table("An element is assigned", "static readonly int[] s = [1];", "s[0] = 2;", "s[x]", "", "MEMO102"),
        Table("An element is counted up", "static readonly int[] s = [1];", "s[0]++;", "s[x]", "", "MEMO102"),
        Table("An element is swapped", "static readonly int[] s = [1, 2];", "(s[0], s[1]) = (s[1], s[0]);", "s[x]", "", "MEMO102"),
        Table("An element of an element", "static readonly int[][] s = [[1]];", "s[0][0] = 2;", "s[x][0]", "", "MEMO102"),
        Table("An element of an element in a loop", "static readonly int[][] s = [[1]];", "foreach (var r in s) r[0] = 2;", "s[x][0]", "", "MEMO102"),
        Table("A list in a dictionary", "static readonly Dictionary<string, List<int>> s = new() { [\"a\"] = [] };", "s[\"a\"].Add(1);", "s[\"a\"].Count", "", "MEMO102"),
        Table("A list in a dictionary that is looked up", "static readonly Dictionary<string, List<int>> s = new() { [\"a\"] = [] };", "if (s.TryGetValue(\"a\", out var l)) l.Add(1);", "s[\"a\"].Count", "", "MEMO102"),
        Table("An object in an array", "static readonly Cell[] s = [new()];", "s[0].N = 2;", "s[x].N", "", "MEMO102"),
        Table("An object in an array by its method", "static readonly Cell[] s = [new()];", "s[0].Up();", "s[x].N", "", "MEMO102"),
        Table("An object in an array by a query", "static readonly Cell[] s = [new()];", "s.First(c => c.N == 0).N = 2;", "s[x].N", "", "MEMO102"),
        Table("A sort", "static readonly int[] s = [2, 1];", "Array.Sort(s);", "s[x]", "", "MEMO102"),
        Table("A sort of a list", "static readonly List<int> s = [2, 1];", "s.Sort();", "s[x]", "", "MEMO102"),
        Table("A span", "static readonly int[] s = [1];", "s.AsSpan().Fill(2);", "s[x]", "", "MEMO102"),
        Table("A span under a name", "static readonly int[] s = [1];", "Span<int> t = s; t[0] = 2;", "s[x]", "", "MEMO102"),
        Table("A ref", "static readonly int[] s = [1];", "ref var r = ref s[0]; r = 2;", "s[x]", "", "MEMO102"),
        Table("A helper", "static readonly int[] s = [1];", "Change(s);", "s[x]", "", "MEMO102"),
        Table("A helper by a delegate", "static readonly int[] s = [1];", "Action<int[]> a = Change; a(s);", "s[x]", "", "MEMO102"),
        Table("A lambda", "static readonly int[] s = [1];", "Action a = () => s[0] = 2; a();", "s[x]", "", "MEMO102"),
        Table("A name of a name", "static readonly int[] s = [1];", "var t = s; var u = Same(t); u[0] = 2;", "s[x]", "", "MEMO102"),
        Table("A tuple", "static readonly int[] s = [1];", "var t = (s, 1); t.s[0] = 2;", "s[x]", "", "MEMO102"),
        Table("A queue that is emptied", "static readonly Queue<int> s = new([1]);", "s.Dequeue();", "s.Peek()", "", "MEMO102"),
        Table("A buffer that is copied over", "static readonly int[] s = [1];", "new[] { 2 }.CopyTo(s, 0);", "s[x]", "", "MEMO102"),
        Table("A task", "static readonly int[] s = [1];", "Task.Run(() => s[0] = 2);", "s[x]", "", "MEMO102"),
        Table("An iterator", "static readonly int[] s = [1];", "Go().ToList(); IEnumerable<int> Go() { s[0] = 2; yield return 1; }", "s[x]", "", "MEMO102"),
        Table("A lazy table's element", "static readonly Lazy<int[]> s = new(() => [1]);", "s.Value[0] = 2;", "s.Value[x]", "", "MEMO102"),
        Table("It is handed out", "static readonly int[] s = [1];", "", "s[x]", "public static int[] All => s;", "MEMO102"),
        Table("It is handed out as a memory", "static readonly int[] s = [1];", "", "s[x]", "public static Memory<int> All => s;", "MEMO102"),
        Table("It is handed out in a tuple", "static readonly int[] s = [1];", "", "s[x]", "public static (int[], int) All => (s, 1);", "MEMO102"),
        Table("It is handed out in an array", "static readonly int[] s = [1];", "", "s[x]", "public static int[][] All => [s];", "MEMO102"),
        Table("It is handed out by out", "static readonly int[] s = [1];", "", "s[x]", "public static void All(out int[] a) => a = s;", "MEMO102"),
        Table("It is handed out by an iterator", "static readonly int[] s = [1];", "", "s[x]", "public static IEnumerable<int[]> All() { yield return s; }", "MEMO102"),
        Table("It is handed out by a task", "static readonly int[] s = [1];", "", "s[x]", "public static async Task<int[]> All() { await Task.Yield(); return s; }", "MEMO102"),
        Table("It is handed out by a lambda", "static readonly int[] s = [1];", "", "s[x]", "public static Func<int[]> All => () => s;", "MEMO102"),
        Table("It is handed out by a ternary", "static readonly int[] s = [1];", "", "s[x]", "public static int[] All(bool b) => b ? s : [];", "MEMO102"),
        Table("It is handed out by a memoized method", "static readonly int[] s = [1];", "", "s[x]", "[Memoize] public static int[] All(int x) => s;", "MEMO102"),
        Table("It is handed to an unknown function", "static readonly int[] s = [1];", "", "s[x]", "public static void All(Action<int[]> a) => a(s);", "MEMO102"),
        Table("It is handed to an unknown object", "static readonly int[] s = [1];", "", "s[x]", "public interface ISink { void Take(int[] a); } public static void All(ISink a) => a.Take(s);", "MEMO102"),
        Table("It is put into an argument", "static readonly int[] s = [1];", "", "s[x]", "public static void All(List<int[]> a) => a.Add(s);", "MEMO102"),
        Table("It is put into an element of an argument", "static readonly int[] s = [1];", "", "s[x]", "public static void All(int[][] a) => a[0] = s;", "MEMO102"),
        Table("It is put into an object that is handed out", "static readonly int[] s = [1];", "", "s[x]", "public sealed class Box { public int[] A = []; } public static Box All() => new() { A = s };", "MEMO102"),
        Table("It is put into another static", "static readonly int[] s = [1]; public static int[] Other = [];", "Other = s;", "s[x]", "", "MEMO102"),
        Table("It is another static from the start", "static readonly int[] s = [1]; public static readonly int[] Other = s;", "", "s[x]", "", "MEMO102"),
        Table("It was another static", "public static readonly int[] Other = [1]; static readonly int[] s = Other;", "", "s[x]", "", "MEMO102"),
        Table("It was made around another static", "public static readonly int[] Other = [1]; static readonly int[][] s = [Other];", "", "s[x][0]", "", "MEMO102"),
        Table("Whoever makes it keeps it", "public static int[] Other = []; static readonly int[] s = Make(); static int[] Make() { var a = new int[3]; Other = a; return a; }", "", "s[x]", "", "MEMO102"),
        Table("Its objects are handed out", "static readonly Dictionary<string, Cell2> s = new() { [\"a\"] = new() }; public sealed class Cell2 { public int N; }", "", "s[\"a\"].N", "public static Cell2 Get(string k) => s[k];", "MEMO102"),
        Table("Its inner lists are handed out", "static readonly Dictionary<string, List<int>> s = new() { [\"a\"] = [] };", "", "s[\"a\"].Count", "public static List<int> Get(string k) => s[k];", "MEMO102"),
        Table("Its inner lists are handed out by a query", "static readonly List<List<int>> s = [[1]];", "", "s[x].Count", "public static IEnumerable<List<int>> Get() => s.Where(l => l.Count > 0);", "MEMO102"),
        Table("A module initializer adds to it", "internal static readonly List<int> S = [];", "", "S[x]", "", "MEMO102") with { TopLevel = "public static class M { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Go() => C.S.Add(Environment.ProcessId); }" },
        Table("Another class's static constructor adds to it", "internal static readonly List<int> S = [];", "", "S[x]", "static class Other { public static int A; static Other() => S.Add(1); } public static int Go() => Other.A;", "MEMO102"),
        Table("The static constructor gives it away", "", "", "P.S[x]", "static class P { internal static readonly int[] S = new int[9]; static P() { S[0] = 1; Keep.Add(S); } } public static readonly List<int[]> Keep = [];", "MEMO102"),
        Table("The static constructor makes it another static too", "", "", "P.S[x]", "static class P { internal static readonly int[] S = new int[9]; public static readonly int[] Shown; static P() { Shown = S; } } public static int[] Shown => P.Shown;", "MEMO102"),
        Table("The static constructor makes it a part of another static", "", "", "P.S[x]", "static class P { internal static readonly int[] S = new int[9]; internal static readonly List<int[]> All = []; static P() { All.Add(S); } } public static int[] Shown => P.All[0];", "MEMO102"),
        Table("A private method gives it, and somebody changes it", "static readonly int[] s = [1];", "All()[0] = 2;", "s[x]", "static int[] All() => s;", "MEMO102"),
        Table("A private method of a helper changes what it gets", "static readonly int[] s = [1];", "Two(s);", "s[x]", "static void Two(int[] a) => Three(a); static void Three(int[] a) => a[0] = 1;", "MEMO102"),
        Table("A public method gives what a private one gives", "static readonly int[] s = [1];", "", "s[x]", "static int[] All() => s; public static int[] All2() => All();", "MEMO102"),
        Table("An event's handler changes it", "static readonly int[] s = [1]; public static event Action? E;", "E += () => s[0]++;", "s[x]", "", "MEMO102"),
        Table("A property's setter changes it", "static readonly int[] s = [1];", "", "s[x]", "public static int Head { set => s[0] = value; }", "MEMO102"),
        Table("An indexer changes it", "static readonly int[] s = [1];", "", "s[x]", "public sealed class All { public int this[int i] { set => s[i] = value; } }", "MEMO102"),
        Table("A finalizer changes it", "static readonly int[] s = [1];", "", "s[x]", "public sealed class All { ~All() => s[0]++; }", "MEMO102"),
        Table("A type of the same file changes it", "internal static readonly int[] S = [1];", "", "S[x]", "", "MEMO102") with { TopLevel = "file static class M { public static void Go() => C.S[0] = 2; } public static class N { public static void Go() => M.Go(); }" },
    ];

    [TestCaseSource(nameof(Changes))]
    public Task What_changes_a_table_or_hands_it_out_makes_it_state(Snippet snippet) => snippet.Holds();
}
