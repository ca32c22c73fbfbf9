using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits outside a method, in what it reaches.</summary>
public sealed class ChangedClosureTests
{
    private const string Async = "[Memoize] public static async Task<int> F(int x) ";

    private static IEnumerable<Edit> Reached =>
    [
        Others("a helper", "=> A(x);", "static int A(int x) => x + 1;", "static int A(int x) => x + 2;"),
        Others("a helper's helper", "=> A(x);", "static int A(int x) => B(x); static int B(int x) => x;", "static int A(int x) => B(x); static int B(int x) => -x;"),
        Others("a getter", "=> x + A;", "static int A => 1;", "static int A => 2;"),
        Others("an indexer", "=> new D()[x];", "class D { public int this[int i] => i; }", "class D { public int this[int i] => -i; }"),
        Others("a setter", "=> new D { P = x }.Q;", "class D { public int Q; public int P { set => Q = value; } }", "class D { public int Q; public int P { set => Q = -value; } }"),
        Others("an init accessor", "=> new D { P = x }.Q;", "class D { public int Q; public int P { init => Q = value; } }", "class D { public int Q; public int P { init => Q = -value; } }"),
        Others("a constructor", "=> new D(x).A;", "class D { public int A; public D(int x) { A = x; } }", "class D { public int A; public D(int x) { A = -x; } }"),
        Others("a base constructor", "=> new D().A + x;", "class B { public int A; public B() { A = 1; } } class D : B { }", "class B { public int A; public B() { A = 2; } } class D : B { }"),
        Others("an argument of a base constructor", "=> new D().A + x;", "class B(int a) { public int A = a; } class D() : B(1) { }", "class B(int a) { public int A = a; } class D() : B(2) { }"),
        Others("a field initializer", "=> new D().A + x;", "class D { public int A = 1; }", "class D { public int A = 2; }"),
        Others("a property initializer", "=> new D().A + x;", "class D { public int A { get; } = 1; }", "class D { public int A { get; } = 2; }"),
        Others("a static constructor", "=> D.A + x;", "class D { public static readonly int A; static D() { A = 1; } }", "class D { public static readonly int A; static D() { A = 2; } }"),
        Others("a static initializer", "=> A + x;", "static readonly int A = 1;", "static readonly int A = 2;"),
        Others("a lookup table", "=> A[x];", "static readonly int[] A = [1, 2];", "static readonly int[] A = [2, 1];"),
        Others("a static property's initializer", "=> A + x;", "static int A { get; } = 1;", "static int A { get; } = 2;"),
        Others("what a static initializer calls", "=> A + x;", "static readonly int A = B(); static int B() => 1;", "static readonly int A = B(); static int B() => 2;"),
        Others("the order of static initializers", "=> A + x;", "static readonly int A = B; static readonly int B = G(); static int G() => 1;", "static readonly int B = G(); static readonly int A = B; static int G() => 1;"),
        Others("an operator", "=> (new D(x) + new D(1)).A;", "record struct D(int A) { public static D operator +(D a, D b) => new(a.A + b.A); }", "record struct D(int A) { public static D operator +(D a, D b) => new(a.A - b.A); }"),
        Others("an implicit conversion", "{ D d = x; return d.A; }", "record struct D(int A) { public static implicit operator D(int a) => new(a); }", "record struct D(int A) { public static implicit operator D(int a) => new(-a); }"),
        Others("an explicit conversion", "=> (int)new D(x);", "record struct D(int A) { public static explicit operator int(D a) => a.A; }", "record struct D(int A) { public static explicit operator int(D a) => -a.A; }"),
        Others("ToString in an interpolation", "=> $\"{new D()}\".Length + x;", "class D { public override string ToString() => \"a\"; }", "class D { public override string ToString() => \"bb\"; }"),
        Others("ToString in a concatenation", "=> (\"\" + new D()).Length + x;", "class D { public override string ToString() => \"a\"; }", "class D { public override string ToString() => \"bb\"; }"),
        Others("Equals in a collection", "=> new HashSet<D> { new(1), new(2) }.Count + x;",
            "class D(int a) { public override bool Equals(object? o) => true; public override int GetHashCode() => a; }",
            "class D(int a) { public override bool Equals(object? o) => false; public override int GetHashCode() => a; }"),
        Others("GetHashCode in a collection", "=> new HashSet<D> { new(1), new(2) }.Count + x;",
            "class D(int a) { int A => a; public override bool Equals(object? o) => true; public override int GetHashCode() => A; }",
            "class D(int a) { int A => a; public override bool Equals(object? o) => true; public override int GetHashCode() => 1; }"),
        Others("CompareTo in a sort", "=> new[] { new D(1), new D(x) }.Order().First().A;",
            "record D(int A) : IComparable<D> { public int CompareTo(D? o) => A.CompareTo(o!.A); }", "record D(int A) : IComparable<D> { public int CompareTo(D? o) => o!.A.CompareTo(A); }"),
        Others("Deconstruct", "{ var (a, b) = new D(); return a - b + x; }", "class D { public void Deconstruct(out int a, out int b) { a = 1; b = 2; } }", "class D { public void Deconstruct(out int a, out int b) { a = 2; b = 1; } }"),
        Others("the enumerator of a foreach", "{ var s = 0; foreach (var a in new D()) s += a; return s + x; }",
            "class D { public IEnumerator<int> GetEnumerator() { yield return 1; } }", "class D { public IEnumerator<int> GetEnumerator() { yield return 2; } }"),
        Others("Dispose in a using", "{ var d = new D(); using (d) { } return d.A + x; }", "class D : IDisposable { public int A; public void Dispose() => A = 1; }", "class D : IDisposable { public int A; public void Dispose() => A = 2; }"),
        Others("Add in a collection initializer", "=> new D { x }.Sum;",
            "class D : System.Collections.IEnumerable { public int Sum; public void Add(int x) => Sum += x; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); }",
            "class D : System.Collections.IEnumerable { public int Sum; public void Add(int x) => Sum -= x; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); }"),
        Others("a method group", "=> new[] { x }.Sum(A);", "static int A(int x) => x;", "static int A(int x) => -x;"),
        Others("an iterator", "=> A(x).Sum();", "static IEnumerable<int> A(int x) { yield return x; }", "static IEnumerable<int> A(int x) { yield return x; yield return 1; }"),
        Members("an awaited method", Async + "=> await A(x); static async Task<int> A(int x) { await Task.Yield(); return x; }", Async + "=> await A(x); static async Task<int> A(int x) { await Task.Yield(); return -x; }"),
        Others("an override", "=> A(new E()) + x; static int A(D d) => d.V();", "class D { public virtual int V() => 1; } class E : D { public override int V() => 2; }", "class D { public virtual int V() => 1; } class E : D { public override int V() => 3; }"),
        Others("an added override on a type that is made", "=> A(new E()) + x; static int A(D d) => d.V();", "class D { public virtual int V() => 1; } class E : D { }", "class D { public virtual int V() => 1; } class E : D { public override int V() => 3; }"),
        Others("an implementation of an interface", "=> A(new E()) + x; static int A(I d) => d.V();", "interface I { int V(); } class E : I { public int V() => 2; }", "interface I { int V(); } class E : I { public int V() => 3; }"),
        Others("a default interface member", "=> A(new E()) + x; static int A(I d) => d.V();", "interface I { int V() => 1; } class E : I { }", "interface I { int V() => 2; } class E : I { }"),
        Others("a static abstract member", "=> A<E>() + x; static int A<T>() where T : I => T.V();", "interface I { static abstract int V(); } class E : I { public static int V() => 1; }", "interface I { static abstract int V(); } class E : I { public static int V() => 2; }"),
        Others("one of two methods that call each other", "=> A(x); static int A(int n) => n < 0 ? 0 : B(n - 1);", "static int B(int n) => n < 0 ? 1 : A(n - 2);", "static int B(int n) => n < 0 ? 1 : A(n - 3);"),
        Others("another memoized method", "=> G(x);", "[Memoize] public static int G(int x) => x;", "[Memoize] public static int G(int x) => -x;"),
        Others("a conditional method that is dropped", "{ A(ref x); return x; }", "static void A(ref int x) => x++;", "[System.Diagnostics.Conditional(\"NEVER\")] static void A(ref int x) => x++;"),
        Others("async for a faulted task", "=> A(x) is { IsFaulted: true } ? 1 : 0;", "static Task<int> A(int x) => throw new ArgumentException(\"a\");", "static async Task<int> A(int x) => throw new ArgumentException(\"a\");"),
        Others("an iterator for a list", "=> A(x) is null ? 1 : 2;", "static IEnumerable<int> A(int x) => new[] { 1 / x };", "static IEnumerable<int> A(int x) { yield return 1 / x; }"),
        new("the pattern that a generator reads", Word("\"a\""), Word("\"b\"")),
        new("the options that a generator reads", Word("\"a\", RegexOptions.IgnoreCase"), Word("\"a\", RegexOptions.None")),
        Others("an attribute that a serializer reads", Serialized, "class D { [System.Text.Json.Serialization.JsonPropertyName(\"a\")] public int A { get; set; } }", "class D { [System.Text.Json.Serialization.JsonPropertyName(\"b\")] public int A { get; set; } }"),
        Others("an attribute that keeps a member from a serializer", Serialized, "class D { public int A { get; set; } }", "class D { [System.Text.Json.Serialization.JsonIgnore] public int A { get; set; } }"),
        Others("the order of what a serializer writes", Serialized, "class D { public int A => 1; public int B => 2; }", "class D { public int B => 2; public int A => 1; }"),
        Others("a field that a serializer may not write any more", Serialized, "class D { public int[] A = []; }", "class D { public readonly int[] A = []; }"),
        Others("the size of what a pointer walks", "=> A(x);", "static unsafe int A(int x) { int* p = &x; return *p + 1; }", "static unsafe int A(int x) { int* p = &x; return *p + 2; }"),
        Others("what is fixed", "=> A([x, 1]);", "static unsafe int A(int[] x) { fixed (int* p = &x[0]) return *p; }", "static unsafe int A(int[] x) { fixed (int* p = &x[1]) return *p; }"),
        Others("a generated regex's pattern", "=> R().IsMatch(\"a\") ? 1 : x; static System.Text.RegularExpressions.Regex R() => new(P);", "const string P = \"a\";", "const string P = \"b\";"),
    ];

