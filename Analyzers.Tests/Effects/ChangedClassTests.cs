namespace Memo.Analyzers.Tests.Effects;

/// <summary>What is changed is of a class: an argument from which no object of that class can be reached is not what changes.</summary>
public sealed class ChangedClassTests
{
    private const string Types = """
        public class Item { public int X; }
        public class Sub : Item { public Item[] Parts = []; }
        public class Numbers : List<int> { public Item[] Parts = []; }
        public sealed class Inner { public List<Item> Items = []; public Item? One { get; set; } }
        public sealed class Outer { public Inner In = new(); public object Any = new(); }
        public struct Row { public Item[] Cells; }
        public class Sheet { public Row First; public Sheet[] Next = []; public Dictionary<int, Sheet> ByNumber = []; }
        public class Hidden(List<Item> l) { public void Go() => l.Add(new()); }
        public class Box<T> where T : class { public T? It; }
        public interface IBox { Item It { get; } }
        public class Full : IBox { public Item It { get; } = new(); }
        sealed class Cut { public List<Item>? L; public void Go() => L!.Add(new()); }
        sealed class Keeper { readonly List<Item> _all = []; public void Keep(Item t) => _all.Add(t); public int Count => _all.Count; }
        sealed class Opener { public IBox? B { get; init; } public void Go() => B!.It.X = 1; }
        sealed class Wrap(Item i) { public Item Back = i; public static Wrap Of(Item i) => new(i); public static implicit operator Wrap(Item i) => new(i); }
        static Outer Make() => new Outer { In = new Inner() };
        static List<Item>[] Lists() => [[], []];
        static void Set<T>(T[] a, T b) => a[0] = b;
        static void Up<T>(Box<T> b) where T : Item => b.It!.X = 1;
        static void Use(Item i, Func<Item, Wrap> f) => f(i).Back.X = 1;

        """;

    private static IEnumerable<Snippet> Apart =>
    [
        new("A list of a callee's gets an argument", Types, "int F(Item p) { var r = Lists(); r[0].Add(p); return r[0][0].X; }"),
        new("Another part, after an argument was put in", Types, "int F(Item p) { var r = Make(); r.In.One = p; r.In = new Inner(); return p.X; }"),
        new("A visitor keeps what it sees", Types, "int F(Item x) { var c = new Keeper(); c.Keep(x); return c.Count; }"),
        new("Groups", Types, "int F(Item[] x) { var d = new Dictionary<int, List<Item>>(); foreach (var i in x) { if (!d.TryGetValue(i.X, out var l)) d[i.X] = l = []; l.Add(i); } return d.Count; }"),
        new("A list that a helper fills", Types + "static void Walk(List<Item> x, List<Item> into, HashSet<int> seen) { foreach (var i in x) if (seen.Add(i.X)) into.Add(i); }", "int F(List<Item> x) { var l = new List<Item>(); Walk(x, l, []); return l.Count; }"),
    ];

    private static IEnumerable<Snippet> Within =>
    [
        new("The same list under another object", Types, "int F(Outer x) { new Cut { L = x.In.Items }.Go(); return 1; }", "MEMO106"),
        new("A list in an object", Types, "int F(Outer x) { ((List<Item>)x.Any).Add(new()); return 1; }", "MEMO106"),
        new("A derived class's array", Types, "int F(Item x) { if (x is Sub s) s.Parts[0] = x; return 1; }", "MEMO106"),
        new("A derived list's array", Types, "int F(List<int> x) { ((Numbers)x).Parts[0] = new(); return 1; }", "MEMO106"),
        new("A list that a primary constructor keeps", Types, "int F(Hidden x) { x.Go(); return 1; }", "MEMO106"),
        new("An array in a struct", Types, "int F(Sheet x) { x.First.Cells[0] = new(); return 1; }", "MEMO106"),
        new("An array in a struct by a generic helper", Types, "int F(Sheet x) { Set(x.First.Cells, new()); return 1; }", "MEMO106"),
        new("An array behind a dictionary", Types, "int F(Sheet x) { x.ByNumber[1].Next[0] = x; return 1; }", "MEMO106"),
        new("An object of a type parameter", Types, "int F(Box<Item> x) { Up(x); return 1; }", "MEMO106"),
        new("An object behind an interface", Types, "int F(IBox x) { new Opener { B = x }.Go(); return 1; }", "MEMO106"),
        new("A list in a tuple", Types, "int F((List<Item> A, int B)[] x) { x[0].A.Add(new()); return 1; }", "MEMO106"),
        new("An array's segment", Types, "int F(ArraySegment<Item> x) { x.Array![0] = new(); return 1; }", "MEMO106"),
        new("A list out of a queue", Types, "int F(List<Item> p) { var q = new Queue<List<Item>>(); q.Enqueue(p); q.Dequeue().Add(new()); return 1; }", "MEMO106"),
        new("An object that a delegate wraps", Types, "int F(Item p) { Use(p, Wrap.Of); return 1; }", "MEMO106"),
        new("An object that a conversion wraps", Types, "int F(Item p) { Wrap w = p; w.Back.X = 1; return 1; }", "MEMO106"),
        new("An array that is a list of its base class", Types, "int F(Sub[] p) { Item[] a = p; a[0] = new Sub(); return 1; }", "MEMO106"),
    ];

    [TestCaseSource(nameof(Apart))]
    public Task It_does_not_change(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Within))]
    public Task It_may_be_what_changes(Snippet snippet) => snippet.Holds();
}
