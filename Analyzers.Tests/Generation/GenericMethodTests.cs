namespace Memo.Analyzers.Tests.Generation;

/// <summary>Generic methods, and methods of generic types: each choice of type arguments is a method of its own.</summary>
public sealed class GenericMethodTests
{
    [Test]
    public void Each_choice_of_type_arguments_has_entries_of_its_own()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Size(1) + " " + C.Size(1L) + " " + C.Size("1") + " " + C.Size<object>());
            public static class C
            {
                [Memoize] public static string Size<T>(T x) => typeof(T).Name + x;
                [Memoize] public static string Size<T>() => typeof(T).Name;
            }
            """);
        var first = program.Start();
        var second = program.Start();
        Assert.Multiple(() =>
        {
            Assert.That(first.Output, Is.EqualTo("Int321 Int641 String1 Object\n"));
            Assert.That(second.Output, Is.EqualTo(first.Output));
            Assert.That(first.Calls, Is.EqualTo(["miss C.Size<int>(1)", "miss C.Size<long>(1)", "miss C.Size<string>(\"1\")", "miss C.Size<object>()"]));
            Assert.That(second.Calls, Is.EqualTo(["hit C.Size<int>(1)", "hit C.Size<long>(1)", "hit C.Size<string>(\"1\")", "hit C.Size<object>()"]));
        });
    }

    [TestCase("C.Show(1.5)", "\"\" + x")]
    [TestCase("C.Show(1.5)", "$\"{x}\"")]
    [TestCase("C.Show(1.5)", "x!.ToString()!")]
    [TestCase("C.Show(1.5)", "string.Concat(x)")]
    [TestCase("C.Show(new D(1.5))", "x!.ToString()!")]
    [TestCase("C.Show(new[] { 1.5 })", "string.Join(\", \", (System.Collections.IEnumerable)x!)")]
    public void What_is_formatted_follows_the_culture(string call, string body) => Assert.That(
        Generated.From($"class P {{ static string F() => {call}; }} static class C {{ [Memoize] internal static string Show<T>(T x) => {body}; }} record D(double A);").Text,
        Does.Contain("ReadsCulture = true").And.Not.Contain("ReadsCulture = false"));

    [Test]
    public void What_is_not_formatted_does_not() => Assert.That(
        Generated.From("class P { static int F() => C.Count(new[] { 1.5 }); } static class C { [Memoize] internal static int Count<T>(T[] x) => x.Length; }").Text,
        Does.Contain("ReadsCulture = false"));

    [Test]
    public void Constraints_of_all_kinds() => MemoizedProgram.RemembersAll(8, """
        Console.WriteLine(C.Sum(new[] { 1.5, 2.5 }));
        Console.WriteLine(C.Sum(new[] { 1, 2 }));
        Console.WriteLine(C.Or(null, 3));
        Console.WriteLine(C.Same("a", "a"));
        Console.WriteLine(C.Made<Point>().X);
        Console.WriteLine(C.Bytes<(int, long)>());
        Console.WriteLine(C.Key(new Dictionary<string, int> { ["k"] = 1 }, "k"));
        Console.WriteLine(C.First<List<int>, int>([5, 6]));

        public static class C
        {
            [Memoize] public static T Sum<T>(T[] values) where T : System.Numerics.INumber<T>
            {
                var sum = T.Zero;
                foreach (var value in values) sum += value;
                return sum;
            }
            [Memoize] public static T Or<T>(T? value, T other) where T : struct => value ?? other;
            [Memoize] public static bool Same<T>(T a, T b) where T : class, IEquatable<T> => a.Equals(b);
            [Memoize] public static T Made<T>() where T : new() => new();
            [Memoize] public static int Bytes<T>() where T : unmanaged => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
            [Memoize] public static V Key<K, V>(Dictionary<K, V> of, K key) where K : notnull => of[key];
            [Memoize] public static T First<L, T>(L list) where L : IList<T> => list[0];
        }

        public sealed record Point { public int X { get; init; } = 7; }
        """);

    [Test]
    public void Methods_of_generic_types() => MemoizedProgram.RemembersAll(4, """
        Console.WriteLine(Box<int>.Twice(2)[1]);
        Console.WriteLine(new Plain(3).With("u"));
        Console.WriteLine(Box<int>.Inner.Name(3));
        Console.WriteLine(Box<int>.Inner<long>.Names<char>());

        public sealed record Plain(int Value)
        {
            [Memoize] public string With<U>(U other) => Value + " " + other;
        }

        public static class Box<T>
        {
            [Memoize] public static T[] Twice(T value) => [value, value];

            public static class Inner
            {
                [Memoize] public static string Name(int x) => typeof(T).Name + x;
            }

            public static class Inner<U>
            {
                [Memoize] public static string Names<V>() => typeof(T).Name + typeof(U).Name + typeof(V).Name;
            }
        }
        """);

    [Test]
    public void Hidden_ones_with_constraints_of_all_kinds() => MemoizedProgram.RemembersAll(8, """
        Console.WriteLine(C.Run());
        Console.WriteLine(new D(1).Run());

        public static class C
        {
            public static string Run() => Plain(1) + Sum(1, 2) + Or(null, 'c') + Made<List<int>>().Count + Bytes<byte>() + Key(("a", 1)) + Pair<List<int>, int>([1]);
            [Memoize] private static string Plain<T>(T? x) => "p" + x;
            [Memoize] private static T Sum<T>(T a, T b) where T : struct, System.Numerics.INumber<T> => a + b;
            [Memoize] private static T Or<T>(T? value, T other) where T : struct => value ?? other;
            [Memoize] private static T Made<T>() where T : class?, new() => new();
            [Memoize] private static int Bytes<T>() where T : unmanaged => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
            [Memoize] private static T[] Key<T>(in T x) where T : notnull => [x];
            [Memoize] private static T Pair<L, T>(L list) where L : class, IList<T> => list[0];
        }

        public sealed record D(int A)
        {
            public string Run() => Own("x");
            [Memoize] private string Own<T>(T x) where T : IComparable<T> => "" + x + A;
        }
        """);

    [Test]
    public void Extension_methods_in_both_forms() => MemoizedProgram.RemembersAll(4, """
        Console.WriteLine(new List<int> { 1, 2 }.Last2());
        Console.WriteLine(C.Last2(new List<string> { "a", "b" }));
        int[]? numbers = [3, 4];
        Console.WriteLine(numbers?.Count2());
        Console.WriteLine(Plus.Of(1).Add(2).Value);

        public static class C
        {
            [Memoize] public static T Last2<T>(this List<T> list) => list[^1];
            [Memoize] public static int Count2<T>(this T[] list) => list.Length;
        }

        public readonly record struct Plus(int Value) { public static Plus Of(int x) => new(x); }
        public static class Plusses { [Memoize] public static Plus Add<T>(this Plus plus, T other) where T : struct, IConvertible => new(plus.Value + other.ToInt32(System.Globalization.CultureInfo.InvariantCulture)); }
        """);

    [Test]
    public void Asynchronous_ones_and_all_kinds_of_arguments() => MemoizedProgram.RemembersAll(6, """
        Console.WriteLine(await C.Later(1));
        Console.WriteLine(await C.Soon("x"));
        Console.WriteLine(C.All(1, 2, 3));
        Console.WriteLine(C.Or(other: 5));
        var date = new DateOnly(2020, 1, 2);
        Console.WriteLine(C.In(in date).Day);
        Console.WriteLine(C.@class<(int @event, string b)>((1, "z")));

        public static class C
        {
            [Memoize] public static async Task<T> Later<T>(T x) { await Task.Yield(); return x; }
            [Memoize] public static async ValueTask<T[]> Soon<T>(T x) { await Task.Yield(); return [x]; }
            [Memoize] public static int All<T>(params T[] values) => values.Length;
            [Memoize] public static string Or<T>(string text = "t", T? other = default) => text + other;
            [Memoize] public static T In<T>(in T x) => x;
            [Memoize] public static T @class<T>(T @event) => @event;
        }
        """);

    [Test]
    public void Type_arguments_of_the_program_itself() => MemoizedProgram.RemembersAll(4, """
        Console.WriteLine(C.Area(new Square(2)));
        Console.WriteLine(C.Area(new Circle(1)));
        Console.WriteLine(C.Named<Square>());
        Console.WriteLine(string.Join(",", C.Sorted(new[] { new Square(3), new Square(1) }).Select(s => s.Side)));

        public interface IShape { double Area(); static abstract string Name { get; } }
        public sealed record Square(double Side) : IShape, IComparable<Square>
        {
            public double Area() => Side * Side;
            public static string Name => "square";
            public int CompareTo(Square? other) => Side.CompareTo(other!.Side);
        }
        public sealed record Circle(double Radius) : IShape { public double Area() => 3 * Radius * Radius; public static string Name => "circle"; }

        public static class C
        {
            [Memoize] public static double Area<T>(T shape) where T : IShape => shape.Area();
            [Memoize] public static string Named<T>() where T : IShape => T.Name;
            [Memoize] public static T[] Sorted<T>(T[] values) where T : IComparable<T> { var copy = (T[])values.Clone(); Array.Sort(copy); return copy; }
        }
        """);

    [Test]
    public void A_call_in_generic_code_runs_the_method_itself() => Assert.Multiple(() =>
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(Twice(1));
            static string Twice<T>(T x) => C.Show(x) + C.Show("s");
            public static class C { [Memoize] public static string Show<T>(T x) => typeof(T).Name + x; }
            """);
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo("Int321Strings\n"));
        Assert.That(run.Calls, Is.EqualTo(["miss C.Show<string>(\"s\")"]));
    });
}
