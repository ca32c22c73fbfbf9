namespace Memo.Analyzers.Tests.Generation;

/// <summary>Programs that ask whether a result is one object or another.</summary>
public sealed class WhichObjectTests
{
    private const string Types = """
        sealed class Color(string name) { public string Name { get; } = name; public static readonly Color Red = new("red"); public static Color Blue { get; } = new("blue"); }
        sealed class Tree<T>(T value) { private static readonly Tree<T> s_leaf = new(default!); public T Value { get; } = value; public static Tree<T> Leaf => s_leaf; }
        abstract class Answer(int code) { public static readonly Answer Yes = new Plain(1); public int Code { get; } = code; sealed internal class Plain(int code) : Answer(code); }
        sealed record Money(int Cents) { public static readonly Money None = new(0); }
        sealed record Painted(Color Color);
        static class Colors
        {
            public static readonly Color Green = new("green");
            public static Color Grey { get; } = new("grey");
            public static readonly Color White;
            static Colors() => White = new("white");
            public static readonly ImmutableArray<Color> All = [Green, new("black")];
            public static readonly ImmutableDictionary<string, Color> ByName = ImmutableDictionary<string, Color>.Empty.Add("pink", new("pink"));
            public static Color Named(string name) => ByName[name];
            public static readonly Money Much = new(1000);
        }
        static class Of<T> { public static readonly Color One = new("one"); private static readonly Color s_two = new("two"); public static Color Two() => s_two; }
        static class Hidden { private static readonly Color s_one = new("one"); public static Color One() => s_one; }
        struct HiddenToo { private static readonly Color s_one = new("one"); public static Color One() => s_one; }

        """;

    private static MemoizedProgram.Run[] Runs(string statements, string methods)
    {
        using var program = new MemoizedProgram($"using System.Collections.Immutable;\n{statements}\nstatic class C\n{{\n{methods}\n}}\n{Types}");
        MemoizedProgram.Run[] runs = [program.Start("off"), program.Start(), program.Start()];
        Assert.That(runs.Select(run => run.Output), Is.All.EqualTo(runs[0].Output), string.Join('\n', runs[1].Log));
        return runs;
    }

    [TestCase("C.F(1) == Color.Red", "Color F(int x) => x > 0 ? Color.Red : Color.Blue")]
    [TestCase("C.F(0) == Color.Blue", "Color F(int x) => x > 0 ? Color.Red : Color.Blue")]
    [TestCase("C.F(1)[0] == Color.Red", "List<Color> F(int x) => [Color.Red]")]
    [TestCase("C.F(Color.Red) == Color.Red", "Color F(Color x) => x")]
    [TestCase("C.F(1).Color == Color.Red", "Painted F(int x) => new(Color.Red)")]
    [TestCase("C.F(Tree<string>.Leaf) == Tree<string>.Leaf", "Tree<string> F(Tree<string> x) => x")]
    [TestCase("C.F(1) == Answer.Yes", "Answer F(int x) => Answer.Yes")]
    public void A_known_object_is_not_stored(string expression, string method)
    {
        var runs = Runs($"Console.WriteLine({expression});", $"[Memoize] public static {method};");
        Assert.That(runs[2].Of("miss"), Has.Length.EqualTo(1), string.Join("\n", runs[2].Log));
        Assert.That(runs[2].Log, Has.Some.Contains("not stored: the result holds the object"));
    }

    [TestCase("C.F(1) == Color.Red", "Color F(int x) => new(\"red\")")]
    [TestCase("C.F(1) == Money.None", "Money F(int x) => Money.None")]
    [TestCase("C.F(1) == Tree<int>.Leaf", "Tree<int> F(int x) => new(x)")]
    [TestCase("C.F(1) == Answer.Yes", "Answer F(int x) => new Answer.Plain(1)")]
    public void Another_object_is_stored_and_so_is_what_compares_by_value(string expression, string method) =>
        Assert.That(Runs($"Console.WriteLine({expression});", $"[Memoize] public static {method};")[2].Of("hit"), Has.Length.EqualTo(1));

    [TestCase("C.F(1) == C.F(1)", "Color F(int x) => new(\"red\")")]
    [TestCase("new HashSet<Color> { C.F(1), C.F(1) }.Count", "Color F(int x) => new(\"red\")")]
    [TestCase("C.F(1) == C.F(1)", "ImmutableArray<int> F(int x) => [x]")]
    [TestCase("C.F(1) == C.F(1)", "ImmutableList<int> F(int x) => [x]")]
    [TestCase("C.F(1) == C.F(1)", "Tuple<int> F(int x) => new(x)")]
    [TestCase("C.F(1) == C.F(1)", "Painted F(int x) => new(new Color(\"red\"))")]
    [TestCase("C.F(1) == C.F(1)", "Money F(int x) => new(x)")]
    public void Two_calls_give_two_objects_where_that_can_be_seen(string expression, string method) =>
        Assert.That(Runs($"Console.WriteLine({expression});", $"[Memoize] public static {method};")[2].Of("hit"), Has.Length.EqualTo(2));

