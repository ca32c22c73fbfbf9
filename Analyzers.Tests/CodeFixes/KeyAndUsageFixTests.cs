using Memo.CodeFixes.Keys;
using Memo.CodeFixes.Usage;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO201 and MEMO302.</summary>
public sealed class KeyAndUsageFixTests
{
    [Test]
    public Task A_parameter_is_left_out_of_the_key() => FixTest.Mends<LeaveOutOfKey>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static int F(int x, Stream {|MEMO201:log|}, /* how many */ Action {|MEMO201:done|}) => x;
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static int F(int x, [NotKeyed("")] Stream log, /* how many */ [NotKeyed("")] Action done) => x;
        }
        """, iterations: 2);

    [TestCase("xs.Select({|MEMO302:F|})", "xs.Select(x => F(x))")]
    [TestCase("xs.Select({|MEMO302:C.F|})", "xs.Select(x => C.F(x))")]
    [TestCase("xs.Select({|MEMO302:G|})", "xs.Select((x, i) => G(x, i))")]
    public Task A_delegate_calls_through_a_lambda(string before, string after) => FixTest.Mends<CallThroughLambda>(Source(before), Source(after));

    [Test]
    public Task A_name_that_is_taken_is_not_used_again() => FixTest.Mends<CallThroughLambda>(
        """
        using Memo;
        static class C
        {
            [Memoize] public static int F(int x) => x;
            public static Func<int, int> Of(int x) => {|MEMO302:F|};
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize] public static int F(int x) => x;
            public static Func<int, int> Of(int x) => x1 => F(x1);
        }
        """);

    [Test]
    public Task Nothing_is_offered_for_another_way_round_the_cache() => FixTest.OffersNothing<CallThroughLambda>(
        """
        using Memo;
        class B { [Memoize] public virtual int F(int x) => x; }
        class D : B { public override int F(int x) => {|MEMO302:base.F(x)|}; }
        """);

    private static string Source(string expression) => $$"""
        using Memo;
        static class C
        {
            [Memoize] public static int F(int x) => x;
            [Memoize] public static int G(int x, int i) => x + i;
            public static int[] All(int[] xs) => {{expression}}.ToArray();
        }
        """;
}
