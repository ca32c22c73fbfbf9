namespace Memo.Analyzers.Tests.Effects;

/// <summary>Operators and conversions of the program's types, in the places where nobody writes a call.</summary>
public sealed class EdgeOperatorTests
{
    private static IEnumerable<Edge> Operators =>
    [
        new("A compound assignment of its own", "class D { public long N; public void operator +=(int a) => N = Now(); public void operator -=(int a) => N = a; }", "var d = new D(); d += 1; return d.N;", "var d = new D(); d -= 1; return d.N;"),
        new("An increment of its own", "class D { public long N; public void operator ++() => N = Now(); public void operator --() => N--; }", "var d = new D(); d++; return d.N;", "var d = new D(); d--; return d.N;"),
        new("A checked compound assignment of its own", "class D { public long N; public void operator +=(int a) => N = a; public void operator checked +=(int a) => N = Now(); }", "var d = new D(); checked { d += 1; } return d.N;", "var d = new D(); unchecked { d += 1; } return d.N;"),
        new("A checked operator", "record struct D(long A) { public static D operator +(D a, D b) => a; public static D operator checked +(D a, D b) => new(Now()); }", "return checked(new D(1) + new D(2)).A;", "return unchecked(new D(1) + new D(2)).A;"),
        new("A checked negation", "record struct D(long A) { public static D operator -(D a) => a; public static D operator checked -(D a) => new(Now()); }", "return checked(-new D(1)).A;", "return (-new D(1)).A;"),
        new("A checked conversion", "record struct D(long A) { public static explicit operator int(D a) => 1; public static explicit operator checked int(D a) => (int)Now(); }", "return checked((int)new D(1));", "return unchecked((int)new D(1));"),
        new("A shift without sign", "record struct D(long A) { public static D operator >>>(D a, int b) => new(Now()); public static D operator >>(D a, int b) => a; }", "return (new D(1) >>> 1).A;", "return (new D(1) >> 1).A;"),
        new("A negation", "record struct D(long A) { public static D operator -(D a) => new(Now()); public static D operator +(D a) => a; }", "return (-new D(1)).A;", "return (+new D(1)).A;"),
        new("A complement", "record struct D(long A) { public static D operator ~(D a) => new(Now()); public static D operator !(D a) => a; }", "return (~new D(1)).A;", "return (!new D(1)).A;"),
        new("A comparison", "record struct D(long A) { public static bool operator <(D a, D b) => Now() > 1; public static bool operator >(D a, D b) => true; }", "return new D(1) < new D(2) ? 1 : 2;", "return new D(1) > new D(2) ? 1 : 2;"),
        new("A lifted operator", "struct D { public long A; public static D operator +(D a, D b) => new() { A = Now() }; public static D operator -(D a, D b) => a; }", "D? a = new D(), b = null; return (a + b)?.A ?? 1;", "D? a = new D(), b = null; return (a - b)?.A ?? 1;"),
        new("A lifted comparison", "struct D { public static bool operator ==(D a, D b) => Now() > 1; public static bool operator !=(D a, D b) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 1; }", "D? a = new D(), b = new D(); return a == b ? 1 : 2;", "D? a = new D(); return a.HasValue ? 1 : 2;"),
        new("A lifted conversion", "struct D { public long A; public static implicit operator D(int a) => new() { A = Now() }; public static implicit operator D(string a) => new(); }", "int? n = x; D? d = n; return d?.A ?? 1;", "D? d = \"\"; return d?.A ?? 1;"),
        new("An equality of tuples", "class D { public static bool operator ==(D a, D b) => Now() > 1; public static bool operator !=(D a, D b) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 1; }", "return (new D(), 1) == (new D(), x) ? 1 : 2;", "return (new D() is null, 1) == (true, x) ? 1 : 2;"),
        new("An inequality of tuples in a tuple", "class D { public static bool operator ==(D a, D b) => true; public static bool operator !=(D a, D b) => Now() > 1; public override bool Equals(object? o) => true; public override int GetHashCode() => 1; }", "return (1, (new D(), 1)) != (x, (new D(), 2)) ? 1 : 2;", "return (1, (new D() is null, 1)) != (x, (true, 2)) ? 1 : 2;"),
        new("A conversion in an equality of tuples", "struct D { public static implicit operator int(D d) => (int)Now(); public static explicit operator long(D d) => 1; }", "return (new D(), 1) == (x, 1) ? 1 : 2;", "return ((long)new D(), 1) == (x, 1) ? 1 : 2;"),
        new("operator true in a condition of three", "class D { public static bool operator true(D d) => Now() > 1; public static bool operator false(D d) => true; }", "return new D() ? 1 : 2;", "return new D() is { } ? 1 : 2;"),
        new("operator true in a loop", "class D { public static bool operator true(D d) => Now() > 1; public static bool operator false(D d) => true; }", "for (var d = new D(); d;) return 1; return 2;", "for (var d = new D(); d is null;) return 1; return 2;"),
        new("operator true at the end of a loop", "class D { public static bool operator true(D d) => Now() > 1; public static bool operator false(D d) => true; }", "do x++; while (new D()); return 2;", "do x++; while (new D() is null); return 2;"),
        new("An or that needs its second operand", "class D { public static D operator |(D a, D b) { Now(); return a; } public static D operator &(D a, D b) => a; public static bool operator true(D d) => true; public static bool operator false(D d) => false; public long N; }", "return (new D() || new D()).N;", "return (new D() && new D()).N;"),
        new("A compound assignment that converts back", "struct D { public long A; public static int operator +(D a, int b) => 1; public static int operator -(D a, int b) => 1; public static implicit operator D(int a) => new() { A = Now() }; public long M() => this - 1; }", "D d = default; d += 1; return d.A;", "D d = default; return d - 1;"),
        new("A compound assignment of an element", "record struct D(long A) { public static D operator +(D a, D b) => new(Now()); public static D operator -(D a, D b) => a; }", "var d = new D[1]; d[0] += new D(1); return d[0].A;", "var d = new D[1]; d[0] -= new D(1); return d[0].A;"),
        new("An operator of a base class", "class B { public static long operator +(B a, int b) => Now(); public static long operator -(B a, int b) => 1; } class D : B;", "return new D() + 1;", "return new D() - 1;"),
        new("An operator of an interface", "interface I { static long operator +(I a, int b) => Now(); static long operator -(I a, int b) => 1; } class D : I;", "I i = new D(); return i + 1;", "I i = new D(); return i - 1;"),
        new("An operator by extension", "", "return new X.T() + new X.T();", "return new X.T() - new X.T();") { TopLevel = "public static class X { public class T; extension(T) { public static long operator +(T a, T b) => C.Now(); public static long operator -(T a, T b) => 1; } }" },
        new("A static abstract operator", "interface I<T> where T : I<T> { static abstract long operator +(T a, T b); static abstract long operator -(T a, T b); } struct D : I<D> { public static long operator +(D a, D b) => Now(); public static long operator -(D a, D b) => 1; } static long Plus<T>(T a) where T : I<T> => a + a; static long Minus<T>(T a) where T : I<T> => a - a;", "return Plus(new D());", "return Minus(new D());"),
        new("A static abstract increment", "interface I<T> where T : I<T> { static abstract T operator ++(T a); static abstract T operator --(T a); } struct D : I<D> { public static D operator ++(D a) { Now(); return a; } public static D operator --(D a) => a; } static T Up<T>(T a) where T : I<T> { a++; return a; } static T Down<T>(T a) where T : I<T> { a--; return a; }", "Up(new D()); return 1;", "Down(new D()); return 1;"),
    ];

