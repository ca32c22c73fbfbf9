namespace Memo.Analyzers.Tests.Effects;

/// <summary>Structs that change themselves: where they lie decides whose change it is.</summary>
public sealed class StructTests
{
    private const string Types = """
        public interface IUp { int N { get; } void Up(); }
        public struct S : IUp { public int A; public int N => A; public int P { readonly get => A; set => A = value; } public int this[int i] { readonly get => A; set => A = value; } public void Up() => A++; public void Reset() => this = default; public static S operator ++(S s) { s.A++; return s; } public void operator +=(int n) => A += n; public int Next() => ++A; public void Deconstruct(out int a, out int b) { a = ++A; b = 1; } }
        public struct Outer { public S In; public void Go() => In.Up(); public S[] Many; }
        public sealed class Box { public S F; public Outer O; public S[] Many = [new()]; public ref S At(int i) => ref Many[i]; public int A; }
        static void Up(ref S s) => s.Up();
        static void UpAll<T>(T[] ts) where T : IUp { for (var i = 0; i < ts.Length; i++) ts[i].Up(); }
        static void UpOne<T>(ref T t) where T : IUp => t.Up();
        static void UpCopy<T>(T t) where T : IUp => t.Up();
        static void UpIn(in S s) => s.Up();

        """;

    private static readonly (string Name, string Write)[] InPlace =
    [
        ("A method of an element", "b.Many[0].Up();"),
        ("A method of a field", "b.F.Up();"),
        ("A method of a field of a field", "b.O.In.Up();"),
        ("A method of a field that goes on to its own", "b.O.Go();"),
        ("A method that assigns all", "b.F.Reset();"),
        ("A method that gives something", "_ = b.F.Next();"),
        ("A method by reference", "Up(ref b.F);"),
        ("A method by a ref local", "ref var s = ref b.F; s.Up();"),
        ("A method by a ref return", "b.At(0).Up();"),
        ("A method of an element of a span", "b.Many.AsSpan()[0].Up();"),
        ("A method in a loop by reference", "foreach (ref var s in b.Many.AsSpan()) s.Up();"),
        ("A method by a constraint", "UpAll(b.Many);"),
        ("A method by a constraint and a reference", "UpOne(ref b.F);"),
        ("A method by an extension", "b.F.UpTwice();"),
        ("A property", "b.F.P = 5;"),
        ("A property of an element", "b.Many[0].P++;"),
        ("An indexer", "b.F[0] = 5;"),
        ("An operator", "b.F++;"),
        ("An operator in place", "b.F += 5;"),
        ("An operator in place on an element", "b.Many[0] += 5;"),
        ("A deconstruction", "var (p, q) = b.F;"),
        ("A whole element", "b.Many[0] = new();"),
        ("A whole field", "b.F = default;"),
        ("A field of a field", "b.O.In.A = 5;"),
        ("A method by a delegate of a ref", "Do d = Up; d(ref b.F);"),
        ("A with that is stored", "b.F = b.F with { A = 5 };"),
        ("A swap", "(b.F, b.Many[0]) = (b.Many[0], b.F);"),
    ];

    private static readonly (string Name, string Write)[] OnACopy =
    [
        ("A method of a copy", "var s = b.F; s.Up();"),
        ("A method of an element's copy", "var s = b.Many[0]; s.Up(); s.A = 5;"),
        ("A method of a copy by a loop", "foreach (var s in b.Many) { var t = s; t.Up(); }"),
        ("A method of a copy in a helper", "UpCopy(b.F);"),
        ("A method of a copy by in", "UpIn(in b.F);"),
        ("A with", "var s = b.F with { A = 5 }; s.Up();"),
        ("A boxed copy", "IUp u = b.F; u.Up();"),
        ("An array's copy", "var m = b.Many.ToArray(); m[0].Up(); UpAll(m);"),
        ("A new array", "var m = new S[3]; UpAll(m); m[0] += 5;"),
        ("A method that changes nothing", "_ = b.F.N + b.Many[0].P;"),
    ];

    private const string More = "delegate void Do(ref S s);\n";

    private const string Extension = "public static class X { public static void UpTwice(ref this C.S s) { s.Up(); s.Up(); } }";

    private static IEnumerable<Snippet> Arguments => InPlace.Select(w => new Snippet(w.Name, Types + More, $"int F(Box b) {{ {w.Write} return 1; }}", "MEMO106") { TopLevel = Extension });

    private static IEnumerable<Snippet> Statics => InPlace.Select(w => new Snippet(
        w.Name, Types + More + "public static readonly Box Shared = new();", $"int F(int x) {{ var b = Shared; {w.Write} return 1; }}", "MEMO103") { TopLevel = Extension });

    private static IEnumerable<Snippet> FieldsOfOthers => InPlace.Where(w => !w.Write.Contains("b.Many", StringComparison.Ordinal) && !w.Write.Contains("b.At", StringComparison.Ordinal) && !w.Write.Contains("b.O", StringComparison.Ordinal)).Select(w => new Snippet(
        w.Name, Types + More + $"static S s_s; public static void Touch() {{ {w.Write.Replace("b.F", "s_s", StringComparison.Ordinal)} }}", "int F(int x) => s_s.A + x;", "MEMO102") { TopLevel = Extension });

    private static IEnumerable<Snippet> New => InPlace.Select(w => new Snippet(w.Name, Types + More, $"int F(int x) {{ var b = new Box(); {w.Write} return b.F.A; }}") { TopLevel = Extension });

    private static IEnumerable<Snippet> Copies => OnACopy.Select(w => new Snippet(w.Name, Types + More, $"int F(Box b) {{ {w.Write} return 1; }}") { TopLevel = Extension });

    [TestCaseSource(nameof(Arguments))]
    public Task A_struct_in_an_argument_changes_itself(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Statics))]
    public Task A_struct_in_a_static_changes_itself(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(FieldsOfOthers))]
    public Task A_static_struct_that_somebody_changes_in_place_is_state(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(New))]
    public Task A_struct_in_something_new_may_change_itself(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Copies))]
    public Task A_copy_of_a_struct_may_change_itself(Snippet snippet) => snippet.Holds();
}
