namespace Memo.Analyzers.Tests.Generation;

/// <summary>Names and signatures that could meet those of the generated code: it compiles without a warning, and the calls are remembered.</summary>
public sealed class NameTests
{
    [TestCase("key"), TestCase("preview"), TestCase("dependencies"), TestCase("value"), TestCase("writer"), TestCase("reader"), TestCase("Method")]
    [TestCase("Call"), TestCase("Cancelled"), TestCase("Compute"), TestCase("WriteKey"), TestCase("WriteArguments"), TestCase("Original")]
    [TestCase("owner"), TestCase("@this"), TestCase("field"), TestCase("Memo"), TestCase("System"), TestCase("global"), TestCase("p_x"), TestCase("@int"), TestCase("var")]
    public void A_parameter_has_any_name(string name) => AssertCompiles($$"""
        public static class A { [Memoize] public static int F(int {{name}}) => {{name}} + 1; public static int Use() => F(1) + G(2); [Memoize] private static int G(int {{name}}) => {{name}} + 2; }
        public sealed class B { [Memoize] public int F(int {{name}}) => {{name}} + 1; public int Use() => F(1) + G(2); [Memoize] private int G(int {{name}}) => {{name}} + 2; }
        """);

    [TestCase("Call"), TestCase("Method"), TestCase("Original"), TestCase("Compute"), TestCase("Intercept"), TestCase("WriteKey"), TestCase("Cancelled"), TestCase("@event"), TestCase("Codecs")]
    public void A_method_has_any_name(string name) => AssertCompiles($$"""
        public static class A { [Memoize] public static int {{name}}(int x) => x + 1; public static int Use() => {{name}}(1); }
        public static class B { [Memoize] private static int {{name}}(int x) => x + 1; public static int Use() => {{name}}(1); }
        public sealed class D { [Memoize] private int {{name}}(int x) => x + 1; public int Use() => {{name}}(1); }
        """);

    [TestCase("ValueTuple<int>"), TestCase("ValueTuple"), TestCase("ValueTuple<int, string>"), TestCase("(int, int, int, int, int, int, int, int, int)")]
    public void A_tuple_has_any_length(string type) => AssertCompiles(
        $"public static class A {{ [Memoize] public static {type} F({type} x) => x; public static object Use() => F(default); }}");

    [TestCase("private", "Kind", 0), TestCase("private", "Kind?", 0), TestCase("private", "Kind[]", 0), TestCase("private", "(int, List<Kind>)", 0)]
    [TestCase("internal", "Kind", 1), TestCase("internal", "Kind?", 1), TestCase("internal", "Kind[]", 1), TestCase("internal", "(int, List<Kind>)", 1)]
    public async Task An_enum_that_only_its_class_can_name_is_refused(string access, string field, int intercepted)
    {
        var source = $$"""
            public sealed class A
            {
                {{access}} enum Kind { X }
                private readonly {{field}} _held;
                private A({{field}} held) => _held = held;
                [Memoize] public int F(int x) => _held.Equals(null) ? x : x + 1;
                public int Use() => F(1);
            }
            """;
        var generated = Generated.From(source);
        var reported = (await Reported.InFiles(("C.cs", source))).Where(d => d.Id == "MEMO206").Select(d => d.Message());
        Assert.Multiple(() =>
        {
            Assert.That(generated.Problems, Is.Empty, generated.Text);
            Assert.That(generated.Text.Split("InterceptsLocationAttribute(1, "), Has.Length.EqualTo(1 + intercepted));
            Assert.That(reported, intercepted == 1 ? Is.Empty : Has.One.Contains("'Kind' cannot be named in generated code; make it internal"));
        });
    }

    [Test]
    public void A_private_method_of_a_struct_is_read_only() => AssertCompiles("""
        public struct A { public int X; [Memoize] private readonly int F() => X; public readonly int Use() => F(); }
        """);

    [Test]
    public void A_member_of_an_extension_block_is_refused_or_works()
    {
        var generated = Generated.From("""
            public static class X { extension(string a) { [Memoize] public string F() => a + "!"; [Memoize] public static string G(int x) => "" + x; } }
            public static class A { public static string Use() => "a".F() + string.G(2) + X.F("b"); }
            """);
        // What the generator refuses it says itself; what it writes must compile.
        Assert.That(generated.Output.GetDiagnostics().Where(d => d.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning), Is.Empty);
    }

    [Test]
    public void Extension_methods_are_called_in_both_forms() => MemoizedProgram.RemembersAll(5, """
        Console.WriteLine("a".F() + X.F("b") + "c"?.F() + 1.G() + new List<int> { 1 }.H());
        public static class X
        {
            [Memoize] public static string F(this string a) => a + "!";
            [Memoize] public static int G(in this int a) => a;
            [Memoize] public static int H(this List<int> a) => a.Count;
        }
        """);

    [Test]
    public void Equal_objects_without_equality_stay_two() => MemoizedProgram.RemembersAll(2, """
        K a = new(1), b = new(1);
        Console.WriteLine(C.F(a, a));
        Console.WriteLine(C.F(a, b));
        public static class C { [Memoize] public static int F(K x, K y) => new HashSet<K> { x, y }.Count; }
        public sealed class K(int a) { public readonly int A = a; }
        """);

    private static void AssertCompiles(string source)
    {
        var generated = Generated.From(source);
        Assert.Multiple(() =>
        {
            Assert.That(generated.Problems, Is.Empty, generated.Text);
            Assert.That(generated.Text, Does.Contain("InterceptsLocation"));
        });
    }
}
