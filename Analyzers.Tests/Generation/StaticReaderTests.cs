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

    // Runs twice with each of two values: two misses, then hits only.
    private static void AssertFollowed(string source)
    {
        using var program = new MemoizedProgram("""
            #pragma warning disable CS0612, CS0618, CS0619
            C.Set(1);
            Console.Write(C.F(0));
            C.Set(2);
            Console.Write(C.F(0));
            """ + "\n" + source);
        var first = program.Start();
        Assert.That(first.Calls, Is.EqualTo(["miss C.F(0)", "miss C.F(0)"]), string.Join('\n', first.Log));
        var second = program.Start();
        Assert.That(second.Calls, Is.EqualTo(["hit C.F(0)", "hit C.F(0)"]));
        Assert.That(second.Output, Is.EqualTo(first.Output).And.EqualTo(program.Start("off").Output));
    }
}
