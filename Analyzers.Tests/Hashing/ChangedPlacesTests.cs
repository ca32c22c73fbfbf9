using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits after which the same parts stand in other places: nothing is added or removed, and the result is another.</summary>
public sealed class ChangedPlacesTests
{
    private static IEnumerable<Edit> Parameters =>
    [
        Body("of a lambda", "{ Func<int, int, int> f = (a, b) => a - b; return f(x, 7); }", "{ Func<int, int, int> f = (a, b) => b - a; return f(x, 7); }"),
        Body("of a lambda in parameter types", "{ Func<int, int, int> f = (int a, int b) => a - b; return f(x, 7); }", "{ Func<int, int, int> f = (int a, int b) => b - a; return f(x, 7); }"),
        Body("of an anonymous method", "{ Func<int, int, int> f = delegate(int a, int b) { return a - b; }; return f(x, 7); }", "{ Func<int, int, int> f = delegate(int a, int b) { return b - a; }; return f(x, 7); }"),
        Body("of a comparison that sorts", "{ var l = new List<int> { x, 2 }; l.Sort((a, b) => a.CompareTo(b)); return l[0]; }", "{ var l = new List<int> { x, 2 }; l.Sort((a, b) => b.CompareTo(a)); return l[0]; }"),
        Body("of a local function", "{ return S(x, 7); int S(int a, int b) => a - b; }", "{ return S(x, 7); int S(int a, int b) => b - a; }"),
        Body("of a lambda in a lambda", "{ Func<int, Func<int, int>> f = a => b => a - b; return f(x)(7); }", "{ Func<int, Func<int, int>> f = a => b => b - a; return f(x)(7); }"),
        Body("of a query's ranges", "=> (from a in new[] { x } from b in new[] { 7 } select a - b).First();", "=> (from a in new[] { x } from b in new[] { 7 } select b - a).First();"),
        Body("of a query's let", "=> (from a in new[] { x } let b = a * a select a - b).First();", "=> (from a in new[] { x } let b = a * a select b - a).First();"),
        Body("of a query's join", "=> (from a in new[] { x } join b in new[] { 7 } on a % 2 equals b % 2 select a - b).First();", "=> (from a in new[] { x } join b in new[] { 7 } on a % 2 equals b % 2 select b - a).First();"),
        Others("of a primary constructor", "=> new P(x, 2).S();", "sealed class P(int a, int b) { public int S() => a - b; }", "sealed class P(int a, int b) { public int S() => b - a; }"),
        Others("of a primary constructor, in an initializer", "=> new P(x, 2).S;", "sealed class P(int a, int b) { public int S = a - b; }", "sealed class P(int a, int b) { public int S = b - a; }"),
        Others("of a primary constructor, in a lambda", "=> new P(x, 2).S()();", "sealed class P(int a, int b) { public Func<int> S() => () => a - b; }", "sealed class P(int a, int b) { public Func<int> S() => () => b - a; }"),
        Others("of a primary constructor that a base takes", "=> new P(x, 2).A;", "class B(int a) { public int A = a; } class P(int a, int b) : B(a - b);", "class B(int a) { public int A = a; } class P(int a, int b) : B(b - a);"),
        new("of a partial method", Part("static int S(int a, int b)", "S(x, 7)", "=> a - b;"), Part("static int S(int a, int b)", "S(x, 7)", "=> b - a;")),
        new("of a partial indexer", Part("int this[int a, int b]", "new C()[x, 7]", "{ get => a - b; }", "{ get; }"), Part("int this[int a, int b]", "new C()[x, 7]", "{ get => b - a; }", "{ get; }")),
        new("of a partial constructor", PartialConstructor("a - b"), PartialConstructor("b - a")),
        new("of a memoized partial method", MemoizedPart("a - b"), MemoizedPart("b - a")),
    ];

