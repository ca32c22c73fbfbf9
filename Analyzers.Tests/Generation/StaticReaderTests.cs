namespace Memo.Analyzers.Tests.Generation;

/// <summary>Statics of every kind that code elsewhere in the assembly can or cannot name: the program runs and follows each.</summary>
public sealed class StaticReaderTests
{
    [TestCase("public static int Value;", TestName = "A field")]
    [TestCase("private static int Value;", TestName = "A private field")]
    [TestCase("public static int Value { get; set; }", TestName = "A property")]
    [TestCase("private static int Value { get; set; }", TestName = "A private property")]
    [TestCase("private static volatile int Value;", TestName = "A volatile field")]
    [TestCase("private static int[] s_values = new int[1]; private static ref int Value => ref s_values[0];", TestName = "A private property by reference")]
    [TestCase("public static int @int; private static int Value { get => @int; set => @int = value; }", "\"int\"", TestName = "A keyword as name")]
    [TestCase("[Obsolete(\"no\", error: true)] private static int Value;", "\"Value\"", TestName = "A member that must not be used")]
    public void A_static_of_any_kind_is_read(string member, string name = "nameof(Value)") => AssertFollowed($$"""
        public static class C
        {
            {{member}}
        #pragma warning disable CS0612, CS0618, CS0619
            [Obsolete] public static void Set(int value) => Value = value;
            [Memoize, DependsOnStatic(typeof(C), {{name}})] public static int F(int x) => x + {{(member.Contains("s_values") ? "x" : member.Contains("error") ? "0" : "Value")}};
        }
        """);

    [TestCase("public static class Settings { public static int Value; }", "Settings", TestName = "A static class")]
    [TestCase("private static class Settings { internal static int Value; }", "Settings", TestName = "A private nested class")]
    [TestCase("public struct Settings { internal static int Value; }", "Settings", TestName = "A struct")]
    [TestCase("public interface Settings { public static int Value; }", "Settings", TestName = "An interface")]
    [TestCase("public class Settings<T> { public static int Value; }", "Settings<string>", TestName = "A generic class")]
    [TestCase("public class Parent { protected static int Field; public static int Value { get => Field; set => Field = value; } } public class Settings : Parent;", "Settings", TestName = "A base class")]
    public void A_static_of_any_owner_is_read(string owner, string name) => AssertFollowed($$"""
        public static class C
        {
            {{owner}}
            public static void Set(int value) => {{name}}.Value = value;
            [Memoize, DependsOnStatic(typeof({{name}}), "Value")] public static int F(int x) => x;
        }
        """);

    [TestCase("List<int>", "new() { value }")]
    [TestCase("string?", "value == 1 ? null : \"a\"")]
    [TestCase("(int, string)", "(value, \"\")")]
    [TestCase("DayOfWeek?", "(DayOfWeek)value")]
    [TestCase("Options", "new() { Depth = value }")]
    [TestCase("IReadOnlyList<double>", "new double[] { value }")]
    public void A_static_of_any_type_that_can_be_a_key_is_read(string type, string value) => AssertFollowed($$"""
        public static class C
        {
            private static {{type}} s_value = default!;
            public static void Set(int value) => s_value = {{value}};
            [Memoize, DependsOnStatic(typeof(C), nameof(s_value))] public static int F(int x) => x + (Equals(s_value, null) ? 0 : 1);
        }
        public sealed class Options { public int Depth { get; set; } private int[] _rest = [1]; }
        """);

    [Test]
    public void A_constant_needs_no_reader() => Assert.That(Generated.From("""
        public static class C
        {
            private const int Value = 1;
            [Memoize, DependsOnStatic(typeof(C), nameof(Value)), DependsOnStatic(typeof(DayOfWeek), "Monday"), DependsOnStatic(typeof(int), "MaxValue")] public static int F(int x) => x + Value;
            public static int Use() => F(1);
        }
        """).Problems, Is.Empty);

