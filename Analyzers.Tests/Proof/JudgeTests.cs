using Microsoft.CodeAnalysis;
using Mono.Cecil;
using static Memo.Analyzers.Tests.Hashing.Edit;
using Edit = Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>The judge of the proof, on pairs of which anybody can say whether they run the same.</summary>
public sealed class JudgeTests
{
    private static IEnumerable<Edit> Same =>
    [
        Body("a local's name", "{ var a = x + 1; return a * a; }", "{ var b = x + 1; return b * b; }"),
        Members("a helper's name", F + "=> A(x); static int A(int x) => x + 1;", F + "=> B(x); static int B(int y) => y + 1;"),
        Members("the order of methods", F + "=> A(x) - B(x); static int A(int x) => x; static int B(int x) => -x;", "static int B(int x) => -x; static int A(int x) => x; " + F + "=> A(x) - B(x);"),
        new("a method is moved", "public static class C { " + F + "=> A(x); static int A(int x) => x + 1; }", "public static class C { " + F + "=> D.A(x); } static class D { public static int A(int x) => x + 1; }"),
        Others("a method that is not reached", "=> x;", "static int A() => 1;", "static int A() => 2;"),
        Others("a lambda before it", "=> new[] { x }.Sum(a => a + 1);", "", "static int A(int[] x) => x.Sum(a => a + 7); static int B(int[] x) => x.Max(a => -a);"),
        Members("lambdas in another order", F + "=> new[] { x }.Sum(a => a + 1); static int A(int[] x) => x.Sum(a => a + 7);", "static int A(int[] x) => x.Sum(a => a + 7); " + F + "=> new[] { x }.Sum(a => a + 1);"),
        Others("a static that is not read", "=> A;", "static readonly int A = int.Parse(\"1\"); static readonly int B = int.Parse(\"2\");", "static readonly int A = int.Parse(\"1\"); static readonly int B = int.Parse(\"3\");"),
        Others("statics in another order", "=> A;", "static readonly int A = int.Parse(\"1\"); static readonly int B = int.Parse(\"2\");", "static readonly int B = int.Parse(\"2\"); static readonly int A = int.Parse(\"1\");"),
        Others("an override of a type that nobody makes", "=> new D().V(x);", "class D { public virtual int V(int x) => x; } class E : D { public override int V(int x) => 1; }",
            "class D { public virtual int V(int x) => x; } class E : D { public override int V(int x) => 2; }"),
        Body("a block for an expression", "=> x + 1;", "{ return x + 1; }"),
        Others("ToString of a type that is not the receiver's", "=> new D().ToString()!.Length + new E().GetHashCode() + x;", "class D { public override string ToString() => \"d\"; } class E { public override string ToString() => \"e\"; }",
            "class D { public override string ToString() => \"d\"; } class E { public override string ToString() => \"other\"; }"),
        Others("ToString of a class beside that of an enum", "=> x < 0 ? new D().GetHashCode() : ((E)x).ToString().Length;", "enum E { A } class D { public override string ToString() => \"d\"; }", "enum E { A } class D { public override string ToString() => \"other\"; }"),
        Others("the order of overloads that implement an interface", "=> ((I)new D()).V(x) + ((I)new D()).V(\"\");", "interface I { int V(int x); int V(string x); } class D : I { public int V(int x) => x; public int V(string x) => 2; }",
            "interface I { int V(int x); int V(string x); } class D : I { public int V(string x) => 2; public int V(int x) => x; }"),
        Others("sealed, of an asynchronous enumerator", "=> A().Result + x; static async Task<int> A() { await foreach (var a in new D()) return a; return 1; }", Stream(""), Stream("sealed ")),
        Others("an override beside, of a class that has only the name in common", "=> new D().V(x) + new E().V(x);", "class D { public virtual int V(int x) => x; } class E { public virtual int V(int x) => -x; } class G : E { public override int V(int x) => 1; }",
            "class D { public virtual int V(int x) => x; } class E { public virtual int V(int x) => -x; } class G : E { public override int V(int x) => 2; }"),
        Others("a body that every object overrides", "=> A(new D()) + x; static int A(B b) => b.V();", "class B { public virtual int V() => 1; } class D : B { public override int V() => 3; }", "class B { public virtual int V() => 2; } class D : B { public override int V() => 3; }"),
        Others("a default implementation beside one in a base", "=> A(new D()) + x; static int A(I b) => b.V();", "interface I { int V() => 1; } class B : I { public int V() => 3; } class D : B;", "interface I { int V() => 2; } class B : I { public int V() => 3; } class D : B;"),
        Others("a method that an object hides", "=> A(new D()) + x; static int A(D d) => d.V();", "class B { public virtual int V() => 1; } class D : B { public new virtual int V() => 3; }", "class B { public virtual int V() => 2; } class D : B { public new virtual int V() => 3; }"),
        Body("debug information", "{ var a = x + 1; return a; }", "{\n#line 700 \"Other.cs\"\nvar a = x + 1;\n\n\n#line hidden\nreturn a; }"),
        new("the order of types", "static class A { public static int M(int x) => B.M(x) + 1; } static class B { public static int M(int x) => x; }\n" + SourceText.Class(F + "=> A.M(x);"),
            SourceText.Class(F + "=> A.M(x);") + "static class B { public static int M(int x) => x; } static class A { public static int M(int x) => B.M(x) + 1; }"),
        Body("the name of what a closure captures", "{ var a = x; Func<int> f = () => a++; return f() + f(); }", "{ var b = x; Func<int> f = () => b++; return f() + f(); }"),
        Others("a closure before it", "{ var a = x; Func<int> f = () => a++; return f() + f(); }", "", "static int A(int x) { var a = x; Func<int> f = () => a--; return f(); }"),
        Members("a closure after another", F + "{ var a = x; Func<int> f = () => a++; return f() + f(); } static int A(int x) { var a = x; Func<int> f = () => a--; return f(); }", "static int A(int x) { var a = x; Func<int> f = () => a--; return f(); } " + F + "{ var a = x; Func<int> f = () => a++; return f() + f(); }"),
        Members("a method's delegate that another method keeps as well", F + "=> new[] { x }.Sum(G); static int G(int x) => x;", "static int A(int[] x) => x.Select(H).Sum(G); static int H(int x) => -x; " + F + "=> new[] { x }.Sum(G); static int G(int x) => x;"),
        Members("a state machine after another", F + "=> A(x).Result; static async Task<int> A(int n) { await Task.Yield(); return n; }", "static async Task<int> B(int n) { await Task.Delay(n); return n; } " + F + "=> A(x).Result; static async Task<int> A(int n) { await Task.Yield(); return n; }"),
        Others("another switch by text", Switch("a"), "", "static int A(string s) " + Switch("z").Replace("x.ToString(CultureInfo.InvariantCulture)", "s", StringComparison.Ordinal)),
        Others("another table", "=> new[] { 1, 2, 3, 4 }[x];", "", "static int A(int x) => new[] { 5, 6, 7, 8 }[x];"),
        Others("another list that an expression makes", "=> A([x, 1, 2]); static int A(IReadOnlyList<int> a) => a[1];", "", "static IReadOnlyList<string> B(string s) => [s];"),
        Others("another span that an expression makes", "=> A([x, 1, 2]); static int A(ReadOnlySpan<int> a) => a[1];", "", "static int B(string s) => B([s, s]); static int B(ReadOnlySpan<string> a) => a.Length;"),
        Others("an anonymous type of another method", "{ var a = new { A = x }; return a.A; }", "", "static int B(string s) { var a = new { B = s, C = 1 }; return a.C; }"),
        Others("the order of statics that have no initializer", "=> A + x; static readonly int A = G(); static int G() => B + D;", "static int B; static int D;", "static int D; static int B;"),
        Others("an iterator's local", "=> A(x).Sum();", "static IEnumerable<int> A(int n) { for (var i = 0; i < n; i++) yield return i; }", "static IEnumerable<int> A(int m) { for (var j = 0; j < m; j++) yield return j; }"),
    ];

