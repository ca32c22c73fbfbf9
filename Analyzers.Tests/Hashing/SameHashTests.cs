using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits that no result can depend on.</summary>
public sealed class SameHashTests
{
    private static IEnumerable<Edit> Text =>
    [
        Body("a comment is added", "=> x + 1;", "=> x /* more */ + 1; // one"),
        Body("a comment is changed", "=> x + 1; // a", "=> x + 1; // b"),
        Body("white space", "=> x + 1;", "=>\n\n      x+1  ;"),
        Body("a region", "=> x + 1;", "{\n#region R\nreturn x + 1;\n#endregion\n}"),
        Members("documentation", F + "=> x + 1;", "/// <summary>Adds.</summary>\n" + F + "=> x + 1;"),
        Body("line endings", "{\n  var y = x;\n  return y;\n}", "{\r\n  var y = x;\r\n  return y;\r\n}"),
        Body("a pragma", "=> x + 1;", "{\n#pragma warning disable CS0168\nreturn x + 1;\n}"),
        Body("code that the preprocessor drops", "=> x + 1;", "{\n#if NEVER\nreturn 2;\n#endif\nreturn x + 1;\n}"),
        Body("where a local function stands", "{ var y = A(x); int A(int z) => z + 1; return y; }", "{ int A(int z) => z + 1; var y = A(x); return y; }"),
        Body("an empty statement is nothing", "{ return x; }", "{ ; return x; }"),
        Body("braces", "{ if (x > 1) return 2; return x; }", "{ if (x > 1) { return 2; } return x; }"),
    ];

    private static IEnumerable<Edit> Names =>
    [
        Body("a local", "{ var a = x + 1; return a * a; }", "{ var b = x + 1; return b * b; }"),
        Members("a parameter", "[Memoize] public static int F(int x) => x + 1;", "[Memoize] public static int F(int y) => y + 1;"),
        Body("a lambda's parameter", "=> new[] { x }.Sum(a => a + 1);", "=> new[] { x }.Sum(b => b + 1);"),
        Members("a method of a type that implements something of the framework", F + "{ using var d = new D(); return d.A(x); } class D : IDisposable { public void Dispose() { } public int A(int x) => x + 1; }", F + "{ using var d = new D(); return d.B(x); } class D : IDisposable { public void Dispose() { } public int B(int x) => x + 1; }"),
        Body("a label", "{ one: if (x > 9) return x; x++; goto one; }", "{ two: if (x > 9) return x; x++; goto two; }"),
        Body("a pattern variable", "=> (object)x is int a ? a : 0;", "=> (object)x is int b ? b : 0;"),
        Body("a loop variable", "{ var s = 0; foreach (var a in new[] { x }) s += a; return s; }", "{ var s = 0; foreach (var b in new[] { x }) s += b; return s; }"),
        Body("a deconstructed local", "{ var (a, b) = (x, 1); return a + b; }", "{ var (c, d) = (x, 1); return c + d; }"),
        Body("a range variable", "=> (from a in new[] { x } where a > 0 select a).Count();", "=> (from b in new[] { x } where b > 0 select b).Count();"),
        Body("a local function", "{ return One(x); static int One(int a) => a + 1; }", "{ return Two(x); static int Two(int a) => a + 1; }"),
        Body("an out variable", "=> int.TryParse(\"1\", out var a) ? a : x;", "=> int.TryParse(\"1\", out var b) ? b : x;"),
        Body("an exception variable", "{ try { return 1 / x; } catch (DivideByZeroException a) { return a.HResult; } }",
            "{ try { return 1 / x; } catch (DivideByZeroException b) { return b.HResult; } }"),
        Members("a private helper", F + "=> Help(x); private static int Help(int x) => x + 1;", F + "=> Aid(x); private static int Aid(int x) => x + 1;"),
        Members("an internal helper", F + "=> Help(x); internal static int Help(int x) => x + 1;", F + "=> Aid(x); internal static int Aid(int x) => x + 1;"),
        Members("a helper's parameter", F + "=> Help(x); static int Help(int a) => a + 1;", F + "=> Help(x); static int Help(int b) => b + 1;"),
        Members("private helpers that call each other",
            F + "=> A(x); static int A(int n) => n < 0 ? 0 : B(n - 1); static int B(int n) => n < 0 ? 1 : A(n - 2);",
            F + "=> P(x); static int P(int n) => n < 0 ? 0 : Q(n - 1); static int Q(int n) => n < 0 ? 1 : P(n - 2);"),
        Members("a tuple element that is read by position", F + "{ (int a, int b) t = (x, 1); return t.a - t.b; }", F + "{ (int c, int d) t = (x, 1); return t.c - t.d; }"),
        new("a parameter that a template names", Reading("path"), Reading("file")),
        Members("a static class", F + "=> D.G(x); static class D { public static int G(int x) => x + 1; }", F + "=> E.G(x); static class E { public static int G(int x) => x + 1; }"),
        Members("a property that computes", F + "=> x + One; private static int One => 1;", F + "=> x + Uno; private static int Uno => 1;"),
        Members("a private static field that is only read", F + "=> x + One; private static readonly int One = 1;", F + "=> x + Uno; private static readonly int Uno = 1;"),
    ];

