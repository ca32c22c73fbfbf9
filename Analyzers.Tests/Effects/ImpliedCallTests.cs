using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Effects;

/// <summary>
/// Code that the compiler or the framework calls on behalf of the program. It reads a static that changes; the method beside it is as
/// like as can be and does not run that code.
/// </summary>
public sealed class ImpliedCallTests
{
    private const string State = "public static class S { public static int N; public static int R() => N; }\n";

    public sealed record Way(string Name, string Types, string Runs, string RunsNot, string Result = "int")
    {
        public override string ToString() => Name;
    }

    private static IEnumerable<Way> Operators =>
    [
        new("operator false of a conditional and", "class D { public static D operator &(D a, D b) => a; public static bool operator true(D d) => true; public static bool operator false(D d) => S.R() > 0; }",
            "return (new D() && new D()) is null ? 1 : 2;", "return (new D() & new D()) is null ? 1 : 2;"),
        new("operator true of a conditional or", "class D { public static D operator |(D a, D b) => a; public static bool operator true(D d) => S.R() > 0; public static bool operator false(D d) => false; }",
            "return (new D() || new D()) is null ? 1 : 2;", "return (new D() | new D()) is null ? 1 : 2;"),
        new("the conversion of a tuple's element", Converted, "(int, int) t = (x, 1); (V, int) u = t; return u.Item2;", "(int, int) t = (x, 1); (long, int) u = t; return u.Item2;"),
        new("the conversion of a spread's element", Converted, "int[] a = [x]; List<V> l = [.. a]; return l.Count;", "int[] a = [x]; List<long> l = [.. a]; return l.Count;"),
        new("the conversion of what is not null", Converted, "int? a = x; V v = a ?? default(V); return v.A;", "long? a = x; var v = a ?? default(long); return (int)v;"),
        new("a loop's Deconstruct over an array", "public class P { public void Deconstruct(out int a, out int b) { a = S.R(); b = 1; } }", "foreach (var (a, b) in new[] { new P() }) return b; return 1;", "foreach (var a in new[] { new P() }) return 2; return 1;"),
        new("an extension Add of a collection expression", "public class Q : System.Collections.IEnumerable { public int A; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); } public static class X { public static void Add(this Q q, int a) => q.A = S.R(); }",
            "Q c = [1, 2]; return c.A;", "Q c = new(); return c.A;"),
        new("the hash of a dictionary's key, read", Hashed, "var d = new Dictionary<P, int>(); return d[new P()];", "var d = new Dictionary<int, int>(); return d[x];"),
        new("the hash of a dictionary's key, written", Hashed, "var d = new Dictionary<P, int>(); d[new P()] = 1; return d.Count;", "var d = new Dictionary<int, int>(); d[x] = 1; return d.Count;"),
    ];

    private static IEnumerable<Way> Members =>
    [
        new("a static member for one of two interfaces", "public interface I<T> { static abstract int Q(); } public struct D : I<int>, I<string> { static int I<int>.Q() => 1; static int I<string>.Q() => S.R(); } public struct E { public static int Q() => 1; } public static class Z { public static int A<T>() where T : I<string> => T.Q(); }",
            "return Z.A<D>();", "return E.Q();"),
        new("another instance of a generic type", "public class D<T> { public static int N = 1; public static readonly int X = D<string>.N; public static readonly int Y = 1; static D() { if (typeof(T) == typeof(string)) N = 2; } } public class E<T> { public static readonly int Y = 1; }", "return D<int>.X;", "return E<int>.Y;"),
        new("a property with its own store", "public sealed class K { public int Next { get => ++field; } public int One { get; } = 1; } public static class H { public static readonly K Made = new(); }", "return H.Made.Next;", "return new K().One;"),
        new("an own builder of tasks", Builder + "public static class G { public static async MyTask Go() { await Task.CompletedTask; } public static async Task Not() { await Task.CompletedTask; } }", "G.Go(); return 1;", "G.Not(); return 1;"),
        new("a base constructor that takes any number", "public class B { public int A; public B(params int[] a) { A = S.R(); } } public class D : B { } public class E { public int A; }", "return new D().A;", "return new E().A;"),
        new("an override of a conditional method is dropped", "public class B { [System.Diagnostics.Conditional(\"OTHER\")] public virtual void M() { } } public class D : B { public override void M() => S.R(); public void N() => S.R(); }", "new D().N(); return 1;", "new D().M(); return 1;"),
    ];

