namespace Memo.Analyzers.Tests.Generation;

/// <summary>Two immutable arrays are equal when they are one array: which of them are is part of a key.</summary>
public sealed class ImmutableArrayTests
{
    private const string Methods = """
        static class C
        {
            [Memoize] public static bool SameIn(R a, R b) => a == b;
            [Memoize] public static int Sum(ImmutableArray<int> a) => a.Sum();
            [Memoize] public static ImmutableArray<int> None(int x) => [];
            [Memoize] public static R Twice(int x) { ImmutableArray<int> a = [x]; return new(a, a); }
        }
        record R(ImmutableArray<int> A, ImmutableArray<int> B);
        """;

    private static void Check(string statements, string[] expected)
    {
        using var program = new MemoizedProgram("using System.Collections.Immutable;\n" + statements + "\n" + Methods);
        program.Start();
        var again = program.Start();
        Assert.Multiple(() =>
        {
            Assert.That(again.Output, Is.EqualTo(program.Start("off").Output));
            Assert.That(again.Calls.Select(call => call.Split(' ')[0]), Is.EqualTo(expected));
        });
    }

    [Test]
    public void One_array_twice_is_another_call_than_two_equal_ones() => Check(
        "ImmutableArray<int> a = [1, 2], b = [1, 2]; Console.WriteLine(C.SameIn(new(a, b), new(a, b))); Console.WriteLine(C.SameIn(new(a, b), new(b, a)));", ["hit", "hit"]);

    [Test]
    public void Equal_arrays_are_one_call_where_only_one_is_given() => Check(
        "Console.WriteLine(C.Sum([1, 2])); Console.WriteLine(C.Sum([1, 2]));", ["hit", "hit"]);

    [Test]
    public void The_empty_one_stays_the_empty_one() => Check(
        "Console.WriteLine(C.None(1) == ImmutableArray<int>.Empty); Console.WriteLine(C.SameIn(new([], []), new([], [])));", ["hit", "hit"]);

    [Test]
    public void A_result_that_holds_one_array_twice_is_not_remembered() => Check(
        "var r = C.Twice(1); Console.WriteLine(r.A == r.B);", ["miss"]);
}