    private static IEnumerable<Edit> Order =>
    [
        Others("of methods", "=> A(x) + B(x);", "static int A(int x) => x; static int B(int x) => -x;", "static int B(int x) => -x; static int A(int x) => x;"),
        Members("the memoized method is moved down", F + "=> A(x); static int A(int x) => x + 1;", "static int A(int x) => x + 1; " + F + "=> A(x);"),
        Others("of overrides that the framework calls", "=> new HashSet<D> { new() }.Count + x;", "class D { public override int GetHashCode() => 1; public override bool Equals(object? o) => o is D; }",
            "class D { public override bool Equals(object? o) => o is D; public override int GetHashCode() => 1; }"),
        Others("of a field and a property that computes", "=> new D().B + x;", "class D { public int A = 1; public int B => A; }", "class D { public int B => A; public int A = 1; }"),
        Others("of indexers", "=> new D()[x];", "class D { public int this[int i] => i; public int this[string s] => 1; }", "class D { public int this[string s] => 1; public int this[int i] => i; }"),
        new("of types", "public static class C { " + F + "=> D.G(x); } static class D { public static int G(int x) => x; }",
            "static class D { public static int G(int x) => x; } public static class C { " + F + "=> D.G(x); }"),
        new("of usings", "using System.Numerics; using System.Xml; public static class C { " + F + "=> x; }",
            "using System.Xml; using System.Numerics; public static class C { " + F + "=> x; }"),
        new("a using is added", "public static class C { " + F + "=> x; }", "using System.Numerics; public static class C { " + F + "=> x; }"),
        new("a method is moved to another part", "public static partial class C { " + F + "=> A(x); static int A(int x) => x + 1; } public static partial class C { }",
            "public static partial class C { " + F + "=> A(x); } public static partial class C { static int A(int x) => x + 1; }"),
        new("a class becomes partial", "public static class C { " + F + "=> x; }", "public static partial class C { " + F + "=> x; }"),
        new("a file-scoped namespace", "namespace N { public static class C { " + F + "=> x; } }", "namespace N; public static class C { " + F + "=> x; }"),
    ];

