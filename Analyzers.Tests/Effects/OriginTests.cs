namespace Memo.Analyzers.Tests.Effects;

/// <summary>Whose object it is that a method changes, after it went through variables, calls, collections and other objects.</summary>
public sealed class OriginTests
{
    private const string Types = """
        public sealed class Node { public int A; public List<int> Items = []; public Node? Next; public P Inner; public int[] Raw { get; } = new int[3]; public List<int> Get() => Items; public IReadOnlyList<int> View => Items; public void Put(int x) => Items.Add(x); public Node Self() => this; }
        public struct P { public int A; public List<int> L; public void Set() => A = 5; }
        public sealed record R(List<int> A, int B);
        public sealed class Holder { public List<int> L = []; public int N; public void Keep(List<int> l) => L = l; public void Count() => N++; public void Add() => L.Add(1); }
        static void Put(Holder h, List<int> l) => h.L = l;
        static void Swap<T>(T[] a, int i, int j) => (a[i], a[j]) = (a[j], a[i]);
        static T Apply<T>(T t, Action<T> f) { f(t); return t; }
        static T Id<T>(T t) => t;
        static T Pick<T>(bool b, T x, T y) => b ? x : y;
        static void Exchange(ref List<int> a, ref List<int> b) => (a, b) = (b, a);
        static ref int First(int[] a) => ref a[0];
        static Span<int> Tail(int[] a) => a.AsSpan(1);
        static bool TryGet(Node n, out List<int> l) { l = n.Items; return true; }
        ref struct Writer(Span<int> s) { readonly Span<int> _s = s; public void Put(int i, int x) => _s[i] = x; }

        """;