    private static IEnumerable<Edit> Different =>
    [
        Body("a literal", "=> x + 1;", "=> x + 2;"),
        Body("an operator", "=> x + 1;", "=> x - 1;"),
        Body("checked", "=> x * x;", "=> checked(x * x);"),
        Members("the sign of zero", "[Memoize] public static double F(int x) => 0.0;", "[Memoize] public static double F(int x) => -0.0;"),
        Body("a string", "=> \"a\".Length + x;", "=> \"b\".Length + x;"),
        Body("which parameter", "=> A(x, 3);", "=> A(3, x);", "static int A(int a, int b) => a - b;"),
        Body("which local", "{ var a = x + 1; var b = x / a; A(ref a); A(ref b); return a; }", "{ var a = x + 1; var b = x / a; A(ref a); A(ref b); return b; }", "static void A(ref int a) => a++;"),
        Others("another overload", "=> A(x);", "static int A(long x) => 1;", "static int A(long x) => 1; static int A(int x) => 2;"),
        Others("a helper's body", "=> A(x);", "static int A(int x) => B(x); static int B(int x) => x;", "static int A(int x) => B(x); static int B(int x) => -x;"),
        Others("a static's initializer", "=> A;", "static readonly int A = int.Parse(\"1\");", "static readonly int A = int.Parse(\"2\");"),
        Others("a table's bytes", "=> A[x];", "static readonly int[] A = [1, 2, 3, 4, 5];", "static readonly int[] A = [1, 2, 3, 4, 6];"),
        Others("a static constructor", "=> A;", "static readonly int A; static C() { A = 1; }", "static readonly int A; static C() { A = 2; }"),
        Others("an override", "=> ((D)new E()).V(x);", "class D { public virtual int V(int x) => x; } class E : D { public override int V(int x) => 1; }",
            "class D { public virtual int V(int x) => x; } class E : D { public override int V(int x) => 2; }"),
        Others("an interface's implementation", "=> ((I)new E()).V(x);", "interface I { int V(int x); } class E : I { public int V(int x) => 1; }", "interface I { int V(int x); } class E : I { public int V(int x) => 2; }"),
        Others("ToString of the receiver", "=> new D().ToString()!.Length + x;", "class D { public override string ToString() => \"d\"; }", "class D { public override string ToString() => \"other\"; }"),
        Others("ToString of what is in a variable of its base", "=> A(new D()).Length + x;", "class B { } class D : B { public override string ToString() => \"d\"; } static string A(B b) => b.ToString()!;", "class B { } class D : B { public override string ToString() => \"other\"; } static string A(B b) => b.ToString()!;"),
        Others("ToString of a struct", "=> new D().ToString()!.Length + x;", "struct D { public override string ToString() => \"d\"; }", "struct D { public override string ToString() => \"other\"; }"),
        Others("ToString of a type parameter", "=> A(new D()).Length + x;", "class D { public override string ToString() => \"d\"; } static string A<T>(T b) => b!.ToString()!;", "class D { public override string ToString() => \"other\"; } static string A<T>(T b) => b!.ToString()!;"),
        Others("a default implementation", "=> ((I)new E()).V(x);", "interface I { int V(int x) => 1; } class E : I { }", "interface I { int V(int x) => 2; } class E : I { }"),
        Others("a lambda", "=> new[] { x }.Sum(A);", "static readonly Func<int, int> A = a => a + 1;", "static readonly Func<int, int> A = a => a + 2;"),
        Others("an iterator", "=> A(x).Sum();", "static IEnumerable<int> A(int n) { yield return n; }", "static IEnumerable<int> A(int n) { yield return n + 1; }"),
        Others("an asynchronous method", "=> A(x).Result;", "static async Task<int> A(int n) { await Task.Yield(); return n; }", "static async Task<int> A(int n) { await Task.Yield(); return n + 1; }"),
        Others("an enum member's name", "=> ((E)x).ToString().Length;", "enum E { A }", "enum E { B }"),
        Others("an attribute of a type", "=> System.Text.Json.JsonSerializer.Serialize(new D()).Length;", "class D { [System.Text.Json.Serialization.JsonPropertyName(\"a\")] public int A { get; set; } }",
            "class D { [System.Text.Json.Serialization.JsonPropertyName(\"b\")] public int A { get; set; } }"),
        Body("what is caught", "{ try { return 1 / x; } catch (DivideByZeroException) { return 0; } }", "{ try { return 1 / x; } catch (OverflowException) { return 0; } }"),
        Others("a field's type", "=> (int)new D().A;", "class D { public int A; }", "class D { public long A; }"),
        Others("a body that one object inherits", "=> A(new D()) + A(new E()) + x; static int A(B b) => b.V();", "class B { public virtual int V() => 1; } class D : B { public override int V() => 3; } class E : B;", "class B { public virtual int V() => 2; } class D : B { public override int V() => 3; } class E : B;"),
        Others("a body that an override calls", "=> A(new D()) + x; static int A(B b) => b.V();", "class B { public virtual int V() => 1; } class D : B { public override int V() => base.V(); }", "class B { public virtual int V() => 2; } class D : B { public override int V() => base.V(); }"),
        Others("what hides, for what overrides", "=> A(new D()) + x; static int A(B b) => b.V();", "class B { public virtual int V() => 1; } class D : B { public override int V() => 3; }", "class B { public virtual int V() => 1; } class D : B { public new virtual int V() => 3; }"),
        Body("what a closure captures", "{ var a = x; var b = x + 1; Func<int> f = () => a++ + b; return f() + f() + a; }", "{ var a = x; var b = x + 1; Func<int> f = () => b++ + a; return f() + f() + a; }"),
        Body("a label of a switch by text", Switch("a"), Switch("z")),
        Body("a list that an expression makes", "=> A([x, 1, 2]);", "=> A([x, 2, 1]);", "static int A(IReadOnlyList<int> a) => a[1];"),
        Body("the names of an anonymous type that is printed", "=> new { A = x }.ToString()!.Length;", "=> new { B = x }.ToString()!.Length;"),
        Others("the order of statics that run code", "=> A + x; static int G() => B + D;", "static readonly int A = G(); static int B = 1; static int D = 2;", "static int B = 1; static readonly int A = G(); static int D = 2;"),
        Others("an object that only a generic type makes", "=> new Box<D>().G() + x;", Made(1), Made(2)),
        Others("an operator that an interface of the framework declares", "=> A(new D()).N + x; static T A<T>(T a) where T : System.Numerics.IAdditionOperators<T, T, T> => a + a;", Added(1), Added(2)),
        Others("memory that is not cleared", "=> A(x);", "static int A(int x) { Span<int> s = stackalloc int[4]; return s[x & 3]; }", "[System.Runtime.CompilerServices.SkipLocalsInit] static int A(int x) { Span<int> s = stackalloc int[4]; return s[x & 3]; }"),
        Others("one thread at a time", "=> A(x);", "static int A(int x) => x;", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] static int A(int x) => x;"),
        Others("a static of each thread", "{ A += x; return A; }", "static int A;", "[ThreadStatic] static int A;"),
        Others("a static member of an interface", "=> A<D>(x);", "static int A<T>(int x) where T : I => T.V(x); interface I { static abstract int V(int x); } struct D : I { public static int V(int x) => x; }",
            "static int A<T>(int x) where T : I => T.V(x); interface I { static abstract int V(int x); } struct D : I { public static int V(int x) => -x; }"),
    ];

