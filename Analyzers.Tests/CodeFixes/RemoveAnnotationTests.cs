using Memo.CodeFixes.Dependencies;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO301, 401, 402, 403: an attribute that says nothing, or something wrong.</summary>
public sealed class RemoveAnnotationTests
{
    [Test]
    public Task A_dependency_that_nothing_reads_goes_and_its_neighbours_stay() => FixTest.Mends<RemoveAnnotation>(
        """
        using Memo;
        static class C
        {
            /// <summary>Reads.</summary>
            [Memoize]
            [{|MEMO402:DependsOnFile("{path}")|}]
            [DependsOnEnvironment("HOME")] // used
            public static string? F(string path) => Environment.GetEnvironmentVariable("HOME") + path;

            // why
            [{|MEMO402:DependsOnFile("{path}")|}, Memoize]
            public static string G(string path) => path;
        }
        """,
        """
        using Memo;
        static class C
        {
            /// <summary>Reads.</summary>
            [Memoize]
            [DependsOnEnvironment("HOME")] // used
            public static string? F(string path) => Environment.GetEnvironmentVariable("HOME") + path;

            // why
            [Memoize]
            public static string G(string path) => path;
        }
        """, iterations: 2);

    [Test]
    public Task An_assumption_that_nobody_needs_goes() => FixTest.Mends<RemoveAnnotation>(
        """
        using Memo;
        static class C
        {
            [Memoize] public static int F(int x) => G(x);
            [{|MEMO403:AssumePure("it is")|}]
            static int G(int x) => x;
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize] public static int F(int x) => G(x);
            static int G(int x) => x;
        }
        """);

    [Test]
    public Task Where_there_is_no_result_there_is_nothing_to_memoize() => FixTest.Mends<RemoveAnnotation>(
        """
        using Memo;
        static class C
        {
            // first
            [Memoize]
            public static void {|MEMO301:F|}(int x) { }
        }
        """,
        """
        using Memo;
        static class C
        {
            // first
            public static void F(int x) { }
        }
        """);

    [Test]
    public Task One_that_only_lacks_its_reason_stays() => FixTest.OffersNothing<RemoveAnnotation>(
        """
        using Memo;
        static class C
        {
            [Memoize] public static int F(int x) => G(x);
            [{|MEMO403:AssumePure("")|}]
            static int G(int x) { Console.WriteLine(); return x; }
        }
        """);
}
