namespace Memo.Analyzers.Tests.Generation;

public sealed class ValueTests
{
    [Test]
    public void Every_keyable_and_storable_type_of_the_framework_comes_back() => MemoizedProgram.RemembersAll(23, """
        using System.Collections.Immutable;
        static void Show(object? value) => Console.WriteLine(value switch
        {
            string text => text,
            System.Collections.IEnumerable many => value.GetType().Name + "[" + string.Join(";", many.Cast<object>()) + "]",
            _ => value?.GetType().Name + " " + FormattableString.Invariant($"{value}"),
        });
        Show(C.Double(0.1)); Show(C.Text("é\uD83D\uDE00\0")); Show(C.Decimal(1.10m)); Show(C.Guid(Guid.Empty));
        Show(C.Time(new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc))); Show(C.Offset(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(2))));
        Show(C.Date(new DateOnly(2024, 2, 29))); Show(C.Span(TimeSpan.FromTicks(7))); Show(C.Day(DayOfWeek.Friday));
        Show(C.Maybe(null)); Show(C.Maybe(3)); Show(C.Null(null)); Show(C.Array([1, 2])); Show(C.List(["a", "b"]));
        Show(C.Map(new() { ["z"] = 1, ["a"] = 2 })); Show(C.Set([3, 1, 2])); Show(C.Immutable([1, 2])); Show(C.Pair(new("k", 1)));
        Show(C.Tuple((1, "x"))); Show(C.Sequence(new[] { 1, 2 })); Show(C.ReadOnly(new List<double> { 1.5, 2.5 })); Show(C.Jagged([[1], [2, 3]])); Show(C.Char('c'));
        public static class C
        {
            [Memoize] public static double Double(double x) => x + 0.2;
            [Memoize] public static string Text(string x) => x + "|";
            [Memoize] public static decimal Decimal(decimal x) => x * 1.0m;
            [Memoize] public static Guid Guid(Guid x) => x;
            [Memoize] public static DateTime Time(DateTime x) => x.AddDays(1);
            [Memoize] public static DateTimeOffset Offset(DateTimeOffset x) => x.AddDays(1);
            [Memoize] public static DateOnly Date(DateOnly x) => x.AddDays(1);
            [Memoize] public static TimeSpan Span(TimeSpan x) => x * 2;
            [Memoize] public static DayOfWeek Day(DayOfWeek x) => x - 1;
            [Memoize] public static int? Maybe(int? x) => x + 1;
            [Memoize] public static string? Null(string? x) => x;
            [Memoize] public static int[] Array(int[] x) => [.. x, 3];
            [Memoize] public static List<string> List(List<string> x) => [.. x, "c"];
            [Memoize] public static Dictionary<string, int> Map(Dictionary<string, int> x) => new(x) { ["m"] = 3 };
            [Memoize] public static HashSet<int> Set(HashSet<int> x) => [.. x, 9];
            [Memoize] public static ImmutableArray<int> Immutable(ImmutableArray<int> x) => x.Add(3);
            [Memoize] public static KeyValuePair<string, int> Pair(KeyValuePair<string, int> x) => new(x.Key + "!", x.Value);
            [Memoize] public static (int, string) Tuple((int Number, string Text) x) => (x.Number + 1, x.Text);
            [Memoize] public static int Sequence(IEnumerable<int> x) => x.Sum();
            [Memoize] public static double ReadOnly(IReadOnlyList<double> x) => x[0] + x.Count;
            [Memoize] public static int[] Jagged(int[][] x) => [.. x.SelectMany(y => y)];
            [Memoize] public static char Char(char x) => (char)(x + 1);
        }
        """);

    [Test]
    public void Types_of_the_project_come_back_by_all_their_fields() => MemoizedProgram.RemembersAll(3, """
        var document = C.Parse("b a b");
        Console.WriteLine(document.Describe());
        Console.WriteLine(C.Count(document));
        Console.WriteLine(C.Move(new Point(1, 2)));
        public enum Kind { Plain, Rich }
        public record struct Point(int X, int Y);
        public class Node { protected int Depth = 3; }
        public sealed class Document : Node
        {
            private readonly string[] _words;
            public Document(string[] words, Kind kind) { _words = words; Kind = kind; }
            public Kind Kind { get; }
            public int? Limit { get; init; }
            public string Describe() => string.Join(',', _words) + Kind + Limit + Depth;
            public int Length => _words.Length;
        }
        public static class C
        {
            [Memoize] public static Document Parse(string text) => new(text.Split(' '), Kind.Rich) { Limit = 4 };
            [Memoize] public static int Count(Document document) => document.Length;
            [Memoize] public static Point Move(Point p) => p with { X = p.X + 1 };
        }
        """);

    [Test]
    public void A_lazy_sequence_is_a_bypass_and_an_array_is_not()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(C.Sum(Enumerable.Range(1, 3).Where(x => x > 1)));
            Console.WriteLine(C.Sum(new[] { 2, 3 }));
            Console.WriteLine(C.Sum(new List<int> { 2, 3 }));
            public static class C { [Memoize] public static int Sum(IEnumerable<int> xs) { var sum = 0; foreach (var x in xs) sum += x; return sum; } }
            """);
        program.Start();
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo("5\n5\n5\n"));
        Assert.That(second.Calls.Select(c => c.Split(' ')[0]), Is.EqualTo(["bypass", "hit", "hit"]), string.Join('\n', second.Log));
    }

    [Test]
    public void Arguments_that_differ_only_a_little_are_different_calls()
    {
        using var program = new MemoizedProgram("""
            C.F(0.0); C.F(-0.0); C.G("a", "bc"); C.G("ab", "c"); C.G("", null); C.G(null, "");
            C.H([1, 2], []); C.H([1], [2]); C.I(1.0m); C.I(1.00m);
            public static class C
            {
                [Memoize] public static double F(double x) => 1 / x;
                [Memoize] public static string G(string? x, string? y) => x + y;
                [Memoize] public static int H(int[] x, int[] y) => x.Length - y.Length;
                [Memoize] public static decimal I(decimal x) => x;
            }
            """);
        Assert.That(program.Start().Of("hit"), Is.Empty);
    }

    [Test]
    public void A_caller_that_changes_a_result_does_not_change_the_next_one()
    {
        using var program = new MemoizedProgram("""
            var xs = C.F(1); xs.Add(9);
            Console.WriteLine(string.Join(",", C.F(1)));
            public static class C { [Memoize] public static List<int> F(int x) => [x]; }
            """);
        Assert.That(program.Start().Output, Is.EqualTo("1\n"));
        Assert.That(program.Start().Output, Is.EqualTo("1\n"));
    }
}
