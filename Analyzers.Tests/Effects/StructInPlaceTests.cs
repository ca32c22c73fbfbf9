namespace Memo.Analyzers.Tests.Effects;

/// <summary>A struct that changes itself changes the object that it is in.</summary>
public sealed class StructInPlaceTests
{
    private const string Types = "public struct S { public int P; public void Up() { P++; } public void Set(int a) => P = a; public readonly int Two() => P * 2; } public class B { public S F; public S[] Many = [new()]; }\n";

    private static IEnumerable<Snippet> Changed =>
    [
        new("A field's method", Types, "int F(B b) { b.F.Up(); return b.F.P; }", "MEMO106"),
        new("A field's expression method", Types, "int F(B b) { b.F.Set(2); return b.F.P; }", "MEMO106"),
        new("A field's field", Types, "int F(B b) { b.F.P = 2; return b.F.P; }", "MEMO106"),
        new("An element's method", Types, "int F(B b) { b.Many[0].Up(); return 1; }", "MEMO106"),
        new("An element's field", Types, "int F(B b) { b.Many[0].P = 2; return 1; }", "MEMO106"),
        new("A plugin that nobody is seen to make", "public interface I { long V(); } public class D : I { public long V() => Now(); } [AssumePure(\"by hand\")] static I Make() => null!;", "long F(int x) => Make().V();", "MEMO104"),
    ];

    [TestCaseSource(nameof(Changed))]
    public Task The_object_is_changed(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Copied =>
    [
        new("A copy", Types, "int F(B b) { var s = b.F; s.Up(); s.P = 3; return s.P; }"),
        new("A readonly member", Types, "int F(B b) => b.F.Two() + b.Many[0].Two();"),
        new("One's own", Types, "int F(int x) { var b = new B(); b.F.Up(); b.Many[0].P = x; return b.F.P; }"),
        new("A parameter is a copy", Types, "int F(S s) { s.Up(); s.P += 2; return s.P; }"),
    ];

    [TestCaseSource(nameof(Copied))]
    public Task Nothing_of_the_caller_is_changed(Snippet snippet) => snippet.Holds();
}