    private static IEnumerable<Edit> Spelling =>
    [
        Body("a block body", "=> x + 1;", "{ return x + 1; }"),
        Others("a helper's block body", "=> A(x);", "static int A(int x) => x + 1;", "static int A(int x) { return x + 1; }"),
        Others("a property's block body", "=> x + A;", "static int A => 1;", "static int A { get { return 1; } }"),
        Body("a lambda's block body", "=> new[] { x }.Sum(a => a + 1);", "=> new[] { x }.Sum(a => { return a + 1; });"),
        Body("var", "{ int a = x; return a; }", "{ var a = x; return a; }"),
        Body("a target-typed new", "{ List<int> a = new List<int>(); return a.Count + x; }", "{ List<int> a = new(); return a.Count + x; }"),
        Body("parentheses", "=> x + 1 * 2;", "=> (x + ((1 * 2)));"),
        Body("qualification of a member", "=> A(x);", "=> C.A(x);", "static int A(int x) => x;"),
        Body("qualification of a type", "=> Math.Abs(x);", "=> global::System.Math.Abs(x);"),
        new("an alias", "public static class C { " + F + "=> Math.Abs(x); }", "using M = System.Math; public static class C { " + F + "=> M.Abs(x); }"),
        new("a static using", "public static class C { " + F + "=> Math.Abs(x); }", "using static System.Math; public static class C { " + F + "=> Abs(x); }"),
        new("this.", "public sealed class C { private readonly int _y = 1; [Memoize] public int F(int x) => x + _y; }",
            "public sealed class C { private readonly int _y = 1; [Memoize] public int F(int x) => x + this._y; }"),
        Body("a keyword for a type", "{ Int32 a = x; return a; }", "{ int a = x; return a; }"),
        Body("a hexadecimal literal", "=> x + 16;", "=> x + 0x10;"),
        Members("the size of memory on the stack", F + "{ Span<int> s = stackalloc int[16]; return s.Length + x; }", F + "{ Span<int> s = stackalloc int[0x10]; return s.Length + x; }"),
        Members("a shift of what has no sign", "[Memoize] public static uint F(uint x) => (x >> 1) + (x >>= 2);", "[Memoize] public static uint F(uint x) => (x >>> 1) + (x >>>= 2);"),
        Body("a binary literal with separators", "=> x + 16;", "=> x + 0b1_0000;"),
        Members("the spelling of a floating-point literal", "[Memoize] public static double F(double x) => x + 1.0;", "[Memoize] public static double F(double x) => x + 1e0;"),
        Members("the spelling of a character", "[Memoize] public static char F(int x) => 'A';", "[Memoize] public static char F(int x) => '\\u0041';"),
        Members("a verbatim string", "[Memoize] public static string F(int x) => \"a\\\\b\";", "[Memoize] public static string F(int x) => @\"a\\b\";"),
        Members("a raw string", "[Memoize] public static string F(int x) => \"a\\\\b\";", "[Memoize] public static string F(int x) => \"\"\"a\\b\"\"\";"),
        Members("an escaped string", "[Memoize] public static string F(int x) => \"A\";", "[Memoize] public static string F(int x) => \"\\x41\";"),
        Body("a constant for its value", "=> x + 7;", "=> x + Seven;", "private const int Seven = 7;"),
        Body("a constant expression for its value", "=> x + 7;", "=> x + (3 + 4);"),
        Body("a local constant", "=> x + 7;", "{ const int seven = 7; return x + seven; }"),
        Body("a named argument in its place", "=> A(x, 1);", "=> A(a: x, b: 1);", "static int A(int a, int b) => a - b;"),
        Body("an argument that is the default", "=> A(x);", "=> A(x, 1);", "static int A(int a, int b = 1) => a - b;"),
        Body("an extension method in its other form", "=> x.A();", "=> A(x);", "static int A(this int a) => a + 1;"),
        Body("a cast that the compiler would make", "{ long a = x; return (int)a; }", "{ long a = (long)x; return (int)a; }"),
        Body("nameof and the same text", "=> \"Math\".Length + x;", "=> nameof(Math).Length + x;"),
        Body("type arguments that are inferred", "=> Enumerable.Repeat<int>(x, 2).Sum();", "=> Enumerable.Repeat(x, 2).Sum();"),
        Body("static on a lambda", "=> new[] { x }.Sum(a => a + 1);", "=> new[] { x }.Sum(static a => a + 1);"),
        Body("a typed lambda parameter", "=> new[] { x }.Sum(a => a + 1);", "=> new[] { x }.Sum((int a) => a + 1);"),
        Body("the type of a loop variable", "{ var s = 0; foreach (int a in new[] { x }) s += a; return s; }", "{ var s = 0; foreach (var a in new[] { x }) s += a; return s; }"),
    ];