    private static IEnumerable<Snippet> Changed =>
    [
        new("A getter's inner list", Types, "int F(Node x) { x.Get().Add(1); return 1; }", "MEMO106"),
        new("A view's inner list", Types, "int F(Node x) { ((List<int>)x.View).Add(1); return 1; }", "MEMO106"),
        new("A get-only array's element", Types, "int F(Node x) { x.Raw[0] = 1; return 1; }", "MEMO106"),
        new("A method of the argument", Types, "int F(Node x) { x.Put(1); return 1; }", "MEMO106"),
        new("The argument by its own method", Types, "int F(Node x) { x.Self().A = 1; return 1; }", "MEMO106"),
        new("A struct inside the argument", Types, "int F(Node x) { x.Inner.A = 1; return 1; }", "MEMO106"),
        new("A struct inside the argument by its method", Types, "int F(Node x) { x.Inner.Set(); return 1; }", "MEMO106"),
        new("An element of an array of structs", Types, "int F(P[] x) { x[0].A = 1; return 1; }", "MEMO106"),
        new("An element of an array of structs by its method", Types, "int F(P[] x) { x[0].Set(); return 1; }", "MEMO106"),
        new("An element of an array of structs by reference", Types, "int F(P[] x) { ref var p = ref x[0]; p.A = 1; return 1; }", "MEMO106"),
        new("An element of a list of structs by its span", Types, "int F(List<P> x) { System.Runtime.InteropServices.CollectionsMarshal.AsSpan(x)[0].A = 1; return 1; }", "MEMO106"),
        new("A list in a struct", Types, "int F(P x) { x.L.Add(1); return 1; }", "MEMO106"),
        new("A list in a list of structs", Types, "int F(List<P> x) { var p = x[0]; p.L.Add(1); return 1; }", "MEMO106"),
        new("What a property pattern names", Types, "int F(Node x) { if (x is { Items: var l }) l.Add(1); return 1; }", "MEMO106"),
        new("What a positional pattern names", Types, "int F(R x) { if (x is (var l, _)) l.Add(1); return 1; }", "MEMO106"),
        new("What a list pattern names", Types, "int F(List<List<int>> x) { if (x is [var l, ..]) l.Add(1); return 1; }", "MEMO106"),
        new("What a slice pattern names", Types, "int F(List<int>[] x) { if (x is [_, .. var l]) l[0].Add(1); return 1; }", "MEMO106"),
        new("What a switch names", Types, "int F(object x) { switch (x) { case List<int> l: l.Add(1); break; } return 1; }", "MEMO106"),
        new("What a deconstruction names", Types, "int F(R x) { var (l, _) = x; l.Add(1); return 1; }", "MEMO106"),
        new("What a helper hands out", Types, "int F(Node x) { if (TryGet(x, out var l)) l.Add(1); return 1; }", "MEMO106"),
        new("What a generic helper gives back", Types, "int F(List<int> x) { Id(x).Add(1); return 1; }", "MEMO106"),
        new("What a helper picks", Types, "int F(List<int> x, bool b) { Pick(b, [], x).Add(1); return 1; }", "MEMO106"),
        new("What a helper exchanges", Types, "int F(List<int> x) { List<int> y = []; Exchange(ref x, ref y); y.Add(1); return 1; }", "MEMO106"),
        new("What a helper puts into a new object", Types, "int F(List<int> x) { var h = new Holder(); Put(h, x); h.L.Add(1); return 1; }", "MEMO106"),
        new("What a helper puts into a new object that changes it", Types, "int F(List<int> x) { var h = new Holder(); h.Keep(x); h.Add(); return 1; }", "MEMO106"),
        new("What a lambda gets", Types, "int F(List<int> x) { Action<List<int>> f = l => l.Add(1); f(x); return 1; }", "MEMO106"),
        new("What a helper gives to a lambda", Types, "int F(List<int> x) => Apply(x, l => l.Add(1)).Count;", "MEMO106"),
        new("A method group that belongs to the argument", Types, "int F(int[] x, List<int> y) { Array.ForEach(x, y.Add); return 1; }", "MEMO106"),
        new("A swap by a generic helper", Types, "int F(int[] x) { Swap(x, 0, 1); return 1; }", "MEMO106"),
        new("A ref that a helper gives", Types, "int F(int[] x) { First(x) = 1; return 1; }", "MEMO106"),
        new("A ref of a ref", Types, "int F(int[] x) { ref var a = ref First(x); ref var b = ref a; b++; return 1; }", "MEMO106"),
        new("A ref of a condition", Types, "int F(int[] x, bool b) { var y = new int[1]; (b ? ref y[0] : ref x[0]) = 1; return 1; }", "MEMO106"),
        new("A ref that is assigned anew", Types, "int F(int[] x) { var y = new int[1]; ref var r = ref y[0]; r = ref x[0]; r = 2; return 1; }", "MEMO106"),
        new("A span that a helper gives", Types, "int F(int[] x) { Tail(x)[0] = 1; return 1; }", "MEMO106"),
        new("A slice of a span", Types, "int F(int[] x) { Span<int> s = x; s[1..].Clear(); return 1; }", "MEMO106"),
        new("A span of other elements", Types, "int F(int[] x) { System.Runtime.InteropServices.MemoryMarshal.AsBytes(x.AsSpan())[0] = 1; return 1; }", "MEMO106|MEMO107"),
        new("A segment", Types, "int F(int[] x) { var s = new ArraySegment<int>(x, 0, 1); s[0] = 1; return 1; }", "MEMO106"),
        new("A ref struct over the argument", Types, "int F(int[] x) { new Writer(x).Put(0, 1); return 1; }", "MEMO106"),
        new("A loop by reference", Types, "int F(int[] x) { foreach (ref var a in x.AsSpan()) a = 1; return 1; }", "MEMO106"),
        new("A pointer", Types, "unsafe int F(int[] x) { fixed (int* p = x) p[0] = 1; return 1; }", "MEMO106|MEMO107"),
        new("A captured variable that is assigned later", Types, "int F(List<int> x) { List<int> y = []; Action a = () => y.Add(1); y = x; a(); return 1; }", "MEMO106"),
        new("A captured variable of a loop", Types, "int F(List<List<int>> x) { var all = new List<Action>(); foreach (var y in x) all.Add(() => y.Add(1)); foreach (var a in all) a(); return 1; }", "MEMO106"),
        new("A local function over a variable", Types, "int F(List<int> x) { var y = x; Go(); return 1; void Go() => y.Clear(); }", "MEMO106"),
        new("A variable that a loop assigns", Types, "int F(List<int> x) { var y = new List<int>(); for (var i = 0; i < 2; i++) { y.Add(1); y = x; } return 1; }", "MEMO106"),
        new("A variable that a catch assigns", Types, "int F(List<int> x) { var y = new List<int>(); try { y.Add(1); } catch (Exception) { y = x; } y.Add(2); return 1; }", "MEMO106"),
        new("A variable that a jump assigns", Types, "int F(List<int> x) { var y = new List<int>(); var i = 0; again: y.Add(1); if (i++ > 1) return 1; y = x; goto again; }", "MEMO106"),
        new("A variable that only one branch copies", Types, "int F(List<int> x, bool b) { var y = x; if (b) y = [.. y]; y.Add(1); return 1; }", "MEMO106"),
        new("An inner list of a copy", Types, "int F(List<List<int>> x) { x = [.. x]; x[0].Add(1); return 1; }", "MEMO106"),
        new("An inner list of a dictionary's copy", Types, "int F(Dictionary<int, List<int>> x) { var y = new Dictionary<int, List<int>>(x); y[1].Add(1); return 1; }", "MEMO106"),
        new("A node of a linked walk", Types, "int F(Node x) { var n = x; while (n.Next != null) n = n.Next; n.Next = new Node(); return 1; }", "MEMO106"),
        new("A node that a recursion reaches", Types, "int F(Node x) { Walk(x); return 1; } static void Walk(Node? n) { if (n is null) return; n.A = 1; Walk(n.Next); }", "MEMO106"),
        new("A node behind a new one", Types, "int F(Node x) { var n = new Node { Next = x }; n.Next.A = 1; return 1; }", "MEMO106"),
        new("A node behind two new ones", Types, "int F(Node x) { var n = new Node { Next = new Node { Next = x } }; n.Next!.Next!.A = 1; return 1; }", "MEMO106"),
        new("A node in a queue", Types, "int F(Node x) { var q = new Queue<Node>(); q.Enqueue(x); while (q.TryDequeue(out var n)) n.A = 1; return 1; }", "MEMO106"),
        new("A node in a queue of tuples", Types, "int F(Node x) { var q = new Queue<(Node, int)>(); q.Enqueue((x, 1)); var (n, _) = q.Dequeue(); n.A = 1; return 1; }", "MEMO106"),
        new("A fold that starts with the argument", Types, "int F(List<int> x) => new[] { 1 }.Aggregate(x, (l, a) => { l.Add(a); return l; }).Count;", "MEMO106"),
        new("A buffer that a stream fills", Types, "int F(byte[] x) => new MemoryStream([1, 2]).Read(x, 0, 1);", "MEMO106"),
        new("A buffer that an encoding fills", Types, "int F(byte[] x) => Encoding.UTF8.GetBytes(\"a\", x);", "MEMO106"),
        new("A buffer that is copied into", Types, "int F(int[] x) { new[] { 1 }.CopyTo(x, 0); return 1; }", "MEMO106"),
        new("A buffer that bytes are written into", Types, "int F(byte[] x) { System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(x, 1); return 1; }", "MEMO106"),
        new("An array that is filled", Types, "int F(int[] x) { Array.Fill(x, 1); return 1; }", "MEMO106"),
        new("An array that is cleared", Types, "int F(int[] x) { Array.Clear(x); return 1; }", "MEMO106"),
        new("An array that is set by number", Types, "int F(int[] x) { x.SetValue(1, 0); return 1; }", "MEMO106"),
        new("A builder of text", Types, "string F(StringBuilder x) => x.Append('a').ToString();", "MEMO106"),
        new("A tree of JSON", Types, "int F(System.Text.Json.Nodes.JsonNode x) { x[\"a\"] = 1; return 1; }", "MEMO106"),
        new("A branch of a tree of XML", Types, "int F(System.Xml.Linq.XElement x) { x.Element(\"a\")!.SetValue(1); return 1; }", "MEMO106"),
        new("A node of a linked list", Types, "int F(LinkedList<int> x) { x.First!.Value = 1; return 1; }", "MEMO106"),
        new("A bit", Types, "int F(System.Collections.BitArray x) { x[0] = true; return 1; }", "MEMO106"),
    ];

