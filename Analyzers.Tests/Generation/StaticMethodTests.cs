namespace Memo.Analyzers.Tests.Generation;

public sealed class StaticMethodTests
{
    [Test]
    public void Calls_from_everywhere_are_remembered() => MemoizedProgram.RemembersAll(9, """
        Console.WriteLine(C.Square(1));
        Func<int, int> lambda = x => C.Square(x);
        Console.WriteLine(lambda(2));
        Console.WriteLine(Local(3));
        Console.WriteLine(await Later(4));
        foreach (var y in Lazily(5)) Console.WriteLine(y);
        Console.WriteLine(new Holder().Field);
        Console.WriteLine(Holder.Shared);
        Console.WriteLine(Holder.Property);
        Console.WriteLine($"{C.Square(9)}");

        static int Local(int x) => C.Square(x);
        static async Task<int> Later(int x) { await Task.Yield(); return C.Square(x); }
        static IEnumerable<int> Lazily(int x) { yield return C.Square(x); }

        public static class C
        {
            [Memoize] public static int Square(int x) => x * x;
        }

        public sealed class Holder
        {
            public int Field = C.Square(6);
            public static readonly int Shared = C.Square(7);
            public static int Property => C.Square(8);
        }
        """);

    [Test]
    public void A_memoized_method_that_calls_memoized_methods_is_remembered_as_a_whole()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Outer(3));
            public static class C
            {
                [Memoize] public static int Outer(int x) => Inner(x) + Inner(x + 1);
                [Memoize] public static int Inner(int x) => x * x;
            }
            """);
        var first = program.Start();
        var second = program.Start();
        Assert.Multiple(() =>
        {
            Assert.That(first.Calls, Is.EqualTo(["miss C.Inner(3)", "miss C.Inner(4)", "miss C.Outer(3)"]));
            Assert.That(second.Calls, Is.EqualTo(["hit C.Outer(3)"]));
            Assert.That(second.Output, Is.EqualTo(first.Output).And.EqualTo("25\n"));
        });
    }

    [Test]
    public void Recursive_calls_go_through_the_cache()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Fibonacci(30));
            public static class C
            {
                [Memoize] public static long Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
            }
            """);
        var first = program.Start();
        var second = program.Start();
        Assert.Multiple(() =>
        {
            Assert.That(first.Output, Is.EqualTo("832040\n"));
            Assert.That(first.Of("miss"), Has.Length.EqualTo(31), "each argument once");
            Assert.That(second.Calls, Is.EqualTo(["hit C.Fibonacci(30)"]));
        });
    }

    [Test]
    public void Private_methods_and_methods_of_nested_types_are_remembered() => MemoizedProgram.RemembersAll(4, """
        Console.WriteLine(C.Run());
        public static class C
        {
            public static string Run() => $"{Hidden(2)} {Inner.Deep(3)} {Inner.Call(4)} {Secret.F(5)}";
            [Memoize] private static int Hidden(int x) => x * 2;
            public static class Inner
            {
                [Memoize] internal static int Deep(int x) => x * 3;
                [Memoize] private static int Deeper(int x) => x * 4;
                public static int Call(int x) => Deeper(x);
            }
            internal static class Secret
            {
                [Memoize] public static int F(int x) => x * 5;
            }
        }
        """);

    [Test]
    public void Every_way_to_pass_arguments_is_one_key() => MemoizedProgram.RemembersAll(11, """
        Console.WriteLine(C.Optional());
        Console.WriteLine(C.Optional(2));
        Console.WriteLine(C.Optional(x: 2, y: 3));
        Console.WriteLine(C.Optional(y: 4, x: 1));
        Console.WriteLine(C.Params());
        Console.WriteLine(C.Params(1, 2));
        Console.WriteLine(C.Params([1, 2]));
        var n = 5;
        Console.WriteLine(C.In(n));
        Console.WriteLine(C.In(in n));
        Console.WriteLine(C.In(6));
        Console.WriteLine(C.Caller(1));
        public static class C
        {
            [Memoize] public static string Optional(int x = 2, int y = 3) => $"{x}/{y}";
            [Memoize] public static int Params(params int[] xs) => xs.Length;
            [Memoize] public static int In(in int x) => x + 1;
            [Memoize] public static string Caller(int x, [System.Runtime.CompilerServices.CallerMemberName] string name = "") => name + x.ToString(CultureInfo.InvariantCulture);
        }
        """);

    [Test]
    public void Extension_methods_are_remembered_in_both_forms() => MemoizedProgram.RemembersAll(3, """
        Console.WriteLine("ab".Twice());
        Console.WriteLine(C.Twice("cd"));
        string? none = "ef";
        Console.WriteLine(none?.Twice());
        public static class C
        {
            [Memoize] public static string Twice(this string text) => text + text;
        }
        """);

    [Test]
    public void Keywords_are_fine_as_names() => MemoizedProgram.RemembersAll(2, """
        Console.WriteLine(@class.@int(1, "a"));
        Console.WriteLine(@class.@int(@string: "b", @for: 2));
        public static class @class
        {
            [Memoize] public static string @int(int @for, string @string) => @string + (@for > 1 ? "x" : "y");
        }
        """);

    [Test]
    public void The_code_of_both_classes_of_one_name_is_told_apart() => MemoizedProgram.RemembersAll(3, """
        Console.WriteLine(A.C.F(1) + B.C.F(1) + A.C.F("1"));
        namespace A { public static class C { [Memoize] public static int F(int x) => x + 1; [Memoize] public static int F(string x) => x.Length; } }
        namespace B { public static class C { [Memoize] public static int F(int x) => x + 2; } }
        """);
}