    [TestCaseSource(nameof(Same))]
    public void Is_the_same(Edit edit) => Assert.That(Form(edit.After), Is.EqualTo(Form(edit.Before)));

    [TestCaseSource(nameof(Different))]
    public void Is_different(Edit edit) => Assert.That(Form(edit.After), Is.Not.EqualTo(Form(edit.Before)));

    [Test]
    public void What_the_framework_may_call_back_is_only_part_of_the_most()
    {
        static string Source(int number) => SourceText.Class(F + "=> new HashSet<D> { new() }.Count + x; class D { public override int GetHashCode() => " + number + "; }");
        static string Closed(string name) => SourceText.Class(F + "{ using var d = new D(); return x; } class D : MemoryStream { public override void " + name + "() { } }");
        Assert.Multiple(() =>
        {
            Assert.That(Form(Source(1)), Is.EqualTo(Form(Source(2))));
            Assert.That(Form(Source(1), callbacks: true), Is.Not.EqualTo(Form(Source(2), callbacks: true)));
            Assert.That(Form(Closed("Flush"), callbacks: true), Is.Not.EqualTo(Form(Closed("Close"), callbacks: true)));
        });
    }

    private static string Switch(string label) =>
        $"=> x.ToString(CultureInfo.InvariantCulture) switch {{ \"{label}\" => 1, \"b\" => 2, \"c\" => 3, \"d\" => 4, \"e\" => 5, \"f\" => 6, \"g\" => 7, \"hh\" => 8, _ => 9 }};";

    private static string Made(int number) => $"interface I {{ int V(); }} class D : I {{ public int V() => {number}; }} class Box<T> where T : I, new() {{ public int G() => new T().V(); }}";

    private static string Added(int number) =>
        $"readonly struct D : System.Numerics.IAdditionOperators<D, D, D> {{ public int N {{ get; init; }} public static D operator +(D a, D b) => new() {{ N = {number} }}; }}";

    private static string Stream(string modifier) =>
        $"class D {{ public E GetAsyncEnumerator() => new(); }} {modifier}class E {{ int _n; public int Current => _n; public async Task<bool> MoveNextAsync() => _n++ < 1; }}";

    private static string Form(string source, bool callbacks = false)
    {
        var compilation = Generated.Compile([("/0/App.cs", source)]);
        using var image = new MemoryStream();
        var emitted = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release)).Emit(image);
        Assert.That(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        using var module = ModuleDefinition.ReadModule(image);
        return ReachedCode.Of(module.GetType("C").Methods.Single(method => method.Name == "F"), callbacks);
    }
}
