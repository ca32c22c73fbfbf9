using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits of code that runs although no call of it is written: conversions of elements, base constructors, awaiters, accessors.</summary>
public sealed class ImpliedCodeTests
{
    private const string Async = "[Memoize] public static async Task<int> F(int x) ";

    private static IEnumerable<Edit> Conversions =>
    [
        Others("of a spread's elements", "{ int[] a = [x]; List<V> l = [.. a]; return l[0].A; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of an element", "{ List<V> l = [x]; return l[0].A; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of what is not null", "{ int? a = x; V v = a ?? default(V); return v.A; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of what is assigned if there is none", "{ V? v = null; v ??= x; return v.Value.A; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of a tuple's element, cast", "{ (int, int) t = (x, 1); var v = ((V, int))t; return v.Item1.A; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of a tuple's element", "{ (int, int) t = (x, 1); (V, int) v = t; return v.Item1.A; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of a loop's element", "{ foreach (V v in new[] { x }) return v.A; return 0; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of a deconstructed element", "{ V v; (v, _) = (x, 1); return v.A; }", Conversion("i + 1"), Conversion("i + 2")),
        Others("of a nullable", "{ int? a = x; V? v = a; return v!.Value.A; }", Conversion("i + 1"), Conversion("i + 2")),
        Body("that is checked in a loop", "{ unchecked { foreach (byte b in new[] { x }) return b; } return 0; }", "{ checked { foreach (byte b in new[] { x }) return b; } return 0; }"),
    ];

    private static IEnumerable<Edit> Constructors =>
    [
        Others("a default that a derived class does not mention", "=> new D().A + x;", Base("class B { public int A; public B(int a = 5) { A = a; } }"), Base("class B { public int A; public B(int a = 6) { A = a; } }")),
        Others("a default of a primary constructor", "=> new D().A + x;", Base("class B(int a = 5) { public int A = a; }"), Base("class B(int a = 6) { public int A = a; }")),
        Others("a default below a primary constructor", "=> new D(1).A + x;", "class B(int a = 5) { public int A = a; } class D(int z) : B { public int Z = z; }", "class B(int a = 6) { public int A = a; } class D(int z) : B { public int Z = z; }"),
        Others("a base that takes any number of arguments", "=> new D().A + x;", Base("class B { public int A; public B(params int[] a) { A = 1; } }"), Base("class B { public int A; public B(params int[] a) { A = 2; } }")),
        Others("a base that takes a default and any number of arguments", "=> new D().A + x;", Base("class B { public int A; public B(int b = 1, params int[] a) { A = 1; } }"), Base("class B { public int A; public B(int b = 1, params int[] a) { A = 2; } }")),
        Others("a default of a collection's Add", "{ Cq c = [x]; return c.S; }", Adding(5), Adding(6)),
        Others("a default of a collection initializer's Add", "{ var c = new Cq { x }; return c.S; }", Adding(5), Adding(6)),
        new("a collection's Add of an extension block", Extended("+"), Extended("-")),
        Others("a default of a pattern Dispose", "{ var l = new List<int>(); using (new R(l)) { } return l[0] + x; }", Disposing(5), Disposing(6)),
        Others("a default of a pattern Dispose of a declaration", "{ var l = new List<int>(); G(l); return l[0] + x; } static void G(List<int> l) { using var r = new R(l); }", Disposing(5), Disposing(6)),
    ];

    private static IEnumerable<Edit> Awaits =>
    [
        Members("the awaiter of a loop's next element", Async + "{ await foreach (var a in new S()) return a; return x; }\n" + Stream(1), Async + "{ await foreach (var a in new S()) return a; return x; }\n" + Stream(2)),
        Members("the awaiter of a disposal", Async + "{ var l = new int[1]; await using (new R(l)) { } return l[0] + x; }\n" + AsyncDisposing(1), Async + "{ var l = new int[1]; await using (new R(l)) { } return l[0] + x; }\n" + AsyncDisposing(2)),
        Members("the awaiter of a declaration's disposal", Async + "{ var l = new int[1]; await G(l); return l[0] + x; } static async Task G(int[] l) { await using var r = new R(l); }\n" + AsyncDisposing(1),
            Async + "{ var l = new int[1]; await G(l); return l[0] + x; } static async Task G(int[] l) { await using var r = new R(l); }\n" + AsyncDisposing(2)),
    ];

