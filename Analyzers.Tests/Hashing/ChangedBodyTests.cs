using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits inside a method that can change what it returns.</summary>
public sealed class ChangedBodyTests
{
    private static IEnumerable<Edit> Operations =>
    [
        Body("an operator", "=> x + 1;", "=> x - 1;"),
        Body("a comparison", "=> x < 1 ? 1 : 2;", "=> x <= 1 ? 1 : 2;"),
        Body("a shift", "=> x >> 1;", "=> x >>> 1;"),
        Body("a compound shift", "{ x >>= 1; return x; }", "{ x >>>= 1; return x; }"),
        Members("a shift of what a narrower type was", "[Memoize] public static int F(byte x) => ~x >> 1;", "[Memoize] public static int F(byte x) => ~x >>> 1;"),
        Body("a shift of a number of native size", "{ nint a = x; return (int)(a >> 1); }", "{ nint a = x; return (int)(a >>> 1); }"),
        Body("a shift of what may be null", "{ int? a = x; return (a >> 1) ?? 0; }", "{ int? a = x; return (a >>> 1) ?? 0; }"),
        Body("a shift that a type defines", "=> (new D() >> 1) + x;", "=> (new D() >>> 1) + x;", "class D { public static int operator >>(D d, int n) => 1; public static int operator >>>(D d, int n) => 2; }"),
        Body("a shift of a type parameter", "{ return (int)A((uint)x); static T A<T>(T x) where T : System.Numerics.IBinaryInteger<T> => x >> 1; }", "{ return (int)A((uint)x); static T A<T>(T x) where T : System.Numerics.IBinaryInteger<T> => x >>> 1; }"),
        Body("the order in which local functions are called", "{ return A() - B(); int A() => x; int B() => -x; }", "{ return B() - A(); int A() => x; int B() => -x; }"),
        Body("the type of what is on the stack", "{ return A(stackalloc[] { 1 }) + x; }", "{ return A(stackalloc[] { 1L }) + x; }", "static int A(Span<int> s) => 1; static int A(Span<long> s) => 2;"),
        Body("what is on the stack", "{ Span<char> s = stackalloc char[] { 'a' }; return s[0] + x; }", "{ Span<char> s = stackalloc char[] { 'b' }; return s[0] + x; }"),
        Body("the size of memory on the stack", "{ Span<int> s = stackalloc int[16]; return s.Length + x; }", "{ Span<int> s = stackalloc int[17]; return s.Length + x; }"),
        Body("a compound assignment", "{ x += 2; return x; }", "{ x *= 2; return x; }"),
        Body("prefix for postfix", "{ return x++; }", "{ return ++x; }"),
        Body("a conditional operator for a logical one", "=> A(x) && A(x + 1) ? 1 : 0;", "=> A(x) & A(x + 1) ? 1 : 0;", "static bool A(int x) => x > 0;"),
        Body("a literal", "=> x + 1;", "=> x + 2;"),
        Members("a string literal", "[Memoize] public static string F(int x) => \"a\";", "[Memoize] public static string F(int x) => \"b\";"),
        Members("a line ending in a literal", "[Memoize] public static string F(int x) => @\"a\nb\";", "[Memoize] public static string F(int x) => @\"a\r\nb\";"),
        Members("negative zero", "[Memoize] public static double F(int x) => 0.0;", "[Memoize] public static double F(int x) => -0.0;"),
        Members("the last bit of a double", "[Memoize] public static double F(int x) => 0.1;", "[Memoize] public static double F(int x) => 0.10000000000000002;"),
        Members("the scale of a decimal", "[Memoize] public static decimal F(int x) => 1.0m;", "[Memoize] public static decimal F(int x) => 1.00m;"),
        Members("the suffix of a literal", "[Memoize] public static object F(int x) => (1).GetType().Name;", "[Memoize] public static object F(int x) => (1L).GetType().Name;"),
        Body("null and default", "=> A(null) + x;", "=> A(\"\") + x;", "static int A(string? s) => s is null ? 1 : 2;"),
        Body("checked", "=> x * x;", "=> checked(x * x);"),
        Body("unchecked block", "{ checked { return x * x; } }", "{ unchecked { return x * x; } }"),
        Body("the order of operands", "=> A(x) - B(x);", "=> B(x) - A(x);", "static int A(int x) => x + 1; static int B(int x) => x + 2;"),
        Body("the order of statements", "{ x++; x *= 2; return x; }", "{ x *= 2; x++; return x; }"),
        Body("the order in which named arguments are evaluated", "=> A(a: G(x), b: H(x));", "=> A(b: H(x), a: G(x));",
            "static int A(int a, int b) => a - b; static int G(int x) => 1 / x; static int H(int x) => x == 0 ? throw new ArgumentException(\"h\") : x;"),
        Body("a condition is negated", "{ if (x > 1) return 2; return x; }", "{ if (!(x > 1)) return 2; return x; }"),
        Body("a loop's bound", "{ var s = 0; for (var i = 0; i < x; i++) s += i; return s; }", "{ var s = 0; for (var i = 1; i < x; i++) s += i; return s; }"),
        Body("break for continue", "{ var s = 0; for (var i = 0; i < x; i++) { if (i == 2) break; s += i; } return s; }",
            "{ var s = 0; for (var i = 0; i < x; i++) { if (i == 2) continue; s += i; } return s; }"),
        Body("which local is used", "{ var a = x; var b = x + 1; return a; }", "{ var a = x; var b = x + 1; return b; }"),
        Body("which parameter is used", "=> A(x, 3);", "=> A(3, x);", "static int A(int a, int b) => a - b;"),
        Members("the parameters of the method change places", "[Memoize] public static int F(int x, int y) => x - y;", "[Memoize] public static int F(int x, int y) => y - x;"),
        Body("a switch arm", "=> x switch { 1 => 10, _ => 20 };", "=> x switch { 2 => 10, _ => 20 };"),
        Body("the order of switch arms", "=> x switch { > 1 and < 9 => 10, < 5 => 20, _ => 30 };", "=> x switch { < 5 => 20, > 1 and < 9 => 10, _ => 30 };"),
        Body("a pattern", "=> x is > 1 and < 5 ? 1 : 0;", "=> x is > 1 or < 5 ? 1 : 0;"),
        Body("the goto target", "{ if (x > 1) goto a; goto b; a: return 1; b: return 2; }", "{ if (x > 1) goto b; goto a; a: return 1; b: return 2; }"),
        Body("a caught exception", "{ try { return 1 / x; } catch (DivideByZeroException) { return 0; } }", "{ try { return 1 / x; } catch (OverflowException) { return 0; } }"),
        Body("an exception filter", "{ try { return 1 / x; } catch (Exception) when (x == 0) { return 0; } }", "{ try { return 1 / x; } catch (Exception) when (x == 1) { return 0; } }"),
        Body("a finally block", "{ var a = 0; try { a = x; } finally { a++; } return a; }", "{ var a = 0; try { a = x; } finally { a--; } return a; }"),
        Body("an index from the end", "=> new[] { 1, 2, x }[1];", "=> new[] { 1, 2, x }[^1];"),
        Body("a range", "=> new[] { 1, 2, x }[1..].Length;", "=> new[] { 1, 2, x }[2..].Length;"),
        Body("a spread", "=> ((int[])[x, x])[0];", "=> ((int[])[1, x, x])[0];"),
        Body("an added statement", "{ return x; }", "{ x++; return x; }"),
        Body("a null-conditional", "{ string? s = A(x); return s?.Length ?? 1; }", "{ string? s = A(x); return s?.Length ?? 2; }", "static string? A(int x) => x > 1 ? \"a\" : null;"),
        Body("a lambda's body", "=> new[] { x }.Sum(a => a + 1);", "=> new[] { x }.Sum(a => a + 2);"),
        Body("a captured variable", "{ var a = 1; var b = 2; Func<int> f = () => a; a = x; b = x * 2; return f(); }", "{ var a = 1; var b = 2; Func<int> f = () => b; a = x; b = x * 2; return f(); }"),
        Body("a copy is captured", "{ var a = 1; Func<int> f = () => a; a = x; return f(); }", "{ var a = 1; var b = a; Func<int> f = () => b; a = x; return f(); }"),
        Body("a variable declared outside the loop that a lambda captures",
            "{ var fs = new List<Func<int>>(); for (var i = 0; i < x; i++) { var a = i; fs.Add(() => a); } return fs[0](); }",
            "{ var fs = new List<Func<int>>(); int a; for (var i = 0; i < x; i++) { a = i; fs.Add(() => a); } return fs[0](); }"),
        Body("an interpolation's format", "=> string.Create(CultureInfo.InvariantCulture, $\"{x:D2}\").Length;", "=> string.Create(CultureInfo.InvariantCulture, $\"{x:D3}\").Length;"),
        Body("an interpolation's alignment", "=> $\"{\"a\",3}\".Length + x;", "=> $\"{\"a\",4}\".Length + x;"),
        Body("a with expression", "=> (new P(1, 2) with { X = x }).X;", "=> (new P(1, 2) with { Y = x }).X;", "record P(int X, int Y);"),
        Body("an object initializer", "=> new Q { A = x }.A;", "=> new Q { B = x }.A;", "class Q { public int A; public int B; }"),
    ];

