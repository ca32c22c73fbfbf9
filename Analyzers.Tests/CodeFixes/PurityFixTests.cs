using Memo.CodeFixes.Purity;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO102, 105, 106: the code becomes pure.</summary>
public sealed class PurityFixTests
{
    [Test]
    public Task A_collection_that_is_changed_is_copied_first() => FixTest.Mends<CopyFirst>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static int F(int[] xs)
            {
                // in order
                {|MEMO106:Array.Sort(xs)|};
                return xs[0];
            }

            [Memoize]
            public static bool G(HashSet<string> names, string name) => {|MEMO106:names.Add(name)|};
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static int F(int[] xs)
            {
                xs = [.. xs];
                // in order
                Array.Sort(xs);
                return xs[0];
            }

            [Memoize]
            public static bool G(HashSet<string> names, string name)
            {
                names = new(names, names.Comparer);
                return names.Add(name);
            }
        }
        """, iterations: 2);

    [Test]
    public Task What_the_collection_holds_is_not_copied() => FixTest.OffersNothing<CopyFirst>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static int F(List<List<int>> xs)
            {
                {|MEMO106:xs[0].Add(1)|};
                return 1;
            }
        }
        """);

    [TestCase("{|MEMO105:double.Parse(text)|}", "double.Parse(text, CultureInfo.InvariantCulture)")]
    [TestCase("{|MEMO105:1.5.ToString(\"N2\")|}.Length", "1.5.ToString(\"N2\", CultureInfo.InvariantCulture).Length")]
    [TestCase("{|MEMO105:text.ToUpper()|}.Length", "text.ToUpperInvariant().Length")]
    [TestCase("{|MEMO105:string.Format(\"{0:N2}\", 1.5)|}.Length", "string.Format(CultureInfo.InvariantCulture, \"{0:N2}\", 1.5).Length")]
    [TestCase("{|MEMO105:double.TryParse(text, out var x)|} ? x : 0", "double.TryParse(text, CultureInfo.InvariantCulture, out var x) ? x : 0")]
    [TestCase("$\"{|MEMO105:{1.5}|}\".Length", "string.Create(CultureInfo.InvariantCulture, $\"{1.5}\").Length")]
    public Task The_invariant_culture_is_named(string before, string after) => FixTest.Mends<UseInvariantCulture>(Source(before), Source(after));

    [Test]
    public Task In_a_helper_in_another_file_too_and_the_using_is_added() => FixTest.Mends<UseInvariantCulture>(
        ["using Memo; static class C { [Memoize] public static double F(string text) => {|MEMO105:Helper.Of(text)|}; }", "static class Helper { public static double Of(string text) => double.Parse(text); }"],
        ["using Memo; static class C { [Memoize] public static double F(string text) => Helper.Of(text); }", "static class Helper { public static double Of(string text) => double.Parse(text, CultureInfo.InvariantCulture); }"]);

    [Test]
    public Task Another_environment_has_no_invariant_one() => FixTest.OffersNothing<UseInvariantCulture>(
        "using Memo; static class C { [Memoize] public static string F(int x) => {|MEMO105:Environment.MachineName|}.ToString(); }");

    [Test]
    public Task A_field_that_nobody_assigns_becomes_readonly() => FixTest.Mends<MakeReadonly>(
        ["using Memo; static class C { [Memoize] public static int F(int x) => x + {|MEMO102:Limits.Most|}; }", "public static class Limits { /// <summary>Most.</summary>\npublic static int Most = 3; // lines\n static Limits() { Most = 4; } }"],
        ["using Memo; static class C { [Memoize] public static int F(int x) => x + Limits.Most; }", "public static class Limits { /// <summary>Most.</summary>\npublic static readonly int Most = 3; // lines\n static Limits() { Most = 4; } }"]);

    [Test]
    public Task One_that_is_assigned_does_not() => FixTest.OffersNothing<MakeReadonly>(
        "using Memo; public static class C { public static int Most = 3; [Memoize] public static int F(int x) => x + {|MEMO102:Most|}; public static void Set() => Most++; }");

    private static string Source(string expression) => $$"""
        using Memo;
        static class C
        {
            [Memoize]
            public static double F(string text) => {{expression}};
        }
        """;
}