    private static IEnumerable<Edit> Contracts =>
    [
        Json("an accessor that becomes public", "D(x).A", "public int A { get; private set; }", "public int A { get; set; }"),
        Json("a constructor's parameter that is renamed", "D(x).A", "public int A { get; } public P(int a) { A = a; }", "public int A { get; } public P(int b) { A = b; }"),
        Json("a field that is no longer public", "T(new P()).Length", "public int A;", "internal int A;", "new JsonSerializerOptions { IncludeFields = true }"),
        Json("a getter of what is in an object", "T(new P { A = new Q() }).Length", "public object? A { get; set; } } public class Q { public int Z => 1;", "public object? A { get; set; } } public class Q { public int Z => 22;"),
        Json("a converter that an attribute names", "T(new P()).Length", "[JsonConverter(typeof(K))] public int A { get; set; }\n" + Converter(1), "[JsonConverter(typeof(K))] public int A { get; set; }\n" + Converter(22)),
    ];

    private static string Conversion(string value) => $"record struct V(int A) {{ public static implicit operator V(int i) => new({value}); }}";

    private static string Base(string type) => type + " class D : B { }";

    private static string Adding(int value) =>
        $"class Cq : System.Collections.IEnumerable {{ public int S; public void Add(int a, int b = {value}) => S += a * b; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); }}";

    private static string Extended(string sign) => SourceText.Class(F + "{ Cq c = [x]; return c.S; }")
        + "class Cq : System.Collections.IEnumerable { public int S; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); }"
        + $"static class Adding {{ extension(Cq c) {{ public void Add(int a) => c.S {sign}= a; }} }}";

    private static string Disposing(int value) => $"ref struct R(List<int> l) {{ private readonly List<int> _l = l; public void Dispose(int a = {value}) => _l.Add(a); }}";

    private static string Awaiter(string result) =>
        $"class W : System.Runtime.CompilerServices.INotifyCompletion {{ public int[] L = new int[1]; public bool IsCompleted => true; public void OnCompleted(Action a) {{ }} {result} }} class A(W w) {{ public W GetAwaiter() => w; }}\n";

    private static string Stream(int value) =>
        Awaiter($"public bool GetResult() {{ L[0] = {value}; return true; }}") +
        "class S { private readonly W _w = new(); public S GetAsyncEnumerator() => this; public int Current => _w.L[0]; public A MoveNextAsync() => new(_w); }";

    private static string AsyncDisposing(int value) =>
        Awaiter($"public void GetResult() {{ L[0] = {value}; }}") +
        "class R(int[] l) { public A DisposeAsync() => new(new W { L = l }); }";

    private static string Converter(int value) =>
        $"}} public class K : JsonConverter<int> {{ public override int Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 0; public override void Write(Utf8JsonWriter w, int v, JsonSerializerOptions o) => w.WriteNumberValue({value});";

    private static Edit Json(string phrase, string use, string before, string after, string options = "null")
    {
        return new(phrase, Source(before), Source(after));

        string Source(string members) =>
            "using System.Text.Json; using System.Text.Json.Serialization;\n" +
            $"public class P {{ {members} }}\n" +
            $"public static class C {{ {F} => {use}; static P D(int x) => JsonSerializer.Deserialize<P>(\"{{\\\"A\\\":5}}\", (JsonSerializerOptions?){options})!; static string T(P p) => JsonSerializer.Serialize(p, (JsonSerializerOptions?){options}); }}";
    }

