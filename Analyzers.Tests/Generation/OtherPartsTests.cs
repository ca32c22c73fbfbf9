namespace Memo.Analyzers.Tests.Generation;

/// <summary>What another generator adds to a partial type is not seen by ours, even where the code compiles without it.</summary>
public sealed class OtherPartsTests
{
    private static string Program(string expression, string types) => $$"""
        for (var i = 1; i < 3; i++) Console.WriteLine({{expression}});
        {{types}}
        """;

    private static readonly (string Name, string Expression, string Types, string Other)[] s_cases =
    [
        ("A field of an argument", "C.F(Id.Parse(i))",
            "partial struct Id { public static Id Parse(int x) { object made = default(Id); typeof(Id).GetField(\"Value\")?.SetValue(made, x); return (Id)made; } } static class C { [Memoize] public static string F(Id id) => id.ToString()!; }",
            "partial struct Id { public int Value; public override string ToString() => Value.ToString(); }"),
        ("A field of an argument, beside code that stands for all of the assembly,", "C.F(Id.Parse(i))",
            "partial struct Id { public static Id Parse(int x) { object made = default(Id); typeof(Id).GetField(\"Value\")?.SetValue(made, x); return (Id)made; } } static partial class C { [Memoize, AssumePure(\"known\")] public static string F(Id id) => Say(id); private static partial string Say(Id id); }",
            "partial struct Id { public int Value; public override string ToString() => Value.ToString(); } static partial class C { private static partial string Say(Id id) => id.ToString()!; }"),
        ("An override", "C.F(i)",
            "partial class D; static class C { [Memoize] public static string F(int x) => new D().ToString() + x; }",
            "partial class D { public override string ToString() => \"other\"; }"),
        ("An interface that is looked for", "C.F(i)",
            "interface I { string S => \"I\"; } partial class D; static class C { [Memoize] public static string F(int x) => (object)new D() is I i ? i.S : \"none\"; }",
            "partial class D : I;"),
        ("A base", "C.F(i)",
            "class B { public override string ToString() => \"B\"; } partial class D; static class C { [Memoize] public static string F(int x) => new D().ToString() + x; }",
            "partial class D : B;"),
        ("An overload", "new D().F(i)",
            "partial record D { [Memoize] public string F(int x) => G(x); string G(object x) => \"object\"; }",
            "partial record D { string G(int x) => \"int\"; }"),
        ("An overload in a static class", "C.F(i)",
            "static partial class C { [Memoize] public static string F(int x) => D.G(x); } static partial class D { public static string G(object x) => \"object\"; }",
            "static partial class D { public static string G(int x) => \"int\"; }"),
        ("A type that derives", "C.F(i)",
            "class B; sealed partial class D : B; static class C { [Memoize] public static string F(int x) => Say(x > 1 ? new D() : new B()); static string Say(B b) => b.ToString()!; }",
            "partial class D { public override string ToString() => \"other\"; }"),
        ("A converter", "C.F(i)",
            "partial record D(int A); static class C { [Memoize] public static string F(int x) => System.Text.Json.JsonSerializer.Serialize(new D(x)); }",
            "[System.Text.Json.Serialization.JsonConverter(typeof(Always))] partial record D; class Always : System.Text.Json.Serialization.JsonConverter<D> { public override D? Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions o) => null; public override void Write(System.Text.Json.Utf8JsonWriter w, D d, System.Text.Json.JsonSerializerOptions o) => w.WriteNumberValue(7); }"),
    ];

    private static IEnumerable<TestCaseData> Cases => s_cases.Select(c => new TestCaseData(c.Expression, c.Types, c.Other) { TestName = $"{c.Name} of another generator is never answered from before" });

    [TestCaseSource(nameof(Cases))]
    public void Never_answered_from_before(string expression, string types, string other)
    {
        using var program = new MemoizedProgram(Program(expression, types), other: other);
        program.Start();
        var run = program.Start();
        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Is.EqualTo(program.Start("off").Output));
            Assert.That(run.Of("bypass"), Has.Length.EqualTo(2));
            Assert.That(run.Log, Has.Some.Contains("is not what the generator saw of it"));
        });
    }

    [TestCase("partial record D(int A); partial record D { [Memoize] public D F(D other) => new(A + other.A); }", "new D(i).F(new(i))")]
    [TestCase("namespace N.M { partial class Outer<T> { partial record Inner<U>(int A); [Memoize] public static int F(int x) => new Inner<T>(x).A; } }", "N.M.Outer<string>.F(i)")]
    [TestCase("static partial class C { private partial record struct Id(int A); [Memoize] public static int F(int x) => new Id(x).A; }", "C.F(i)")]
    public void A_partial_type_of_which_everything_is_seen_is_like_any_other(string types, string expression)
    {
        using var program = new MemoizedProgram(Program(expression, types));
        program.Start();
        Assert.That(program.Start().Of("hit"), Has.Length.EqualTo(2));
    }
}
