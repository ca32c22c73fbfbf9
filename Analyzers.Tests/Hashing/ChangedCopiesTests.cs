using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits after which a struct's member is called on a copy, where it was called in the place, and changes nothing there.</summary>
public sealed class ChangedCopiesTests
{
    private const string Counter = "struct S { int _n; public int Up() => ++_n; }\n";

    private static IEnumerable<Edit> Places =>
    [
        Others("readonly on a method of the struct", "{ var s = new S(); return s.Twice() + s.Twice() + x; }", Struct("int Twice() => Up() + Up();"), Struct("readonly int Twice() => Up() + Up();")),
        Others("readonly on a getter of the struct", "{ var s = new S(); return s.P + s.P + x; }", Struct("int P => Up();"), Struct("readonly int P => Up();")),
        Others("readonly on an indexer of the struct", "{ var s = new S(); return s[1] + s[1] + x; }", Struct("int this[int i] => i + Up();"), Struct("readonly int this[int i] => i + Up();")),
        Others("a static field", "=> A.Up() + A.Up() + x;", Counter + "static S A = new();", Counter + "static readonly S A = new();"),
        Others("a field", "=> new D().G() + x;", Counter + "class D { S _s; public int G() => _s.Up() + _s.Up(); }", Counter + "class D { readonly S _s; public int G() => _s.Up() + _s.Up(); }"),
        Others("a field of a type parameter", "=> new D<S>().G() + x;", Interface + "class D<T> where T : I, new() { T _s = new(); public int G() => _s.Up() + _s.Up(); }", Interface + "class D<T> where T : I, new() { readonly T _s = new(); public int G() => _s.Up() + _s.Up(); }"),
        Others("a parameter", "=> A(new S()) + x;", Counter + "static int A(S s) => s.Up() + s.Up();", Counter + "static int A(in S s) => s.Up() + s.Up();"),
        Body("a reference to a local", "{ var s = new S(); ref S r = ref s; return r.Up() + r.Up() + x; }", "{ var s = new S(); ref readonly S r = ref s; return r.Up() + r.Up() + x; }", Counter),
        Body("what a loop goes over", "{ foreach (ref var s in new S[1].AsSpan()) return s.Up() + s.Up() + x; return 0; }", "{ foreach (ref readonly var s in new S[1].AsSpan()) return s.Up() + s.Up() + x; return 0; }", Counter),
        Others("what is returned by reference", "=> A(new S[1]).Up() + x;", Counter + "static ref S A(S[] s) => ref s[0];", Counter + "static ref readonly S A(S[] s) => ref s[0];"),
        Others("an indexer by reference", "{ var d = new D(); return d[0].Up() + d[0].Up() + x; }", Counter + "class D { S[] _s = new S[1]; public ref S this[int i] => ref _s[i]; }", Counter + "class D { S[] _s = new S[1]; public ref readonly S this[int i] => ref _s[i]; }"),
    ];

    private static IEnumerable<Edit> Receivers =>
    [
        new("of an extension method", Extended("public static int G(this S s) => s.Up();"), Extended("public static int G(this ref S s) => s.Up();")),
        new("of a method in an extension block", Extended("extension(S s) { public int G() => s.Up(); }"), Extended("extension(ref S s) { public int G() => s.Up(); }")),
        new("of a property in an extension block", Extended("extension(S s) { public int P => s.Up(); }", "P"), Extended("extension(ref S s) { public int P => s.Up(); }", "P")),
        new("of an extension block, by read-only reference", Extended("extension(in S s) { public int G() => s.Up() + s.Up(); }"), Extended("extension(S s) { public int G() => s.Up() + s.Up(); }")),
    ];

    private const string Interface = "interface I { int Up(); } struct S : I { int _n; public int Up() => ++_n; }\n";

    private static string Struct(string member) => $"struct S {{ int _n; int Up() => ++_n; public {member} }}";

    private static string Extended(string member, string use = "G()") =>
        $"public {Counter}public static class E {{ {member} }}\n" + SourceText.Class(F + $"{{ var s = new S(); return s.{use} + s.{use} + x; }}");

    [TestCaseSource(nameof(Places))]
    public void A_place_that_becomes_read_only_changes_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [TestCaseSource(nameof(Receivers))]
    public void A_receiver_that_is_passed_by_reference_changes_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);
}