    [TestCaseSource(nameof(Conversions))]
    public void A_conversion_that_nobody_wrote_is_part_of_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [TestCaseSource(nameof(Constructors))]
    public void A_call_that_nobody_wrote_brings_its_defaults(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    private static IEnumerable<Edit> Places =>
    [
        Body("of a collection's element", "{ Cq c = [x]; return c.S; }", "{ Cq c = [\nx]; return c.S; }", Asking("Add(int a, [LINE] int b = 0) => S = b")),
        Body("of a disposal", "{ var q = new Cq(); using (new R(q)) { } return q.S; }", "{ var q = new Cq();\nusing (new R(q)) { } return q.S; }", Asking("Add(int a) => S = a") + Disposed),
        Body("of a declaration's disposal", "{ var q = new Cq(); G(q); return q.S; } static void G(Cq q) { using var r = new R(q); }", "{ var q = new Cq(); G(q); return q.S; } static void G(Cq q) {\nusing var r = new R(q); }", Asking("Add(int a) => S = a") + Disposed),
    ];

    private static string Asking(string add) =>
        $"class Cq : System.Collections.IEnumerable {{ public int S; public void {add.Replace("[LINE]", "[System.Runtime.CompilerServices.CallerLineNumber]", StringComparison.Ordinal)}; public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException(); }}";

    private const string Disposed = "ref struct R(Cq q) { private readonly Cq _q = q; public void Dispose([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => _q.S = line; }";

    [TestCaseSource(nameof(Places))]
    public void A_place_that_nobody_wrote_is_part_of_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [Test]
    public void A_place_that_nobody_asks_for_is_not()
    {
        var (before, after) = Hash.Of(Body("moved", "{ Cq c = [x]; return c.S; }", "{ Cq c = [\nx]; return c.S; }", Adding(5)));
        Assert.That(after, Is.EqualTo(before));
    }

    [TestCaseSource(nameof(Awaits))]
    public void An_awaiter_that_nobody_wrote_is_part_of_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    /// <summary>Either the hash changes or nothing is stored in the first place: what a serializer reads is not always known.</summary>
    [TestCaseSource(nameof(Contracts))]
    public void What_a_serializer_reads_by_reflection_is_part_of_the_hash(Edit edit) =>
        Assert.That(Closed(edit.Before) || Closed(edit.After) || Hash.Of(edit.Before) != Hash.Of(edit.After));

    [Test]
    public void The_target_of_a_function_pointer_is_part_of_the_hash_of_a_method_that_is_assumed_pure() =>
        Assert.That(Hash.Of(Pointed(1)), Is.Not.EqualTo(Hash.Of(Pointed(2))));

    [Test]
    public void A_conditional_method_is_dropped_with_its_overrides() =>
        Assert.That(Hash.Of("#define KEPT\n" + Conditional), Is.Not.EqualTo(Hash.Of("#define OTHER\n" + Conditional)));

    [Test]
    public void Loops_convert_as_the_project_does() => Assert.That(
        Hash.Of(Generated.Compile([("/0/App.cs", Loop)], isChecked: true)), Is.Not.EqualTo(Hash.Of(Loop)));

    private const string Loop = "public static class C { [Memoize] public static int F(int x) { foreach (byte b in new[] { x }) return b; return 0; } }";

    private const string Conditional = """
        class B { public int A; [System.Diagnostics.Conditional("KEPT")] public virtual void M() { } }
        class D : B { public override void M() => A++; }
        public static class C { [Memoize] public static int F(int x) { var d = new D { A = x }; d.M(); return d.A; } }
        """;

    private static string Pointed(int value) => SourceText.Class(
        $"[Memoize, AssumePure(\"adds\")] public static unsafe int F(int x) {{ delegate*<int, int> p = &G; return p(x); }} static int G(int x) => x + {value};");

    private static bool Closed(string source) => EmittedManifest.Of(source).FindingsOf("F").Length > 0;
}