    private static IEnumerable<Edit> Types =>
    [
        Body("a cast", "{ double d = x / 2.0; return (int)(float)d; }", "{ double d = x / 2.0; return (int)(double)d; }"),
        Body("is", "{ object o = x; return o is int ? 1 : 2; }", "{ object o = x; return o is long ? 1 : 2; }"),
        Body("typeof", "=> typeof(int).Name.Length + x;", "=> typeof(long).Name.Length + x;"),
        Body("a type argument", "=> new List<int>().GetType().Name.Length + A<int>(x);", "=> new List<int>().GetType().Name.Length + A<long>(x);", "static int A<T>(int x) => typeof(T).Name.Length + x;"),
        Body("default", "=> A(default(int)) + x;", "=> A(default(long)) + x;", "static int A(object o) => o is int ? 1 : 2;"),
        Body("the type of an array", "=> A(new int[] { 1 }) + x;", "=> A(new long[] { 1 }) + x;", "static int A(Array a) => a is int[] ? 1 : 2;"),
        Body("the type of a created object", "=> A(new List<int>()) + x;", "=> A(new HashSet<int>()) + x;", "static int A(object a) => a is List<int> ? 1 : 2;"),
        Body("the type of a variable", "{ int a = x; return (int)(a / 2 * 1.0); }", "{ double a = x; return (int)(a / 2 * 1.0); }"),
        Body("an implicit conversion", "{ float f = x; return (int)f; }", "{ double f = x; return (int)f; }"),
        Body("boxing as another type", "{ object o = x; return o.Equals(x) ? 1 : 0; }", "{ object o = (long)x; return o.Equals(x) ? 1 : 0; }"),
        Body("nameof", "=> nameof(Math).Length + x;", "=> nameof(Console).Length + x;"),
        Body("as", "{ object o = x; return (o as string)?.Length ?? 0; }", "{ object o = x; return (o as int[])?.Length ?? 0; }"),
        Body("a catch-all type pattern", "{ object o = x; return o switch { int => 1, _ => 2 }; }", "{ object o = x; return o switch { uint => 1, _ => 2 }; }"),
        Body("sizeof", "=> sizeof(int) + x;", "=> sizeof(long) + x;"),
    ];

