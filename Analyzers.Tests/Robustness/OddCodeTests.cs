using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Robustness;

/// <summary>Odd but legal C#: whatever is said of it, nothing fails, and what is generated compiles.</summary>
public sealed class OddCodeTests
{
    private static IEnumerable<string> Programs =>
    [
        "public static unsafe class C { [Memoize] public static int F(int x) { int* p = &x; *p = 3; int* q = stackalloc int[3]; q[1] = *p; fixed (char* s = \"a\") return q[1] + *s; } }",
        "public static class C { [Memoize] public static int F(int x) { Span<int> s = stackalloc int[] { 1, 2, x }; return s[^1] + s[1..].Length; } }",
        "public static unsafe class C { static int G(int x) => x; [Memoize] public static int F(int x) { delegate*<int, int> p = &G; return p(x); } }",
        "public static class C { [Memoize] public static int F(int x) { goto a; b: return x; a: goto b; } }",
        "public static class C { [Memoize] public static int F(int x) { switch (x) { case 1: goto case 2; case 2: goto default; default: return 3; } } }",
        "public static class C { [Memoize] public static int F(__arglist) => 1; }",
        "public static class C { [Memoize] public static int F(int x) { dynamic d = x; d.A.B[1] = d + 1; foreach (var e in d) { } return (int)d; } }",
        "public static class C { [Memoize] public static int F(int x) { var t = __makeref(x); return __refvalue(t, int); } }",
        "public static class C { [Memoize] public static ref readonly int F(in int x) => ref x; }",
        "public static class C { [Memoize] public static Span<int> F(int[] x) => x; }",
        "public static class C { [Memoize] public static (int a, (int, string b) c, int, int, int, int, int, int, int) F(int x) => (x, (1, \"\"), 1, 2, 3, 4, 5, 6, 7); }",
        "public static class C { [Memoize] public static object F(int x) => new { A = x, B = new { C = 1 } }; }",
        "public static class C { [Memoize] public static IEnumerable<int> F(int x) { while (true) { try { yield return x; } finally { x++; } } } }",
        "public static class C { [Memoize] public static async IAsyncEnumerable<int> F(int x) { await Task.Yield(); yield return x; } }",
        "public static class C { [Memoize] public static async Task<int> F(int x) { await foreach (var a in G()) x += a; await using var d = new MemoryStream(); return x; } static async IAsyncEnumerable<int> G() { await Task.Yield(); yield return 1; } }",
        "public static class C { [Memoize] public static int F(int x) => x is > 1 and not (3 or 4) ? new[] { x } is [var a, .. var r] ? a + r.Length : 1 : (x, x) switch { (1, _) => 1, var (p, q) when p > q => 2, _ => 3 }; }",
        "public static class C { [Memoize] public static int F(int x) { static int A(int n) => n == 0 ? 1 : B(n - 1); static int B(int n) => A(n); return A(x); } }",
        "public static class C { [Memoize] public static int F(int x) { Func<int, Func<int, int>> f = a => b => { int L() => a + b + x; return L(); }; return f(1)(2); } }",
        "public static class C { [Memoize] public static int F(int x) { Func<int, int> f = null!; f = n => n == 0 ? 1 : f(n - 1); return f(x); } }",
        "public static class C { [Memoize] public static T F<T>(T x) where T : struct, IComparable<T> => x; [Memoize] public static int G<T>() where T : new() => new T().GetHashCode(); }",
        "public class C<T> { public class D<U> where U : T { [Memoize] public static U F(U x) => x; } }",
        "public abstract class C { [Memoize] public abstract int F(int x); [Memoize] public virtual int G(int x) => F(x); }",
        "public partial class C { [Memoize] public partial int F(int x); public partial int F(int x) => x; }",
        "public class C { [Memoize] public static int operator +(C a, C b) => 1; [Memoize] public static explicit operator int(C a) => 1; [Memoize] ~C() { } [Memoize] static int S(int x) => x; }",
        "public interface I { [Memoize] static int F(int x) => x; [Memoize] static virtual int G(int x) => x; [Memoize] static abstract int H(int x); [Memoize] private int P(int x) => x; }",
        "public record C(int X) { [Memoize] public int F(int y) => X + y; [Memoize] protected virtual bool PrintMembers(StringBuilder b) { b.Append(X); return true; } }",
        "public struct C { private int _x; [Memoize] public int F(int y) => _x++ + y; [Memoize] public readonly int G(int y) => _x + y; }",
        "public ref struct C { public Span<int> S; [Memoize] public int F(int y) => S[y]; }",
        "file class C { [Memoize] public static int F(int x) => x; static int G() => F(1); }",
        "namespace @namespace.@class { public static class @if { [Memoize] public static int @else(int @int, int @do = 1) => @int + @do; public static int G() => @else(@do: 1, @int: 2); } }",
        "public static class C { [Memoize] public static int Ünïcödé(int größe) => größe; public static int G() => Ünïcödé(1); }",
        "public static class C { [Memoize] public static int F(int \\u0061) => a; public static int G() => C.\\u0046(1); }",
        "public static class C { [Memoize] public static int F(this int x) => x; [Memoize] public static int F(this string x) => 1; public static int G() => 1.F() + \"\".F() + ((string?)null)!.F(); }",
        "public static class C { [Memoize] public static int F(params ReadOnlySpan<int> xs) => xs.Length; public static int G() => F(1, 2); }",
        "public static class C { [Memoize] public static int F(params IEnumerable<int> xs) => xs.Count(); public static int G() => F(1, 2); }",
        "public static class C { [Memoize] public static int F(int x = 1, string s = \"a\\\"b\\n\", double d = double.NaN, DayOfWeek e = (DayOfWeek)9, decimal m = 1.0m, char c = '\\'', int? n = null, Guid g = default) => x; public static int G() => F() + F(m: 2); }",
        "public static class C { public static class D { public static class E { [Memoize] internal static int F(E2 x) => (int)x; internal enum E2 : ulong { Max = ulong.MaxValue } public static int G() => F(E2.Max); } } }",
        "public static class C { [Memoize, Obsolete(\"no\")] public static int F(int x) => x;\n#pragma warning disable CS0618\npublic static int G() => F(1);\n}",
        "[Obsolete(\"no\")] public sealed record Old(int A);\n#pragma warning disable CS0618\npublic static class C { [Memoize] public static Old F(Old x) => x; public static Old G() => F(new(1)); }",
        "public static class C { [Memoize] public static int F(int x) { lock (new object()) { checked { unchecked { return x++ + ++x - x-- * (x <<= 2) % 7; } } } } }",
        "public static class C { [Memoize] public static string F(int x) => $\"{{{x,5:X}}}\" + $$\"\"\"{{{x}}} \"{\" \"\"\" + \"\"\"\n            a\n            \"\"\" + @\"\"\"\" + nameof(F) + typeof(List<>).Name; }",
        "public static class C { [Memoize] public static int F(int x) { try { throw new Exception(); } catch when (x > 1) { throw; } catch (Exception e) when (e is { Message.Length: > 1 }) { return 1; } finally { ; } } }",
        "public static class C { extension(int x) { [Memoize] public int F(int y) => x + y; public int P => x; } public static int G() => 1.F(2) + 1.P; }",
        "public class C { public int P { get; set { field = value; } } [Memoize] public int F(int x) => P + x; }",
        "public class C { private int[] _a = new int[3]; public ref int R => ref _a[0]; [Memoize] public int F(int x) { R = 1; ref var r = ref R; r++; return x; } }",
        "public class C { public event Action? E; [Memoize] public int F(int x) { E += () => { }; E?.Invoke(); return x; } }",
        "public class C { [Memoize] public int this[int i] { get => i; } [Memoize] public C(int x) { } [Memoize] public int P => 1; }".Replace("[Memoize] public int this", "public int this", StringComparison.Ordinal).Replace("[Memoize] public C", "public C", StringComparison.Ordinal).Replace("[Memoize] public int P", "public int P", StringComparison.Ordinal),
        "using System.Linq.Expressions; public static class C { [Memoize] public static int F(int x) { Expression<Func<int, int>> e = a => a + x; return e.Compile()(1); } }",
        "[System.Runtime.CompilerServices.InlineArray(4)] public struct Four { private int _e; } public static class C { [Memoize] public static int F(Four x) { x[1] = 2; foreach (var a in x) return a; return x[0]; } }",
        "public static class C { [Memoize] public static int F(int x) { var a = 1; (a, var b) = (b: a, 2); (int[] c, _) = (new[] { a }, b); (c[0], c[0]) = (1, 2); return a ??= 1; } }".Replace("a ??= 1", "a", StringComparison.Ordinal),
        "public static class C { [Memoize] public static nint F(nuint x, nint y, UInt128 z, Half h, Int128 i) => y; }",
        "public static class C { [Memoize] public static int F(int x) { using (null) { } foreach (var a in (int[])[]) { } for (; ; ) { break; } do { continue; } while (false); return x; } }",
        "public static class C { [Memoize] public static string? F(string? x) => x?[0..^0]?.Trim()?.Length.ToString()?[0..1]; [Memoize] public static List<int>? G(List<int>? x) { x?.Capacity = 3; return x; } }",
        "public class Node<T> { public Node<T>? Next; public T? Value; } public static class C { [Memoize] public static Node<Node<int>> F(Node<Node<int>> x) => x; }",
        "public class N { public N[]? A; public Dictionary<N, List<N?>>? B; public (N, N)? D; } public static class C { [Memoize] public static N F(N x) => x; }",
        "public static class C { [Memoize] public static int F(int x) => G<int>.H<string>.I(x); static class G<T> { public static class H<U> { public static int I(int x) => x + typeof(T).Name.Length + G<List<T>>.Depth; } public static int Depth = x(); static int x() => 1; } }",
        "[assembly: Memo.MemoManifest(\"{}\")] public static class C { public static int F(int x) => x; }",
        "public static class C { static int x; [Memoize] public static int F(int a) => checked((int)(uint)a) + (x = 3) + Interlocked.Increment(ref x) + Volatile.Read(ref x); }",
        "public static class C { [Memoize] public static Task<Task<int>> F(int x) => Task.FromResult(Task.FromResult(x)); [Memoize] public static Task<T[]> G<T>(T x) => null!; }",
        "public class A { public class B : A { public class C : B { [Memoize] protected internal int F(B b, A.B.C c) => 1; [Memoize] private protected int G(int x) => x; int H() => F(this, this) + G(1); } } }",
    ];

