namespace Memo.Analyzers.Tests.Effects;

/// <summary>What a callee made inside of what it gives: an argument that is put in there comes out of there.</summary>
public sealed class MadeInsideTests
{
    private const string Types = """
        public class Item { public int X; }
        public sealed class Inner { public List<Item> Items = []; public Item? One { get; set; } public int N; }
        public sealed class Outer { public Inner In = new(); }
        public struct Both { public List<Item> L; public int N; }
        static Outer Make() => new Outer { In = new Inner() };
        static Outer MakeInSteps() { var r = new Outer(); r.In = new Inner(); r.In.Items = []; return r; }
        static async Task<Outer> MakeAsync() { await Task.Yield(); return new Outer(); }
        static List<Item>[] Lists() => [[], []];
        static (List<Item>, int) Pair() => ([], 1);
        static void Add(Outer[] o, Item p) { var r = new Outer(); r.In.One = p; o[0] = r; }

        """;

    private static IEnumerable<Snippet> Arguments =>
    [
        new("In a list of an object", Types, "int F(Item p) { var r = Make(); r.In.Items.Add(p); r.In.Items[0].X = 5; return p.X; }", "MEMO106"),
        new("In a list that was made in steps", Types, "int F(Item p) { var r = MakeInSteps(); r.In.Items.Add(p); r.In.Items[0].X = 5; return p.X; }", "MEMO106"),
        new("In a property", Types, "int F(Item p) { var r = Make(); r.In.One = p; r.In.One.X = 5; return p.X; }", "MEMO106"),
        new("In what a task gives", Types, "async Task<int> F(Item p) { var r = await MakeAsync(); r.In.Items.Add(p); r.In.Items[0].X = 5; return p.X; }", "MEMO106"),
        new("In a list of an array", Types, "int F(Item p) { var r = Lists(); r[0].Add(p); r[0][0].X = 5; return p.X; }", "MEMO106"),
        new("In a list of a tuple", Types, "int F(Item p) { var r = Pair(); r.Item1.Add(p); r.Item1[0].X = 5; return p.X; }", "MEMO106"),
        new("In what a callee put away", Types, "int F(Item p) { var o = new Outer[1]; Add(o, p); o[0].In.One!.X = 5; return p.X; }", "MEMO106"),
        new("In another one's list", Types, "int F(Item p) { var r = Make(); var l = r.In.Items; l.Add(p); r = Make(); r.In.Items = l; r.In.Items[0].X = 5; return p.X; }", "MEMO106"),
    ];

    private static IEnumerable<Snippet> NewThings =>
    [
        new("In a list of an object", Types, "int F(int x) { var r = Make(); r.In.Items.Add(new()); r.In.Items[0].X = 5; return x; }"),
        new("In a property", Types, "int F(Item p) { var r = Make(); r.In.One = new() { X = p.X }; r.In.One.X = 5; return p.X; }"),
        new("In what a task gives", Types, "async Task<int> F(int x) { var r = await MakeAsync(); r.In.Items.Add(new()); r.In.Items[0].X = 5; return x; }"),
        new("In a list of an array", Types, "int F(Item p) { var r = Lists(); r[0].Add(p); return r[0][0].X; }"),
        new("A number beside what was put in", Types, "int F(Item p) { var r = Make(); r.In.One = p; r.In = new Inner { N = 1 }; return p.X; }"),
        new("A number of a struct", Types, "int F(Both b) { var c = b; c.N = 1; c.L = []; return c.N; }"),
    ];

    [TestCaseSource(nameof(Arguments))]
    public Task An_argument_in_there_is_changed(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(NewThings))]
    public Task Something_new_in_there_may_be_changed(Snippet snippet) => snippet.Holds();
}