    [TestCaseSource(nameof(Changed))]
    public Task The_argument_is_changed(Snippet snippet) => snippet.Holds();

    /// <summary>Ways to an element of <c>x</c>, a list of lists.</summary>
    private static readonly (string Name, string Way)[] Ways =
    [
        ("First", "x.First()"),
        ("Last", "x.Last(a => true)"),
        ("Single", "x.SingleOrDefault()!"),
        ("ElementAt", "x.ElementAt(0)"),
        ("Find", "x.Find(a => true)!"),
        ("FindAll", "x.FindAll(a => true)[0]"),
        ("GetRange", "x.GetRange(0, 1)[0]"),
        ("ConvertAll", "x.ConvertAll(a => a)[0]"),
        ("ToArray", "x.ToArray()[0]"),
        ("AsReadOnly", "x.AsReadOnly()[0]"),
        ("Slices", "x[1..][0]"),
        ("The last", "x[^1]"),
        ("Reverse", "Enumerable.Reverse(x).First()"),
        ("Skip", "x.Skip(1).First()"),
        ("Take", "x.Take(1).ToList()[0]"),
        ("Concat", "x.Concat([]).First()"),
        ("Append", "new List<List<int>>().Append(x[0]).First()"),
        ("Select", "x.Select(a => a).First()"),
        ("Select of a pair", "x.Select((a, i) => (a, i)).First().a"),
        ("Select of an anonymous object", "x.Select(a => new { a }).First().a"),
        ("SelectMany", "x.SelectMany(a => new[] { a }).First()"),
        ("Zip", "x.Zip(x).First().Second"),
        ("Chunk", "x.Chunk(2).First()[0]"),
        ("GroupBy", "x.GroupBy(a => a.Count).First().First()"),
        ("ToLookup", "x.ToLookup(a => a.Count)[1].First()"),
        ("ToDictionary", "x.ToDictionary(a => a.Count).Values.First()"),
        ("MaxBy", "x.MaxBy(a => a.Count)!"),
        ("Aggregate", "x.Aggregate((a, b) => b)"),
        ("Join", "x.Join(x, a => a.Count, b => b.Count, (a, b) => b).First()"),
        ("OrderBy", "x.OrderBy(a => a.Count).ThenBy(a => a.Count).First()"),
        ("A query", "(from a in x where a.Count > 1 select a).First()"),
        ("Cast", "x.Cast<List<int>>().First()"),
        ("OfType", "x.OfType<List<int>>().First()"),
        ("ToImmutableArray", "System.Collections.Immutable.ImmutableArray.ToImmutableArray(x)[0]"),
        ("ToHashSet", "x.ToHashSet().First()"),
        ("A new list", "new List<List<int>>(x)[0]"),
        ("A new queue", "new Queue<List<int>>(x).Dequeue()"),
        ("A new stack", "new Stack<List<int>>(x).Peek()"),
        ("Distinct", "x.Distinct().First()"),
        ("DefaultIfEmpty", "x.DefaultIfEmpty().First()!"),
        ("TakeWhile", "x.TakeWhile(a => true).First()"),
        ("Parallel", "x.AsParallel().AsOrdered().First()"),
        ("An enumerator", "Current(x)"),
        ("An enumerator behind its interface", "Next(x)"),
        ("Index", "x.Index().First().Item"),
        ("A span", "System.Runtime.InteropServices.CollectionsMarshal.AsSpan(x)[0]"),
        ("A tuple object", "Tuple.Create(x[0]).Item1"),
        ("A pair", "KeyValuePair.Create(1, x[0]).Value"),
        ("A box", "new Box<List<int>>(x[0]).Value"),
        ("A lazy value", "new Lazy<List<int>>(() => x[0]).Value"),
        ("A finished task", "Task.FromResult(x[0]).Result"),
        ("A concurrent dictionary", "new System.Collections.Concurrent.ConcurrentDictionary<int, List<int>>().GetOrAdd(1, x[0])"),
    ];