    private static IEnumerable<Edit> Shapes =>
    [
        Body("of an enum value that is used", "=> (int)E.B + x;", "=> (int)E.C + x;", "enum E { B = 1, C = 2 }"),
        Others("of an enum's members' values", "=> (int)E.B + x;", "enum E { A, B }", "enum E { B, A }"),
        Others("of an enum's names that become text", "=> E.B.ToString().Length + x;", "enum E { A, B }", "enum E { A, B, Bee = 1 }"),
        Others("of an enum's name that becomes text", "=> A((E)x);", "enum E { One, Two } static int A(E e) => e.ToString().Length;", "enum E { One, Deux } static int A(E e) => e.ToString().Length;"),
        Others("of an enum's underlying type", "=> A(E.A) + x; static int A(E e) => unchecked((int)(e - 1));", "enum E : int { A }", "enum E : byte { A }"),
        Others("of a record whose text shows its members' names", "=> new D(x).ToString().Length;", "record D(int A);", "record D(int Alpha);"),
        Others("of a record's members in order", "=> new D(x, 1).ToString().Length;", "record D(int A, int B);", "record D(int B, int A);"),
        Others("of a record's equality", "=> new D(x) { B = x } == new D(x) ? 1 : 2;", "record D(int A) { public int B; }", "record D(int A) { public static int S; public int B { get => 0; set { } } }"),
        Others("of a struct's equality", "=> new D { A = x }.Equals(new D()) ? 1 : 2;", "struct D { public int A; }", "struct D { public int A; public int B; }"),
        Others("sealed, of a record, whose members the compiler writes by that", "=> new D(x) == new D(1) ? 1 : 2;", "record D(int A);", "sealed record D(int A);"),
        Others("sealed, of an enumerator that the compiler otherwise asks whether it can be disposed of", "{ foreach (var a in new D()) return a; return x; }", Enumerator(""), Enumerator("sealed ")),
        Others("class for struct", "{ var a = new D(); var b = a; b.A = x; return a.A; }", "class D { public int A; }", "struct D { public int A; }"),
        Others("record for class", "=> new D { A = x }.Equals(new D { A = x }) ? 1 : 2;", "class D { public int A; }", "record D { public int A; }"),
        Others("the base of a type", "{ object d = new D(); return d is B ? 1 : x; }", "class B { } class D { }", "class B { } class D : B { }"),
        Others("an interface of a type", "{ object d = new D(); return d is I ? 1 : x; }", "interface I { } class D { }", "interface I { } class D : I { }"),
        Others("the name of a type that becomes a value", "=> typeof(D).Name.Length + x; class E { }", "class D { }", "class D { public class Nested { } }") with { After = SourceText.Class(F + "=> typeof(Dee).Name.Length + x; class E { } class Dee { }") },
        Others("the type of a field", "{ var d = new D(); d.A = (byte)x; d.A++; return (int)d.A; }", "class D { public int A; }", "class D { public byte A; }"),
        new("the type of a parameter's field", "public record D(int A); public static class C { [Memoize] public static long F(D d) => d.A * 2; }", "public record D(long A); public static class C { [Memoize] public static long F(D d) => d.A * 2; }"),
        new("a field is added to a result", "public record D(int A); public static class C { [Memoize] public static D F(int x) => new(x); }",
            "public record D(int A) { public int B; } public static class C { [Memoize] public static D F(int x) => new(x); }"),
    ];

    private const string Serialized = "=> System.Text.Json.JsonSerializer.Serialize(new D()).Length + x;";

    private static string Word(string arguments) =>
        "using System.Text.RegularExpressions;\n" +
        $"public static partial class C {{ [Memoize] public static int F(int x) => W().IsMatch(\"A\") ? 1 : x; [GeneratedRegex({arguments})] private static partial Regex W(); }}\n" +
        "public static partial class C { private static partial Regex W() => null!; }";

    private static string Enumerator(string modifier) =>
        $"class D {{ public E GetEnumerator() => new(); }} {modifier}class E {{ int _n; public int Current => _n; public bool MoveNext() => _n++ < 1; }}";

    [TestCaseSource(nameof(Reached))]
    public void A_change_in_what_is_reached_changes_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [TestCaseSource(nameof(Shapes))]
    public void A_change_of_the_shape(Edit edit) => ChangedBodyTests.AssertDifferent(edit);
}