    private static IEnumerable<Edit> Calls =>
    [
        Body("another method", "=> A(x);", "=> B(x);", "static int A(int x) => x; static int B(int x) => -x;"),
        Body("another method of the framework", "=> Math.Abs(x);", "=> Math.Sign(x);"),
        Body("another overload", "=> A((long)x);", "=> A(x);", "static int A(int x) => x; static int A(long x) => 1;"),
        Others("an overload that is better", "=> A(x);", "static int A(long x) => 1;", "static int A(long x) => 1; static int A(int x) => x;"),
        Others("a default argument", "=> A(x);", "static int A(int x, int y = 1) => x + y;", "static int A(int x, int y = 2) => x + y;"),
        Body("a comparison argument", "=> \"a\".Equals(\"A\", StringComparison.Ordinal) ? 1 : x;", "=> \"a\".Equals(\"A\", StringComparison.OrdinalIgnoreCase) ? 1 : x;"),
        Body("a culture argument", "=> x.ToString(CultureInfo.InvariantCulture).Length;", "=> x.ToString(CultureInfo.GetCultureInfo(\"ar\")).Length;"),
        Body("a comparer", "=> new HashSet<string>(StringComparer.Ordinal) { \"a\", \"A\" }.Count;", "=> new HashSet<string>(StringComparer.OrdinalIgnoreCase) { \"a\", \"A\" }.Count;"),
        Body("caller info", "\n=> A() + x;", "\n\n=> A() + x;", "static int A([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;"),
        Body("an argument's text that is a value", "=> A(x + 1);", "=> A(1 + x);", "static int A(int a, [System.Runtime.CompilerServices.CallerArgumentExpression(\"a\")] string s = \"\") => s.Length + a;"),
        Body("a local's name that is a value", "{ var a = x; return A(a); }", "{ var bb = x; return A(bb); }", "static int A(int a, [System.Runtime.CompilerServices.CallerArgumentExpression(\"a\")] string s = \"\") => s.Length;"),
        Members("the caller's name that is a value", F + "=> A(x); static int A(int x) => B(); static int B([System.Runtime.CompilerServices.CallerMemberName] string n = \"\") => n.Length;",
            F + "=> AAA(x); static int AAA(int x) => B(); static int B([System.Runtime.CompilerServices.CallerMemberName] string n = \"\") => n.Length;"),
        Body("a call on base", "=> new E().A(x);", "=> new E().B(x);",
            "class D { public virtual int V() => 1; } class E : D { public override int V() => 2; public int A(int x) => base.V() + x; public int B(int x) => this.V() + x; }"),
        Body("params", "=> A(x, 1);", "=> A(x, 1, 1);", "static int A(params int[] xs) => xs.Length;"),
    ];

    [TestCaseSource(nameof(Operations))]
    public void Another_operation_changes_the_hash(Edit edit) => AssertDifferent(edit);

    [TestCaseSource(nameof(Types))]
    public void Another_type_changes_the_hash(Edit edit) => AssertDifferent(edit);

    [TestCaseSource(nameof(Calls))]
    public void Another_call_changes_the_hash(Edit edit) => AssertDifferent(edit);

    internal static void AssertDifferent(Edit edit)
    {
        var (before, after) = Hash.Of(edit);
        Assert.That(after, Is.Not.EqualTo(before));
    }
}