    private static IEnumerable<Edit> Owners =>
    [
        Others("bodies of two overrides", "{ B b = x > 0 ? new A() : new D(); return b.M(); }",
            "abstract class B { public abstract int M(); } class A : B { public override int M() => 1; } class D : B { public override int M() => 2; }",
            "abstract class B { public abstract int M(); } class A : B { public override int M() => 2; } class D : B { public override int M() => 1; }"),
        Others("bodies of two implementations", "{ I b = x > 0 ? new A() : new D(); return b.M(); }",
            "interface I { int M(); } class A : I { public int M() => 1; } class D : I { public int M() => 2; }",
            "interface I { int M(); } class A : I { public int M() => 2; } class D : I { public int M() => 1; }"),
        Others("getters of two implementations", "{ I b = x > 0 ? new A() : new D(); return b.M; }",
            "interface I { int M { get; } } class A : I { public int M => 1; } class D : I { public int M => 2; }",
            "interface I { int M { get; } } class A : I { public int M => 2; } class D : I { public int M => 1; }"),
        Others("texts of two types", "{ object b = x > 0 ? new A() : new D(); return b.ToString()!.Length; }",
            "class A { public override string ToString() => \"a\"; } class D { public override string ToString() => \"bb\"; }",
            "class A { public override string ToString() => \"bb\"; } class D { public override string ToString() => \"a\"; }"),
        Body("type parameters whose static methods are called", "=> A<D, E>();", "=> B<D, E>();",
            Statics + "static int A<T, U>() where T : I where U : I => T.V() + 100 * U.V() + 10000 * T.W; static int B<T, U>() where T : I where U : I => U.V() + 100 * T.V() + 10000 * T.W;"),
        Others("type parameters whose static method is called", "=> A<D, E>();", Statics + "static int A<T, U>() where T : I where U : I => T.V() + 100 * U.V();", Statics + "static int A<T, U>() where T : I where U : I => U.V() + 100 * T.V();"),
        Others("type parameters whose static property is read", "=> A<D, E>();", Statics + "static int A<T, U>() where T : I where U : I => T.W;", Statics + "static int A<T, U>() where T : I where U : I => U.W;"),
        Others("type parameters whose static method becomes a delegate", "=> A<D, E>()();", Statics + "static Func<int> A<T, U>() where T : I where U : I => T.V;", Statics + "static Func<int> A<T, U>() where T : I where U : I => U.V;"),
        Body("type arguments of an outer type, of a method", "=> O<int>.I.G().Length;", "=> O<string>.I.G().Length;", Nested),
        Body("type arguments of an outer type, of a property", "=> O<int>.I.P.Length;", "=> O<string>.I.P.Length;", Nested),
        Body("type arguments of an outer type, of a delegate", "{ Func<string> f = O<int>.I.G; return f().Length; }", "{ Func<string> f = O<string>.I.G; return f().Length; }", Nested),
        Body("type arguments of an outer type, of a field", "=> O<int>.I.Q.Length;", "=> O<string>.I.Q.Length;", Nested),
    ];

    private const string Statics = "interface I { static abstract int V(); static abstract int W { get; } } class D : I { public static int V() => 1; public static int W => 3; } class E : I { public static int V() => 2; public static int W => 4; }\n";

    private const string Nested = "static class O<T> { public static class I { public static readonly string Q = typeof(T).Name; public static string G() => typeof(T).Name; public static string P => typeof(T).Name; } }";

    private static string Part(string member, string use, string body, string end = ";") =>
        $"public partial class C {{ [Memoize] public static int F(int x) => {use}; private {(member.StartsWith("static", StringComparison.Ordinal) ? "static partial" + member[6..] : "partial " + member)}{end} }}\n" +
        $"public partial class C {{ private {(member.StartsWith("static", StringComparison.Ordinal) ? "static partial" + member[6..] : "partial " + member)} {body} }}";

    private static string PartialConstructor(string value) =>
        "public static class C { [Memoize] public static int F(int x) => new P(x, 7).A; }\n" +
        "public partial class P { public int A; public partial P(int a, int b); }\n" +
        $"public partial class P {{ public partial P(int a, int b) {{ A = {value}; }} }}";

    private static string MemoizedPart(string value) =>
        "public static partial class C { [Memoize] public static partial int F(int a, int b); }\n" +
        $"public static partial class C {{ public static partial int F(int a, int b) => {value}; }}";

    [TestCaseSource(nameof(Parameters))]
    public void Parameters_that_change_places_change_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [TestCaseSource(nameof(Owners))]
    public void Members_and_type_arguments_that_change_places_change_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [Test]
    public void Parameters_that_are_only_renamed_keep_the_hash() => Assert.That(
        Hash.Of(SourceText.Class(F + "{ Func<int, int, int> f = (c, d) => c - d; return f(x, 7); }")),
        Is.EqualTo(Hash.Of(SourceText.Class(F + "{ Func<int, int, int> f = (a, b) => a - b; return f(x, 7); }"))));
}