    [Test]
    public void A_known_object_is_another_argument_than_one_that_is_like_it()
    {
        var runs = Runs("C.F(Color.Red); C.F(new Color(\"red\")); C.F(Color.Red);", "[Memoize] public static int F(Color x) => x.Name.Length;");
        Assert.That(runs[1].Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(["miss", "miss", "hit"]));
    }

    [TestCase("C.F(1) == Colors.Green", "Color F(int x) => Colors.Green")]
    [TestCase("C.F(1) == Colors.Grey", "Color F(int x) => x > 0 ? Colors.Grey : Colors.Green")]
    [TestCase("C.F(1) == Colors.White", "Color F(int x) => Colors.White")]
    [TestCase("C.F(1) == Colors.All[1]", "Color F(int x) => Colors.All[x]")]
    [TestCase("C.F(1) == Colors.ByName[\"pink\"]", "Color F(int x) => Colors.Named(\"pink\")")]
    [TestCase("C.F(1)[0] == Colors.Green", "List<Color> F(int x) => [Colors.Green]")]
    [TestCase("C.F(1).Color == Colors.Green", "Painted F(int x) => new(Colors.Green)")]
    [TestCase("C.F(1) == Of<int>.One", "Color F(int x) => Of<int>.One")]
    [TestCase("C.F(1) == Hidden.One()", "Color F(int x) => Hidden.One()")]
    [TestCase("C.F(1) == HiddenToo.One()", "Color F(int x) => HiddenToo.One()")]
    public void Nor_is_one_that_a_static_of_another_class_holds(string expression, string method)
    {
        var runs = Runs($"Console.WriteLine({expression});", $"[Memoize] public static {method};");
        Assert.That(runs[2].Of("miss"), Has.Length.EqualTo(1), string.Join("\n", runs[2].Log));
        Assert.That(runs[2].Log, Has.Some.Contains("holds an object of the static"));
    }

    [TestCase("C.F(1) == Of<int>.Two()", "Color F(int x) => Of<int>.Two()")]
    [TestCase("C.F<int>() == Of<int>.One", "Color F<T>() => Of<T>.One")]
    public void Nor_is_one_of_those_that_a_generic_class_holds(string expression, string method) =>
        Assert.That(Runs($"Console.WriteLine({expression});", $"[Memoize] public static {method};")[2].Of("hit"), Is.Empty);

    [Test]
    public void Nor_is_one_that_an_inner_memoized_method_took_from_there()
    {
        var runs = Runs("Console.WriteLine(C.F(1) == Colors.Green);", "[Memoize] public static Color F(int x) => G(x); [Memoize] private static Color G(int x) => Colors.Green;");
        Assert.That(runs[2].Of("hit"), Is.Empty);
    }

    [TestCase("C.F(1) == Colors.Green", "Color F(int x) => new(Colors.Green.Name)")]
    [TestCase("C.F(1) == Colors.Much", "Money F(int x) => Colors.Much")]
    [TestCase("C.F(1)", "int F(int x) => Colors.All.Length")]
    public void What_was_only_made_from_it_is_stored(string expression, string method) =>
        Assert.That(Runs($"Console.WriteLine({expression});", $"[Memoize] public static {method};")[2].Of("hit"), Has.Length.EqualTo(1));

    [TestCase("C.F([Colors.Green]); C.F([new Color(\"green\")]); C.F([Colors.Green]);", "bool F(Color[] x) => x.Contains(s_mine)")]
    [TestCase("C.F([Colors.Green]); C.F([new Color(\"green\")]); C.F([Colors.Green]);", "bool F(List<Color> x) => x.Contains(Colors.Green)")]
    [TestCase("C.F(Colors.All[1]); C.F(new Color(\"black\")); C.F(Colors.All[1]);", "bool F(Color x) => Colors.All.Contains(x)")]
    public void As_an_argument_it_is_not_one_that_is_like_it(string calls, string method)
    {
        var runs = Runs(calls.Replace("C.F(", "Console.WriteLine(C.F(", StringComparison.Ordinal).Replace(");", "));", StringComparison.Ordinal), $"[Memoize] public static {method}; static readonly Color s_mine = Colors.Green;");
        Assert.That(runs[1].Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(["miss", "miss", "hit"]), string.Join('\n', runs[1].Log));
    }

    [Test]
    public void Where_the_code_does_not_come_across_it_it_is()
    {
        var runs = Runs("C.F(Colors.Green); C.F(new Color(\"green\"));", "[Memoize] public static int F(Color x) => x.Name.Length;");
        Assert.That(runs[1].Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(["miss", "hit"]), string.Join('\n', runs[1].Log));
    }

    [Test]
    public void A_static_that_cannot_be_looked_into_leaves_it_open()
    {
        var runs = Runs("Console.WriteLine(C.F(new Color(\"a\")));", "sealed class Rule(Color color, Func<int, int> f) { public readonly Color Color = color; public readonly Func<int, int> F = f; }"
            + " static readonly Rule s_rule = new(new(\"a\"), x => x + 1); [Memoize] public static bool F(Color x) => x == s_rule.Color;");
        Assert.That(runs[1].Of("bypass"), Has.Length.EqualTo(1), string.Join('\n', runs[1].Log));
    }
}
