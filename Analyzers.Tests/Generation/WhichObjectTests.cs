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
}
