using Memo.CodeFixes.Purity;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO107, 108, 109: somebody answers for it.</summary>
public sealed class AssumePureTests
{
    [Test]
    public Task A_helper_in_another_file_is_accepted() => FixTest.Mends<AssumePure>(
        [
            """
            using Memo;
            static class C
            {
                [Memoize]
                public static int F(int x) => {|MEMO109:Log.Of(x)|};
            }
            """,
            """
            static class Log
            {
                /// <summary>Says it.</summary>
                public static int Of(int x)
                {
                    Console.WriteLine(x);
                    return x;
                }
            }
            """,
        ],
        [
            """
            using Memo;
            static class C
            {
                [Memoize]
                public static int F(int x) => Log.Of(x);
            }
            """,
            """
            static class Log
            {
                /// <summary>Says it.</summary>
                [{|MEMO403:AssumePure("")|}]
                public static int Of(int x)
                {
                    Console.WriteLine(x);
                    return x;
                }
            }
            """,
        ], key: nameof(AssumePure));

    [Test]
    public Task What_the_method_calls_itself_is_accepted_for_the_assembly() => FixTest.Mends<AssumePure>(
        """
        // A license.
        using Memo;

        static class C
        {
            [Memoize]
            public static int F(int x)
            {
                {|MEMO109:Console.WriteLine(x)|};
                return x;
            }
        }
        """,
        """
        // A license.
        using Memo;

        [assembly: {|MEMO403:AssumePure("M:System.Console.WriteLine(System.Int32)", "")|}]

        static class C
        {
            [Memoize]
            public static int F(int x)
            {
                Console.WriteLine(x);
                return x;
            }
        }
        """);

    [Test]
    public Task In_a_file_without_usings_it_comes_first() => FixTest.Mends<AssumePure>(
        """
        // A license.
        static class C
        {
            [Memo.Memoize]
            public static int F(int x)
            {
                {|MEMO109:Console.WriteLine(x)|};
                return x;
            }
        }
        """,
        """
        // A license.
        [assembly: {|MEMO403:AssumePure("M:System.Console.WriteLine(System.Int32)", "")|}]

        static class C
        {
            [Memo.Memoize]
            public static int F(int x)
            {
                Console.WriteLine(x);
                return x;
            }
        }
        """);
}