    private static IEnumerable<Way> Awaiters =>
    [
        new("a class that is told when to go on", Awaiter("class"), "await new Wait(); return 1;", "await Task.Yield(); return 1;", "async Task<int>"),
        new("a struct that is told when to go on", Awaiter("struct"), "await new Wait(); return 1;", "await Task.Yield(); return 1;", "async Task<int>"),
        new("an awaiter that is told when to go on in its own way", Awaiter("class").Replace("INotifyCompletion", "ICriticalNotifyCompletion", StringComparison.Ordinal)
            .Replace("public void OnCompleted", "public void OnCompleted(Action c) { } public void UnsafeOnCompleted", StringComparison.Ordinal), "await new Wait(); return 1;", "await Task.Yield(); return 1;", "async Task<int>"),
        new("an awaiter by extension", Awaiter("class") + "public class Far { } public static class X { public static On GetAwaiter(this Far f) => new(); }", "await new Far(); return 1;", "await Task.Yield(); return 1;", "async Task<int>"),
    ];

    private static IEnumerable<Way> Serializers =>
    [
        new("a converter that an attribute names", "public class K : System.Text.Json.Serialization.JsonConverter<int> { public override int Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => 0; public override void Write(System.Text.Json.Utf8JsonWriter w, int v, System.Text.Json.JsonSerializerOptions o) => w.WriteNumberValue(S.R()); }" +
            "public class J { [System.Text.Json.Serialization.JsonConverter(typeof(K))] public int A { get; set; } } public class L { public int A { get; set; } }", "return System.Text.Json.JsonSerializer.Serialize(new J()).Length;", "return System.Text.Json.JsonSerializer.Serialize(new L()).Length;"),
        new("getters of what an anonymous object holds", Getters, "object o = new J(); return System.Text.Json.JsonSerializer.Serialize(new { o }).Length;", "return System.Text.Json.JsonSerializer.Serialize(new { x }).Length;"),
        new("getters of what is called an object", Getters, "object o = new J(); return System.Text.Json.JsonSerializer.Serialize<object>(o).Length;", "return System.Text.Json.JsonSerializer.Serialize(x).Length;"),
    ];

    private const string Converted = "public record struct V(int A) { public static implicit operator V(int i) => new(i + S.R()); }";

    private const string Hashed = "public class P { public override bool Equals(object? o) => true; public override int GetHashCode() => S.R(); }";

    private const string Getters = "public class J { public int A => S.R(); }";

    private const string Builder = """
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(MyB))] public class MyTask { }
        public class MyB
        {
            public static MyB Create() { S.R(); return new(); }
            public MyTask Task => new();
            public void SetResult() { }
            public void SetException(Exception e) { }
            public void SetStateMachine(System.Runtime.CompilerServices.IAsyncStateMachine m) { }
            public void Start<T>(ref T m) where T : System.Runtime.CompilerServices.IAsyncStateMachine => m.MoveNext();
            public void AwaitOnCompleted<A, T>(ref A a, ref T m) where A : System.Runtime.CompilerServices.INotifyCompletion where T : System.Runtime.CompilerServices.IAsyncStateMachine { }
            public void AwaitUnsafeOnCompleted<A, T>(ref A a, ref T m) where A : System.Runtime.CompilerServices.ICriticalNotifyCompletion where T : System.Runtime.CompilerServices.IAsyncStateMachine { }
        }
        """;

    private static string Awaiter(string kind) =>
        $"public {kind} On : System.Runtime.CompilerServices.INotifyCompletion {{ public bool IsCompleted => false; public int GetResult() => 1; public void OnCompleted(Action go) {{ if (S.R() > 5) Thread.Sleep(1); go(); }} }} public class Wait {{ public On GetAwaiter() => new(); }}\n";

    [TestCaseSource(nameof(Operators))]
    public void An_operator_or_conversion_that_nobody_wrote_is_followed(Way way) => AssertFollowed(way);

    [TestCaseSource(nameof(Members))]
    public void A_member_is_told_from_its_likes(Way way) => AssertFollowed(way);

    [TestCaseSource(nameof(Awaiters))]
    public void An_awaiter_is_followed_where_it_takes_the_rest_of_the_method(Way way) => AssertFollowed(way);

    [TestCaseSource(nameof(Serializers))]
    public void A_serializer_is_followed_into_what_it_reads(Way way) => AssertFollowed(way);

    private static void AssertFollowed(Way way)
    {
        var source = $$"""
            {{State}}
            {{way.Types}}
            public static class C
            {
                [Memoize] public static {{way.Result}} Runs(int x) { {{way.Runs}} }
                [Memoize] public static {{way.Result}} RunsNot(int x) { {{way.RunsNot}} }
            }
            """;
        Assert.That(Reported.Compile(("C.cs", source)).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        var manifest = EmittedManifest.Of(source);
        Assert.Multiple(() =>
        {
            Assert.That(manifest.FindingsOf("Runs"), Is.Not.Empty);
            Assert.That(manifest.FindingsOf("RunsNot"), Is.Empty);
        });
    }
}
