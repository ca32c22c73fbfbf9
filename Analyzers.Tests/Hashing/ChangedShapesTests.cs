using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits of a type's declaration that a result can show.</summary>
public sealed class ChangedShapesTests
{
    private static IEnumerable<Edit> Members =>
    [
        Others("the order in which a record prints a field and a property that computes", Printed, "record D { public int A = 1; public int B => 2; }", "record D { public int B => 2; public int A = 1; }"),
        Others("the order in which a record struct prints them", Printed, "record struct D { public int A; public int B => 2; }", "record struct D { public int B => 2; public int A; }"),
        Others("a property that a record prints", Printed, "record D { internal int A => 1; }", "record D { public int A => 1; }"),
        Others("the name of what a record prints", Printed, "record D { public int A => 1; }", "record D { public int B => 1; }"),
        Others("which overload of two that the framework calls", "=> new D().ToString()!.Length + string.Create(CultureInfo.InvariantCulture, $\"{new D()}\").Length + x;", Formattable("a", "bb"), Formattable("bb", "a")),
        Others("the receiver of an extension block", "=> x.M();", "", "") with { Before = Extended("int i", "long i"), After = Extended("uint i", "int i") },
        Others("which static the accessors of a property keep", "{ D.Set(); return D.A + x; }", Kept("A"), Kept("B")),
        Body("which static property is read", "{ A = 5; return A + x; }", "{ A = 5; return B + x; }", "static int A { get; set; } static int B { get; set; }"),
        Body("which static property is read, of those with accessors of their own", "{ A = 5; return A + x; }", "{ A = 5; return B + x; }", "static int A { get => field; set => field = value; } static int B { get => field; set => field = value; }"),
        Body("which static property is read, of those of a generic type", "{ D<int>.A = 5; return D<int>.A + x; }", "{ D<int>.A = 5; return D<int>.B + x; }", "class D<T> { public static int A { get; set; } public static int B { get; set; } }"),
        Others("a field that a serializer may not write, of a type that the code around it does not name", "=> A(new D()).Length + x; static string A<T>(T t) => System.Text.Json.JsonSerializer.Serialize(t);", "class D { public int[] A = []; }", "class D { public readonly int[] A = []; }"),
        Others("an accessor that a serializer may not call, of a type that the code around it does not name", "=> A<D>(\"{}\").A + x; static T A<T>(string t) => System.Text.Json.JsonSerializer.Deserialize<T>(t)!;", "class D { public int A { get; set; } }", "class D { public int A { get; private set; } }"),
        Others("which member of a base of the framework is overridden, that only the framework calls", Closed, Stream("Flush"), Stream("Close")),
        Others("which member is overridden below an override", Closed, Below("Flush"), Below("Close")),
        Others("which property of a base of the framework is overridden", "=> new StreamReader(new D()).Peek() + x;", "class D : MemoryStream { public override bool CanRead => false; }", "class D : MemoryStream { public override bool CanSeek => false; }"),
        Others("the place of an event's field among a struct's fields", "=> new D { A = x }.GetHashCode();", "struct D { public int A; public event Action? B; }", "struct D { public event Action? B; public int A; }"),
        Others("the order of a static and of an event whose handler is set at the start", "=> A + x;", "static readonly int A = G(); static event Action? E = delegate { }; static int G() => E is null ? 1 : 2;", "static event Action? E = delegate { }; static readonly int A = G(); static int G() => E is null ? 1 : 2;"),
        Others("readonly on a field that is cut by a range", "=> new D(\"abc\").G(x);", "ref struct D(string s) { ReadOnlySpan<char> _a = s; public int G(int x) => _a[x..].Length; }", "ref struct D(string s) { readonly ReadOnlySpan<char> _a = s; public int G(int x) => _a[x..].Length; }"),
        Others("the order of properties that a serializer writes", "=> System.Text.Json.JsonSerializer.Serialize(new D()).Length + x;", "class D { public int A => 1; public int B => 2; }", "class D { public int B => 2; public int A => 1; }"),
        Body("which static property is computed", "=> A + x;", "=> B + x;", "static int A => 1; static int B => 2;"),
    ];

    // What reflection shows has no place in the hash; then nothing may be stored.
    private static IEnumerable<Edit> Reflected =>
    [
        Others("sealed", "=> typeof(D).IsSealed ? 1 : x;", "class D { }", "sealed class D { }"),
        Others("the accessibility of a type", "=> typeof(D).IsNestedPublic ? 1 : x;", "class D { }", "public class D { }"),
    ];

    private const string Printed = "=> new D().ToString()!.Length + x;";

    private const string Closed = "{ var d = new D(); using (var w = new StreamWriter(d)) { w.Write('a'); } return d.N + x; }";

    private static string Stream(string name) => $"class D : MemoryStream {{ public int N; public override void {name}() => N++; }}";

    private static string Below(string name) =>
        $"class B : MemoryStream {{ public int N; public override void Flush() => N += 2; public override void Close() => N += 2; }} class D : B {{ public override void {name}() => N++; }}";

    private static string Formattable(string format, string plain) =>
        $"class D : IFormattable {{ public string ToString(string? f, IFormatProvider? p) => \"{format}\"; public override string ToString() => \"{plain}\"; }}";

    private static string Extended(string first, string second) =>
        $"static class E {{ extension({first}) {{ public int M() => 1; }} extension({second}) {{ public int M() => 2; }} }}\n" + SourceText.Class(F + "=> x.M();");

    private static string Kept(string name) =>
        $"class D {{ public static int A {{ get => field; set => field = value; }} public static int B {{ get => field; set => field = value; }} public static void Set() => {name} = 5; }}";

    [TestCaseSource(nameof(Members))]
    public void Another_member_changes_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [TestCaseSource(nameof(Reflected))]
    public void What_only_reflection_shows_closes_the_gate(Edit edit)
    {
        Assert.That(EmittedManifest.Of(edit.Before).FindingsOf("F"), Is.Not.Empty);
        Assert.That(EmittedManifest.Of(edit.After).FindingsOf("F"), Is.Not.Empty);
    }
}