    [TestCaseSource(nameof(Operators))]
    public Task An_operator_is_run(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Operators))]
    public Task Another_operator_is_not(Edge edge) => edge.IsNotSeenWhereItIsNot();

    /// <summary>A type that a number becomes, and one that becomes a number or a truth.</summary>
    private const string To = "public struct D { public long A; public static implicit operator D(int a) => new() { A = Now() }; public static implicit operator D(string a) => new() { A = 1 }; public static long Get(D d) => d.A; public static long Many(params D[] ds) => ds.Length; public static long Spans(params ReadOnlySpan<D> ds) => ds.Length; public static long In(in D d) => d.A; } static IEnumerable<D> Yield(int x) { yield return x; } static async Task<D> Later(int x) { await Task.Yield(); return x; } static async Task<int> One() { await Task.Yield(); return 1; }\n";

    private const string From = "public struct D { public static implicit operator int(D d) => (int)Now(); public static explicit operator long(D d) => 1; } public struct G { public static implicit operator bool(G g) => Now() > 1; public static explicit operator int(G g) => 1; }\n";

    private static IEnumerable<Edge> Conversions =>
    [
        new("A return value", To + "static D Make(int x) => x; static D Made(string x) => x;", "return Make(x).A;", "return Made(\"\").A;"),
        new("A result of a lambda", To, "Func<int, D> f = n => n; return f(1).A;", "Func<string, D> f = n => n; return f(\"\").A;"),
        new("A method group", To + "static int Id(int x) => x;", "D d = Id(1); return d.A;", "return Id(1);"),
        new("An argument by name", To, "return D.Get(d: 1);", "return D.Get(d: \"\");"),
        new("An argument by in", To, "return D.In(1);", "return D.In(\"\");"),
        new("One of many arguments", To, "return D.Many(\"\", 1);", "return D.Many(\"\", \"\");"),
        new("One of many arguments of a span", To, "return D.Spans(\"\", 1);", "return D.Spans(\"\", \"\");"),
        new("A loop's variable", To, "foreach (D d in new[] { 1 }) return d.A; return 1;", "foreach (D d in new[] { \"\" }) return d.A; return 1;"),
        new("What an iterator yields", To, "return Yield(1).First().A;", "return Yield2().First().A; static IEnumerable<D> Yield2() { yield return \"\"; }"),
        new("What an async method gives", To, "return (await Later(1)).A;", "return (await Later2()).A; static async Task<D> Later2() { await Task.Yield(); return \"\"; }"),
        new("What is awaited", To, "D d = await One(); return d.A;", "return await One();"),
        new("An arm of a switch", To, "D d = x switch { 1 => 1, _ => \"\" }; return d.A;", "D d = x switch { 1 => \"a\", _ => \"\" }; return d.A;"),
        new("A conditional value", To, "D d = x > 1 ? 1 : \"\"; return d.A;", "D d = x > 1 ? \"a\" : \"\"; return d.A;"),
        new("An element of an array", To, "D[] d = { \"\", 1 }; return d[0].A;", "D[] d = { \"\", \"a\" }; return d[0].A;"),
        new("An element of a collection expression", To, "Span<D> d = [\"\", 1]; return d[0].A;", "Span<D> d = [\"\", \"a\"]; return d[0].A;"),
        new("An element of a collection initializer", To, "var d = new List<D> { \"\", 1 }; return d[0].A;", "var d = new List<D> { \"\", \"a\" }; return d[0].A;"),
        new("A value of a dictionary initializer", To, "var d = new Dictionary<int, D> { [1] = 1 }; return d[1].A;", "var d = new Dictionary<int, D> { [1] = \"\" }; return d[1].A;"),
        new("A property of an initializer", To + "class P { public D A { get; set; } }", "return new P { A = 1 }.A.A;", "return new P { A = \"\" }.A.A;"),
        new("A deconstruction into variables", To, "(D a, D b) = (1, \"\"); return a.A;", "(D a, D b) = (\"\", \"\"); return a.A;"),
        new("A deconstruction into what there is", To, "D a; (a, _) = (1, 2); return a.A;", "D a; (a, _) = (\"\", 2); return a.A;"),
        new("An assignment where there is nothing", To, "D? d = null; d ??= 1; return d.Value.A;", "D? d = null; d ??= \"\"; return d.Value.A;"),
        new("A tuple of a tuple", To, "(int, (D, int)) t = (1, (1, 2)); return t.Item2.Item1.A;", "(int, (D, int)) t = (1, (\"\", 2)); return t.Item2.Item1.A;"),
        new("A query's cast variable", To, "return (from D d in new object[] { new D() } select d.A).Sum() + ((D)x).A;", "return (from D d in new object[] { new D() } select d.A).Sum();"),
        new("An argument of a constructor", To + "class P(D d) { public long A => d.A; }", "return new P(1).A;", "return new P(\"\").A;"),
        new("An argument of a base constructor", To + "class P(D d) { public long A => d.A; } class Q() : P(1); class R() : P(\"\");", "return new Q().A;", "return new R().A;"),
        new("A default of a field", To + "class P { public D A = 1; } class Q { public D A = \"\"; }", "return new P().A.A;", "return new Q().A.A;"),
        new("An index", From, "return new[] { 1 }[new D()];", "return new[] { 1 }[(long)new D()];"),
        new("A switched value", From, "switch (new D()) { case 1: return 1; default: return 2; }", "switch ((long)new D()) { case 1: return 1; default: return 2; }"),
        new("A condition", From, "if (new G()) return 1; return 2;", "if ((int)new G() > 1) return 1; return 2;"),
        new("A condition that is turned around", From, "return !new G() ? 1 : 2;", "return (int)new G() > 1 ? 1 : 2;"),
        new("A condition with another", From, "return x > 1 && new G() ? 1 : 2;", "return x > 1 && (int)new G() > 1 ? 1 : 2;"),
        new("A loop's condition", From, "while (new G()) return 1; return 2;", "while ((int)new G() > 1) return 1; return 2;"),
        new("A filter of exceptions", From, "try { return 3; } catch when (new G()) { return 1; }", "try { return 3; } catch when ((int)new G() > 1) { return 1; }"),
        new("A count of an array", From, "return new int[new D()].Length;", "return new int[(long)new D()].Length;"),
        new("A shift", From, "return x << new D();", "return x << (int)(long)new D();"),
        new("An operand of a sum", From, "return x + new D();", "return x + (long)new D();"),
        new("A case guard", From, "return x switch { _ when new G() => 1, _ => 2 };", "return x switch { _ when (int)new G() > 1 => 1, _ => 2 };"),
        new("A span of a user's type", "class T { public static implicit operator ReadOnlySpan<char>(T t) => Now() + \"\"; public static implicit operator string(T t) => \"\"; } static long Len(ReadOnlySpan<char> s) => s.Length; static long Str(string s) => s.Length;", "return Len(new T());", "return Str(new T());"),
        new("An index of a user's type", "class T { public static implicit operator Index(T t) => (int)Now(); public static implicit operator string(T t) => \"\"; } class L { public int Length => 1; public int this[Index i] => 1; public int this[string i] => 1; public int Len(string s) => 1; }", "return new L()[(Index)new T()];", "return new L().Len(new T());"),
    ];

    [TestCaseSource(nameof(Conversions))]
    public Task A_conversion_is_run(Edge edge) => edge.IsFollowed();

    [TestCaseSource(nameof(Conversions))]
    public Task Another_conversion_is_not(Edge edge) => edge.IsNotSeenWhereItIsNot();
}
