namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>What compares texts by default compares them by the culture; what is told a comparer, or compares numbers, does not.</summary>
public sealed class OrderTests
{
    [Test]
    public Task Texts_are_sorted_by_the_culture() => Check.MembersWithInfo("""
        [Memoize] public static List<string> A(List<string> x) { var l = x.ToList(); {|MEMO105:l.Sort()|}; return l; }
        [Memoize] public static List<string> B(List<string> x) { var l = x.ToList(); l.Sort(StringComparer.Ordinal); return l; }
        [Memoize] public static List<string> C1(List<string> x) { var l = x.ToList(); l.Sort((a, b) => string.CompareOrdinal(a, b)); return l; }
        [Memoize] public static List<int> D(List<int> x) { var l = x.ToList(); l.Sort(); return l; }
        [Memoize] public static string[] E(string[] x) { var a = x.ToArray(); {|MEMO105:Array.Sort(a)|}; return a; }
        [Memoize] public static string[] F(string[] x) { var a = x.ToArray(); Array.Sort(a, StringComparer.Ordinal); return a; }
        [Memoize] public static int[] G(int[] x) { var a = x.ToArray(); Array.Sort(a); return a; }
        [Memoize] public static int H(string[] x) => {|MEMO105:Array.BinarySearch(x, "a")|};
        [Memoize] public static int I(int[] x) => Array.BinarySearch(x, 3);
        """);

    [Test]
    public Task A_query_orders_texts_by_the_culture() => Check.MembersWithInfo("""
        [Memoize] public static string[] A(string[] x) => {|MEMO105:x.OrderBy(a => a)|}.ToArray();
        [Memoize] public static string[] B(string[] x) => x.OrderBy(a => a, StringComparer.Ordinal).ToArray();
        [Memoize] public static string[] C1(string[] x) => x.OrderBy(a => a.Length).ThenBy(a => a[0]).ToArray();
        [Memoize] public static string[] D(string[] x) => {|MEMO105:x.Order()|}.ToArray();
        [Memoize] public static string[] E(string[] x) => [.. x.Order(StringComparer.Ordinal)];
        [Memoize] public static string? F(string[] x) => {|MEMO105:x.Max()|};
        [Memoize] public static string? G(string[] x) => x.Max(StringComparer.Ordinal);
        [Memoize] public static string? H(string[] x) => x.MinBy(a => a.Length);
        [Memoize] public static string? I(int[] x) => {|MEMO105:x.Min(a => "a" + a)|};
        [Memoize] public static int J(int[] x) => x.Max() + x.Min();
        [Memoize] public static string[] K(string[] x) => {|MEMO105:x.OrderBy(a => (a.Length, a))|}.ToArray();
        """);

    [Test]
    public Task The_default_comparer_of_texts_is_the_culture_wherever_it_is_passed() => Check.MembersWithInfo("""
        [Memoize] public static string[] A(string[] x) => x.OrderBy(a => a, {|MEMO105:Comparer<string>.Default|}).ToArray();
        [Memoize] public static int[] B(int[] x) => x.OrderBy(a => a, Comparer<int>.Default).ToArray();
        [Memoize] public static bool C1(string x, string y) => EqualityComparer<string>.Default.Equals(x, y);
        """);

    [Test]
    public Task A_sorted_collection_of_texts_follows_the_culture() => Check.MembersWithInfo("""
        [Memoize] public static int A(int x) { var d = new SortedDictionary<int, int>(); d.Add(x, 1); return d.First().Value; }
        [Memoize] public static int B(int x) { var d = new SortedSet<int> { x, 2 }; return d.Min; }
        [Memoize] public static int C1(string x) { var d = new Dictionary<string, int> { [x] = 1 }; return d[x]; }
        [Memoize] public static int D(string x) { var d = new Dictionary<string, int>({|MEMO105:StringComparer.CurrentCulture|}) { [x] = 1 }; return d[x]; }
        [Memoize] public static int E(string x) { var d = {|MEMO105:new SortedList<string, int>()|}; return d.Count; }
        [Memoize] public static int F(string x) { var d = new SortedList<string, int>(StringComparer.Ordinal); return d.Count; }
        """);
}
