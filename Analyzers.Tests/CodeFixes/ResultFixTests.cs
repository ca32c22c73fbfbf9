using Memo.CodeFixes.Keys;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO203 and MEMO204: what is returned.</summary>
public sealed class ResultFixTests
{
    [Test]
    public Task What_is_lazy_is_made() => FixTest.Mends<Materialize>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static IEnumerable<int> {|MEMO204:F|}(int count) => Enumerable.Range(0, count).Select(n => n * n); // all

            [Memoize]
            public static IEnumerable<int> {|MEMO204:G|}(int count)
            {
                if (count == 0) return new int[1];
                return count > 1 ? Enumerable.Range(0, count) : Enumerable.Repeat(1, 2);
            }
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static IEnumerable<int> F(int count) => Enumerable.Range(0, count).Select(n => n * n).ToList(); // all

            [Memoize]
            public static IEnumerable<int> G(int count)
            {
                if (count == 0) return new int[1];
                return (count > 1 ? Enumerable.Range(0, count) : Enumerable.Repeat(1, 2)).ToList();
            }
        }
        """, iterations: 2);

    [Test]
    public Task An_interface_that_is_always_lazy_becomes_a_list() => FixTest.Mends<Materialize>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static IOrderedEnumerable<int> {|MEMO204:F|}(int[] xs) => xs.OrderBy(x => x);
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static List<int> F(int[] xs) => xs.OrderBy(x => x).ToList();
        }
        """);

    [Test]
    public Task An_iterator_is_left_alone() => FixTest.OffersNothing<Materialize>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static IEnumerable<int> {|MEMO204:F|}(int count) { yield return count; }
        }
        """);

    [Test]
    public Task What_somebody_else_has_is_copied() => FixTest.Mends<CopyResult>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static double[] {|MEMO203:F|}(double[] samples) => samples.Length == 0 ? samples : [.. samples.Select(s => s / 2)];

            [Memoize]
            public static List<int> {|MEMO203:G|}(List<int> xs)
            {
                return xs; // the same
            }
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static double[] F(double[] samples) => samples.Length == 0 ? [.. samples] : [.. samples.Select(s => s / 2)];

            [Memoize]
            public static List<int> G(List<int> xs)
            {
                return [.. xs]; // the same
            }
        }
        """, iterations: 2);

    [Test]
    public Task Where_a_copy_would_lose_something_none_is_offered() => FixTest.OffersNothing<CopyResult>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static HashSet<int> {|MEMO203:F|}(HashSet<int> xs) => xs;
        }
        """);
}