    [TestCaseSource(nameof(Programs))]
    public async Task No_analyzer_fails(string source)
    {
        var findings = await Reported.InFiles(("C.cs", source));
        Assert.That(findings.Where(f => f.Id == "AD0001").Select(f => f.Message()), Is.Empty);
    }

    [TestCaseSource(nameof(Programs))]
    public void What_is_generated_compiles(string source)
    {
        var compilation = Generated.Compile([("/0/App.cs", source)]);
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty, "the test's own source");
        if (source.StartsWith("[assembly: Memo.MemoManifest", StringComparison.Ordinal)) return; // A second manifest is the user's error.
        var generated = Generated.From(compilation);
        using var image = new MemoryStream();
        var errors = generated.FromGenerator.Concat(generated.Output.Emit(image).Diagnostics);
        Assert.That(errors.Where(d => d.Severity == DiagnosticSeverity.Error || d.Id == "CS8785").Select(d => d.ToString()), Is.Empty, generated.Text);
    }

    [TestCase(NullableContextOptions.Disable)]
    [TestCase(NullableContextOptions.Enable)]
    public void What_is_generated_has_no_warning_with_nullable(NullableContextOptions nullable)
    {
        var compilation = Generated.Compile([("/0/App.cs", """
            public sealed class Person { public string Name = ""; public Person[] Friends = new Person[0]; public int? Age { get; set; } }
            public static class C
            {
                [Memoize] public static string F(string x) => x;
                [Memoize] public static List<Person> G(Dictionary<string, Person> x) => new List<Person>(x.Values);
                [Memoize] public static async Task<(string, int[])> H(Person p, string[] y) { await Task.Yield(); return (p.Name, new int[0]); }
                public static void Run() { F("a"); G(new Dictionary<string, Person>()); H(new Person(), new[] { "a" }); }
            }
            """)], nullable: nullable);
        var generated = Generated.From(compilation);
        Assert.That(generated.FromGenerator, Is.Empty);
        Assert.That(generated.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && generated.Trees.Contains(d.Location.SourceTree!)), Is.Empty);
    }
}
