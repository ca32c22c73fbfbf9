using Memo.CodeFixes.Lifting;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO102, 104, 105: what a method finds out by itself moves to its callers.</summary>
public sealed class LiftToParameterTests
{
    [Test]
    public Task The_clock_moves_to_the_callers_through_helpers_and_files() => FixTest.Mends<LiftToParameter>(
        [
            """
            using Memo;
            static class Pipeline
            {
                [Memoize]
                public static string Load(string name, int retries = 3) => {|MEMO104:Stamp.Of(name)|} + retries;

                public static string Twice(string name) => Load(name) + Load(name, 4) + Load(retries: 5, name: name) + nameof(Load);
            }
            """,
            """
            static class Stamp
            {
                public static string Of(string name) => name + Time().Ticks;
                private static DateTime Time()
                {
                    // now
                    return DateTime.UtcNow; // here
                }

                public static string Other => Of("x");
            }
            """,
        ],
        [
            """
            using Memo;
            static class Pipeline
            {
                [Memoize]
                public static string Load(string name, DateTime utcNow, int retries = 3) => Stamp.Of(name, utcNow) + retries;

                public static string Twice(string name) => Load(name, DateTime.UtcNow) + Load(name, DateTime.UtcNow, 4) + Load(retries: 5, name: name, utcNow: DateTime.UtcNow) + nameof(Load);
            }
            """,
            """
            static class Stamp
            {
                public static string Of(string name, DateTime utcNow) => name + Time(utcNow).Ticks;
                private static DateTime Time(DateTime utcNow)
                {
                    // now
                    return utcNow; // here
                }

                public static string Other => Of("x", DateTime.UtcNow);
            }
            """,
        ]);

    [Test]
    public Task Overrides_and_interfaces_get_the_parameter_too() => FixTest.Mends<LiftToParameter>(
        """
        using Memo;
        interface IClock { int Of(int x); }
        abstract class Base : IClock { public abstract int Of(int x); }
        sealed class One : Base
        {
            [Memoize]
            public override int Of(int x) => x + {|MEMO105:Environment.ProcessorCount|};
        }
        sealed class Two : Base { public override int Of(int x) => x; }
        static class User
        {
            public static int Run(IClock clock, Base b) => clock.Of(1) + b.Of(2);
        }
        """.Replace("clock.Of(1) + b.Of(2)", "{|MEMO302:clock.Of(1)|} + {|MEMO302:b.Of(2)|}", StringComparison.Ordinal),
        """
        using Memo;
        interface IClock { int Of(int x, int processorCount); }
        abstract class Base : IClock { public abstract int Of(int x, int processorCount); }
        sealed class One : Base
        {
            [Memoize]
            public override int Of(int x, int processorCount) => x + processorCount;
        }
        sealed class Two : Base { public override int Of(int x, int processorCount) => x; }
        static class User
        {
            public static int Run(IClock clock, Base b) => {|MEMO302:clock.Of(1, Environment.ProcessorCount)|} + {|MEMO302:b.Of(2, Environment.ProcessorCount)|};
        }
        """);

    [Test]
    public Task A_static_moves_where_callers_can_see_it() => FixTest.Mends<LiftToParameter>(
        """
        using Memo;
        namespace App
        {
            public static class Settings { public static int Limit = 3; }
            static class Pipeline
            {
                [Memoize]
                public static int Load(int x) => x + {|MEMO102:Settings.Limit|};
            }
        }
        namespace Else
        {
            static class User { public static int[] Run(int[] xs) => xs.Select(x => App.Pipeline.Load(x)).ToArray(); }
        }
        """,
        """
        using Memo;
        namespace App
        {
            public static class Settings { public static int Limit = 3; }
            static class Pipeline
            {
                [Memoize]
                public static int Load(int x, int limit) => x + limit;
            }
        }
        namespace Else
        {
            static class User { public static int[] Run(int[] xs) => xs.Select(x => App.Pipeline.Load(x, App.Settings.Limit)).ToArray(); }
        }
        """);

    [Test]
    public Task A_name_that_is_taken_is_not_used_again() => FixTest.Mends<LiftToParameter>(
        """
        using Memo;
        static class C { [Memoize] public static string F(string machineName) => machineName + {|MEMO105:Environment.MachineName|}; }
        """,
        """
        using Memo;
        static class C { [Memoize] public static string F(string machineName, string machineName1) => machineName + machineName1; }
        """);

    [Test]
    public Task What_is_drawn_is_passed_not_who_draws_it() => FixTest.Mends<LiftToParameter>(
        "using Memo; static class C { [Memoize] public static int F(int x) => x + {|MEMO104:Random.Shared|}.Next(5); public static int G() => F(1); }",
        "using Memo; static class C { [Memoize] public static int F(int x, int next) => x + next; public static int G() => F(1, Random.Shared.Next(5)); }");

    // A use that cannot be given an argument, a private static of another class, a value for each round of a loop, a place that is changed.
    [TestCase("[Memoize] public static long F(int x) => {|MEMO104:DateTime.UtcNow|}.Ticks; public static Func<int, long> G() => {|MEMO302:F|};")]
    [TestCase("[Memoize] public static double F(int x) { double sum = 0; for (var i = 0; i < x; i++) sum += {|MEMO104:Random.Shared|}.NextDouble(); return sum; }")]
    [TestCase("[Memoize] public static string? F(string x) => {|MEMO105:Environment.GetEnvironmentVariable(x)|};")]
    [TestCase("[Memoize] public static long F(int x) => {|MEMO104:Now|}.Ticks; private static DateTime Now => DateTime.UtcNow;")]
    public Task Where_it_cannot_be_done_it_is_not_offered(string members) => FixTest.OffersNothing<LiftToParameter>($"using Memo; static class C {{ {members} }}");

    [Test]
    public Task A_private_static_is_not_passed_by_those_who_cannot_see_it() => FixTest.OffersNothing<LiftToParameter>(
        """
        using Memo;
        static class C { private static int s_limit = 1; public static void Set() => s_limit = 2; [Memoize] public static int F(int x) => x + {|MEMO102:s_limit|}; }
        static class D { public static int G() => C.F(1); }
        """);
}
