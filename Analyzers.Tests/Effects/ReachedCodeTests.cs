using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Effects;

/// <summary>
/// Each way in which a method runs code without a plain call: the code reads the clock, and the method that runs it hears of it; the one
/// beside it, which does not run it, does not.
/// </summary>
public sealed class ReachedCodeTests
{
    private const string Clock = "static long Now() => DateTime.UtcNow.Ticks; ";

    public sealed record Way(string Name, string Types, string Runs, string RunsNot)
    {
        public string TopLevel { get; init; } = "";

        public override string ToString() => Name;
    }

    private static IEnumerable<Way> Ways =>
    [
        new("a getter", "class D { public long P => DateTime.UtcNow.Ticks; public long Q => 1; }", "return new D().P;", "return new D().Q;"),
        new("a setter", "class D { long _a; public long P { get => _a; set => _a = DateTime.UtcNow.Ticks; } }", "var d = new D(); d.P = 1; return 2;", "return new D().P;"),
        new("an indexer", "class D { public long this[int i] => DateTime.UtcNow.Ticks; public long this[string s] => 1; }", "return new D()[1];", "return new D()[\"\"];"),
        new("a constructor", "class D { public long A; public D() { A = DateTime.UtcNow.Ticks; } public D(int a) { A = a; } }", "return new D().A;", "return new D(1).A;"),
        new("a base constructor", "class B { public long A; public B() { A = DateTime.UtcNow.Ticks; } public B(int a) { A = a; } } class D : B { public D() { } public D(int a) : base(a) { } }",
            "return new D().A;", "return new D(1).A;"),
        new("a field initializer", "class D { public long A = DateTime.UtcNow.Ticks; } class E { public long A = 1; }", "return new D().A;", "return new E().A;"),
        new("a property initializer", "class D { public long A { get; } = DateTime.UtcNow.Ticks; } class E { public long A { get; } = 1; }", "return new D().A;", "return new E().A;"),
        new("a static constructor", "class D { public static long A; static D() { A = DateTime.UtcNow.Ticks; Console.ReadLine(); } public static int M() => 1; } class E { public static int M() => 1; }",
            "return D.M();", "return E.M();"),
        new("an operator", "record struct D(long A) { public static D operator +(D a, D b) => new(DateTime.UtcNow.Ticks); public static D operator -(D a, D b) => a; }",
            "return (new D(1) + new D(2)).A;", "return (new D(1) - new D(2)).A;"),
        new("a compound assignment", "record struct D(long A) { public static D operator +(D a, D b) => new(DateTime.UtcNow.Ticks); public static D operator -(D a, D b) => a; }",
            "var d = new D(1); d += d; return d.A;", "var d = new D(1); d -= d; return d.A;"),
        new("an increment", "record struct D(long A) { public static D operator ++(D a) => new(DateTime.UtcNow.Ticks); public static D operator --(D a) => a; }",
            "var d = new D(1); d++; return d.A;", "var d = new D(1); d--; return d.A;"),
        new("an implicit conversion", "record struct D(long A) { public static implicit operator D(int a) => new(DateTime.UtcNow.Ticks); public static implicit operator D(string a) => new(1); }",
            "D d = 1; return d.A;", "D d = \"\"; return d.A;"),
        new("an implicit conversion of an argument", "record struct D(long A) { public static implicit operator D(int a) => new(DateTime.UtcNow.Ticks); public static long M(D d) => d.A; }",
            "return D.M(1);", "return D.M(new D(1));"),
        new("operator true", "class D { public static bool operator true(D d) => DateTime.UtcNow.Ticks > 1; public static bool operator false(D d) => false; }", "if (new D()) return 1; return 2;", "return new D() is null ? 1 : 2;"),
        new("an equality operator", "class D { public static bool operator ==(D a, D b) => DateTime.UtcNow.Ticks > 1; public static bool operator !=(D a, D b) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 1; }",
            "return new D() == new D() ? 1 : 2;", "return new D() != new D() ? 1 : 2;"),
        new("a lambda", "", "Func<long> f = () => DateTime.UtcNow.Ticks; return f();", "Func<long> f = () => 1; return f();"),
        new("a lambda passed on", "static long Run(Func<long> f) => f();", "return Run(() => DateTime.UtcNow.Ticks);", "return Run(() => 1);"),
        new("a local function", "", "return Local(); long Local() => DateTime.UtcNow.Ticks;", "return 1; long Local() => DateTime.UtcNow.Ticks;"),
        new("a method group", Clock, "Func<long> f = Now; return f();", "return nameof(Now).Length;"),
        new("a method group passed to LINQ", "static long At(int x) => DateTime.UtcNow.Ticks; static long No(int x) => 1;", "return new[] { 1 }.Sum(At);", "return new[] { 1 }.Sum(No);"),
        new("an iterator", "static IEnumerable<long> All() { yield return DateTime.UtcNow.Ticks; } static IEnumerable<long> None() { yield return 1; }", "return All().First();", "return None().First();"),
        new("an async method", "static async Task<long> A() { await Task.Yield(); return DateTime.UtcNow.Ticks; } static async Task<long> B() { await Task.Yield(); return 1; }", "return A().Result;", "return B().Result;"),
        new("a foreach's enumerator", "class D { public E GetEnumerator() => new(); } class E { public long Current => DateTime.UtcNow.Ticks; bool _done; public bool MoveNext() { var go = !_done; _done = true; return go; } }",
            "foreach (var a in new D()) return a; return 1;", "return new D() is null ? 1 : 2;"),
        new("a foreach's Dispose", "class D { public E GetEnumerator() => new(); } class E : IDisposable { public int Current => 1; public bool MoveNext() => false; public void Dispose() => Console.WriteLine(DateTime.UtcNow); }",
            "foreach (var a in new D()) return a; return 1;", "return new D().GetEnumerator().Current;"),
        new("a using's Dispose", "class D : IDisposable { public static long A = 0; public void Dispose() { var t = DateTime.UtcNow; } }", "using (new D()) return 1;", "var d = new D(); return 1;"),
        new("a using declaration", "class D : IDisposable { public void Dispose() { var t = DateTime.UtcNow; } }", "using var d = new D(); return 1;", "var d = new D(); return 1;"),
        new("an awaiter", "class D { public System.Runtime.CompilerServices.TaskAwaiter<long> GetAwaiter() { var t = DateTime.UtcNow; return Task.FromResult(1L).GetAwaiter(); } } static async Task<long> A() => await new D(); static async Task<long> B() => await Task.FromResult(1L);",
            "return A().Result;", "return B().Result;"),
        new("ToString in an interpolation", "class D { public override string ToString() => DateTime.UtcNow.Ticks + \"\"; }", "return $\"{new D()}\".Length;", "return $\"{new D() is null}\".Length;"),
        new("ToString in a concatenation", "class D { public override string ToString() => DateTime.UtcNow.Ticks + \"\"; }", "return (\"\" + new D()).Length;", "return (\"\" + (new D() is null)).Length;"),
        new("ToString by a builder", "class D { public override string ToString() => DateTime.UtcNow.Ticks + \"\"; }", "return new StringBuilder().Append(new D()).Length;", "return new StringBuilder().Append(new D() is null).Length;"),
        new("Equals in a set", "class D { public override bool Equals(object? o) => DateTime.UtcNow.Ticks > 1; public override int GetHashCode() => 1; }", "return new HashSet<D> { new(), new() }.Count;", "return new HashSet<int> { 1, 2 }.Count + (new D() is null ? 1 : 0);"),
        new("CompareTo in a sort", "class D : IComparable<D> { public int CompareTo(D? o) => (int)DateTime.UtcNow.Ticks; }", "return new[] { new D() }.Order().Count();", "return new[] { new D() }.Length;"),
        new("a comparer in a sort", "class D : IComparer<int> { public int Compare(int a, int b) => (int)DateTime.UtcNow.Ticks; }", "return new[] { 1 }.OrderBy(a => a, new D()).First();", "return new[] { 1 }.OrderBy(a => a).First();"),
        new("a collection initializer", "class D : List<long> { public new void Add(long a) => base.Add(DateTime.UtcNow.Ticks); }", "return new D { 1 }.Count;", "return new D().Count;"),
        new("a with expression", "record D(int A) { long _b; public long B { get => _b; init => _b = DateTime.UtcNow.Ticks; } }", "return (new D(1) with { B = 1 }).B;", "return (new D(1) with { A = 1 }).B;"),
        new("a copy constructor", "record D(int A) { protected D(D other) { A = (int)DateTime.UtcNow.Ticks; } } record E(int A);", "return (new D(1) with { }).A;", "return (new E(1) with { }).A;"),
        new("a deconstruction", "class D { public void Deconstruct(out long a, out long b) { a = DateTime.UtcNow.Ticks; b = 1; } } record E(long A, long B);", "var (a, b) = new D(); return a + b;", "var (a, b) = new E(1, 2); return a + b;"),
        new("a positional pattern", "class D { public void Deconstruct(out long a, out long b) { a = DateTime.UtcNow.Ticks; b = 1; } }", "return new D() is (1, 2) ? 1 : 2;", "return new D() is { } ? 1 : 2;"),
        new("a property pattern", "class D { public long A => DateTime.UtcNow.Ticks; public long B => 1; }", "return new D() is { A: 1 } ? 1 : 2;", "return new D() is { B: 1 } ? 1 : 2;"),
        new("a list pattern", "class D { public int Length => (int)DateTime.UtcNow.Ticks; public int this[int i] => 1; }", "return new D() is [1] ? 1 : 2;", "return new D() is { } ? 1 : 2;"),
        new("an override", "class B { public virtual long V() => 1; } class D : B { public override long V() => DateTime.UtcNow.Ticks; } static long Call(B b) => b.V();", "return Call(new D());", "return new B().V();"),
        new("an implementation of an interface", "interface I { long V(); } class D : I { public long V() => DateTime.UtcNow.Ticks; } sealed class E : I { public long V() => 1; } static long Call(I i) => i.V();", "return Call(new D());", "return new E().V();"),
        new("a default interface member", "interface I { long V() => DateTime.UtcNow.Ticks; } class D : I; sealed class E : I { public long V() => 1; } static long Call(I i) => i.V();", "return Call(new D());", "return new E().V();"),
        new("a static abstract member", "interface I { static abstract long V(); } class D : I { public static long V() => DateTime.UtcNow.Ticks; } class E : I { public static long V() => 1; } static long Call<T>() where T : I => T.V();",
            "return Call<D>();", "return E.V();"),
        new("a generic constraint", "interface I { long V(); } struct D : I { public long V() => DateTime.UtcNow.Ticks; } struct E : I { public long V() => 1; } static long Call<T>(T t) where T : I => t.V();", "return Call(new D());", "return new E().V();"),
        new("an event's accessor", "class D { public event Action A { add { var t = DateTime.UtcNow; } remove { } } }", "new D().A += () => { }; return 1;", "new D().A -= () => { }; return 1;"),
        new("a query expression", Clock, "return (from a in new[] { 1 } select Now()).First();", "return (from a in new[] { 1 } select a).First();"),
        new("a null-conditional call", "class D { public long A() => DateTime.UtcNow.Ticks; public long B() => 1; }", "D? d = new D(); return d?.A() ?? 1;", "D? d = new D(); return d?.B() ?? 1;"),
        new("a lock's body", Clock, "lock (new object()) return Now();", "lock (new object()) return 1;"),
        new("a default parameter's call site", Clock + "static long A(long a = 1) => a;", "return A(Now());", "return A();"),
        new("an interpolated-string handler", "[System.Runtime.CompilerServices.InterpolatedStringHandler] class H { public H(int a, int b) { } public void AppendLiteral(string s) { } public void AppendFormatted(long x) { var t = DateTime.UtcNow; } } static int Take(H h) => 1;",
            "return Take($\"{1L}\");", "return Take($\"a\");"),
        new("a range of a user's type", "class D { public int Length => 3; public long Slice(int a, int b) => DateTime.UtcNow.Ticks; }", "return new D()[1..2];", "return new D().Length;"),
        new("a collection builder", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(M), \"Make\")] class D : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); public int A; } static class M { public static D Make(ReadOnlySpan<int> xs) => new() { A = (int)DateTime.UtcNow.Ticks }; }",
            "D d = [1]; return d.A;", "D d = new(); return d.A;"),
        new("a lazy value", "", "return new Lazy<long>(() => DateTime.UtcNow.Ticks).Value;", "return new Lazy<long>(() => 1).Value;"),
        new("a partial method", "static partial class P { public static partial long A(); } static partial class P { public static partial long A() => DateTime.UtcNow.Ticks; public static long B() => 1; }", "return P.A();", "return P.B();"),
        new("a primary constructor's argument", "class B(long a) { public long A => a; } class D() : B(DateTime.UtcNow.Ticks); class E() : B(1);", "return new D().A;", "return new E().A;"),
        new("an extension member", "", "return 5.Now;", "return 5.One;") { TopLevel = "static class X { extension(int a) { public long Now => DateTime.UtcNow.Ticks; public long One => 1; } }" },
    ];

    [TestCaseSource(nameof(Ways))]
    public async Task Code_is_followed_through(Way way)
    {
        var source = $$"""
            {{way.TopLevel}}
            public static class C
            {
                {{way.Types}}
                [Memoize] public static long Runs(int x) { {{way.Runs}} }
                [Memoize] public static long RunsNot(int x) { {{way.RunsNot}} }
            }
            """;
        var compilation = Reported.Compile(("C.cs", source));
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        var findings = (await Reported.InFiles(("C.cs", source))).Where(f => f.Severity > DiagnosticSeverity.Info).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(findings.Where(f => f.Message().StartsWith("'Runs'", StringComparison.Ordinal)).Select(f => f.Id), Does.Contain("MEMO104"));
            Assert.That(findings.Where(f => f.Message().StartsWith("'RunsNot'", StringComparison.Ordinal)).Select(f => f.ToString()), Is.Empty);
        });
    }
}