    private const string More = """
        sealed class Box<T>(T value) { public T Value => value; }
        static List<int> Current(List<List<int>> x) { using var e = x.GetEnumerator(); e.MoveNext(); return e.Current; }
        static List<int> Next(IEnumerable<List<int>> x) { using var e = x.GetEnumerator(); e.MoveNext(); return e.Current; }

        """;

    private static IEnumerable<Snippet> ElementsChanged => Ways.Select(w => new Snippet(w.Name, More, $"int F(List<List<int>> x) {{ {w.Way}.Add(1); return 1; }}", "MEMO106"));

    private static IEnumerable<Snippet> ElementsRead => Ways.Select(w => new Snippet(w.Name, More, $"int F(List<List<int>> x) => {w.Way}.Count;"));

    private static IEnumerable<Snippet> ElementsOfACopyChanged => Ways.Select(w => new Snippet(
        w.Name, More, $"int F(int y) {{ List<List<int>> x = [[1, y], [2]]; {w.Way}.Add(1); return 1; }}"));

    [TestCaseSource(nameof(ElementsChanged))]
    public Task An_element_of_the_argument_is_changed(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(ElementsRead))]
    public Task An_element_of_the_argument_is_read(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(ElementsOfACopyChanged))]
    public Task An_element_of_what_was_made_is_changed(Snippet snippet) => snippet.Holds();
}