    private static IEnumerable<Edit> Declarations =>
    [
        Members("accessibility", "[Memoize] public static int F(int x) => x;", "[Memoize] internal static int F(int x) => x;"),
        Others("a helper's accessibility", "=> A(x);", "private static int A(int x) => x;", "public static int A(int x) => x;"),
        Others("a nullable annotation", "=> A(null, x);", "static int A(string? s, int x) => x;", "static int A(string s, int x) => x;"),
        Body("a null-forgiving operator", "{ string? s = A(x); return s.Length; }", "{ string? s = A(x); return s!.Length; }", "static string? A(int x) => \"a\";"),
        Members("[Obsolete]", F + "=> x;", "[Obsolete] " + F + "=> x;"),
        Members("[SuppressMessage]", F + "=> x;", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")] " + F + "=> x;"),
        Others("an unreachable method is changed", "=> x;", "public static int Other(int x) => x + 1;", "public static int Other(int x) => x + 2;"),
        Others("an unreachable method is added", "=> x;", "", "public static int Other(int x) => x + 2;"),
        Others("an overload that is not chosen", "=> A(x);", "static int A(int x) => x;", "static int A(int x) => x; static int A(string x) => 1;"),
        Others("a static that is not read", "=> x;", "public static int Other = 1;", "public static int Other = 2;"),
        Others("a constant that is not read", "=> x;", "public const int Other = 1;", "public const int Other = 2;"),
        new("a type that is not reached", "public static class C { " + F + "=> x; } public class D { public int A; }", "public static class C { " + F + "=> x; } public class D { public string B = \"\"; }"),
        Others("a method of another memoized method", "=> x;", "[Memoize] public static int G(int x) => A(x); static int A(int x) => x;", "[Memoize] public static int G(int x) => A(x); static int A(int x) => -x;"),
        Others("a type that nobody derives from is sealed", "=> new D().G(x);", "class D { public int G(int x) => x; }", "sealed class D { public int G(int x) => x; }"),
        Others("readonly on a field of what cannot be changed in place", "=> new D().G(x);", "class D { int[] _a = [1]; public int G(int x) => _a[0] + x; }", "class D { readonly int[] _a = [1]; public int G(int x) => _a[0] + x; }"),
        Others("readonly on a field of an immutable struct", "=> new D().G(x);", "class D { DateTime _a = new(1); public int G(int x) => _a.Day + x; }", "class D { readonly DateTime _a = new(1); public int G(int x) => _a.Day + x; }"),
        Others("the order of methods of a type that is serialized", "=> System.Text.Json.JsonSerializer.Serialize(new D()).Length + x;", "class D { public int A => 1; public int B() => 2; public int C() => 3; }", "class D { public int C() => 3; public int A => 1; public int B() => 2; }"),
        new("a subclass that the closure cannot hold",
            "public class B { public virtual int M() => 1; } public static class C { " + F + "=> new B().M() + x; }",
            "public class B { public virtual int M() => 1; } class D : B { public override int M() => 2; } public static class C { " + F + "=> new B().M() + x; }"),
        new("a method is added to a type that is reached",
            "public class B { public int M() => 1; } public static class C { " + F + "=> new B().M() + x; }",
            "public class B { public int M() => 1; public int Other() => 3; } public static class C { " + F + "=> new B().M() + x; }"),
    ];

    [TestCaseSource(nameof(Text))]
    public void Text_that_means_nothing_keeps_the_hash(Edit edit) => AssertSame(edit);

    [TestCaseSource(nameof(Names))]
    public void The_name_of(Edit edit) => AssertSame(edit);

    [TestCaseSource(nameof(Order))]
    public void The_order_and_the_place_keep_the_hash(Edit edit) => AssertSame(edit);

    [TestCaseSource(nameof(Spelling))]
    public void Another_spelling_keeps_the_hash(Edit edit) => AssertSame(edit);

    [TestCaseSource(nameof(Declarations))]
    public void What_no_result_shows_keeps_the_hash(Edit edit) => AssertSame(edit);

    private static string Reading(string name) => SourceText.Class($"[Memoize, DependsOnFile(\"{{{name}}}\")] public static int F(string {name}) => File.ReadAllText({name}).Length;");

    private static void AssertSame(Edit edit)
    {
        var (before, after) = Hash.Of(edit);
        Assert.That(after, Is.EqualTo(before));
    }
}