    [Test]
    public void A_static_without_an_argument_that_is_shared_is_read_once_for_all_methods()
    {
        var generated = Generated.From("""
            public static class C
            {
                public static int Value;
                [Memoize, DependsOnStatic(typeof(C), nameof(Value))] public static int F(int x) => x + Value;
                [Memoize, DependsOnStatic(typeof(C), nameof(Value))] public static int G(int x) => x - Value;
                public static int Use() => F(1) + G(1);
            }
            """);
        Assert.That(generated.Problems, Is.Empty);
        Assert.That(generated.Text.Split("DependencyReader.Static("), Has.Length.EqualTo(2));
    }

    [Test]
    public void An_argument_that_is_the_very_object_in_the_static_is_another_one_than_an_equal_one()
    {
        using var program = new MemoizedProgram("""
            Console.Write(C.F(C.Default) + " " + C.F(new Options()) + " " + C.F(C.Default) + " " + C.Outer(C.Default) + " " + C.Outer(new Options()));
            public sealed class Options { public int Depth = 1; }
            public static class C
            {
                public static Options Default = new();
                [Memoize, DependsOnStatic(typeof(C), nameof(Default))] public static bool F(Options options) => options == Default;
                [Memoize] public static bool Outer(Options options) => F(options);
            }
            """);
        program.Start();
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo("True False True True False"));
        Assert.That(second.Of("hit").Count(call => call == "C.F(…)"), Is.EqualTo(5));
        Assert.That(second.Log, Has.Exactly(2).Contains("not stored: inner call C.F depends on a static that may hold its arguments"));
    }

    [TestCase("int x", "Options", false)]
    [TestCase("string x", "string[]", false)]
    [TestCase("string[] x", "List<string>", false)]
    [TestCase("Options x", "Text", false)]
    [TestCase("Options x", "Options", true)]
    [TestCase("IReadOnlyList<int> x", "int[]", true)]
    [TestCase("List<Options?>? x", "(int, Options)?", true)]
    public void Only_where_an_argument_may_be_the_object_in_the_static_is_that_asked(string parameter, string type, bool isAsked)
    {
        var generated = Generated.From($$"""
            public static class C
            {
                public static {{type}} Value = default!;
                [Memoize, DependsOnStatic(typeof(C), nameof(Value))] public static int F({{parameter}}) => 1;
                public static int Use() => F(default!);
            }
            public sealed class Options { public int Depth = 1; }
            public sealed record Text(string Value);
            """);
        Assert.That(generated.Problems, Is.Empty);
        Assert.That(generated.Text.Contains("dependencies.Share();", StringComparison.Ordinal), Is.EqualTo(isAsked));
    }

    [Test]
    public void A_static_of_an_asynchronous_method_is_read() => AssertFollowed("""
        public static class C
        {
            private static int s_value;
            public static void Set(int value) => s_value = value;
            public static int F(int x) => G(x).Result;
            [Memoize, DependsOnStatic(typeof(C), nameof(s_value))] private static async Task<int> G(int x) { await Task.Yield(); return x + s_value; }
        }
        """, "C.G(0)");

    // Runs twice with each of two values: two misses, then hits only.
    private static void AssertFollowed(string source, string call = "C.F(0)")
    {
        using var program = new MemoizedProgram("""
            #pragma warning disable CS0612, CS0618, CS0619
            C.Set(1);
            Console.Write(C.F(0));
            C.Set(2);
            Console.Write(C.F(0));
            """ + "\n" + source);
        var first = program.Start();
        Assert.That(first.Calls, Is.EqualTo(["miss " + call, "miss " + call]), string.Join('\n', first.Log));
        var second = program.Start();
        Assert.That(second.Calls, Is.EqualTo(["hit " + call, "hit " + call]));
        Assert.That(second.Output, Is.EqualTo(first.Output).And.EqualTo(program.Start("off").Output));
    }
}
