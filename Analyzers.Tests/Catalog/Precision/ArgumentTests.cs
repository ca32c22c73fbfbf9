namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>Where the arguments of a call show how much of an effect there is.</summary>
public sealed class ArgumentTests
{
    [Test]
    public Task A_format_that_is_the_same_everywhere_follows_no_culture() => Check.MembersWithInfo("""
        [Memoize] public static string A(DateTime d) => d.ToString("o");
        [Memoize] public static string B(DateTime d) => {|MEMO105:d.ToString("d")|};
        [Memoize] public static string C1(DateTimeOffset d) => $"{d:s}";
        [Memoize] public static string D(TimeSpan d) => d.ToString("c") + $"{d:t}";
        [Memoize] public static string E(DateTime d, string format) => {|MEMO105:d.ToString(format)|};
        [Memoize] public static string F(double d) => $"{|MEMO105:{d:r}|}";
        [Memoize] public static string G(DateOnly d) => d.ToString("O") + {|MEMO105:d.ToString("D")|};
        """);

    [Test]
    public Task A_format_that_says_the_whole_date_leaves_nothing_to_the_clock() => Check.Members("""
        [Memoize] public static DateTime A(string s) => DateTime.ParseExact(s, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
        [Memoize] public static DateTime B(string s) => DateTime.ParseExact(s, "o", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        [Memoize] public static DateTimeOffset C1(string s) => DateTimeOffset.ParseExact(s, "yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture);
        [Memoize] public static DateTime D(string s) => {|MEMO104:DateTime.ParseExact(s, "'year' MM-dd", CultureInfo.InvariantCulture)|};
        [Memoize] public static DateTime E(string s) => {|MEMO104:DateTime.ParseExact(s, "t", CultureInfo.InvariantCulture)|};
        [Memoize] public static DateTime F(string s) => {|MEMO104:DateTime.ParseExact(s, @"\y MM-dd", CultureInfo.InvariantCulture)|};
        """);

    [Test]
    public Task A_format_of_texts_and_integers_says_nothing() => Check.MembersWithInfo("""
        [Memoize] public static string A(string x, int y) => string.Format("{0} {1}", x, y);
        [Memoize] public static string B(string x, int y) => string.Format("{0} {1} {2} {3}", x, y, y, y);
        [Memoize] public static string C1(string x, double y) => {|MEMO105:string.Format("{0} {1} {2} {3}", x, y, y, y)|};
        [Memoize] public static string D(string x, decimal y) => {|MEMO105:string.Format("{0} {1}", x, y)|};
        [Memoize] public static string E(int x) => new StringBuilder().AppendFormat("{0:N0}", x).ToString();
        [Memoize] public static string F(double[] x) => {|MEMO105:string.Join(",", x)|};
        [Memoize] public static string G(int[] x) => string.Join(",", x) + string.Concat(x);
        [Memoize] public static string H(int? x) => x.ToString() + new KeyValuePair<string, int>("a", 1).ToString();
        [Memoize] public static string I(double? x) => {|MEMO105:x.ToString()|};
        """);

    [Test]
    public Task Only_what_is_compared_counts() => Check.MembersWithInfo("""
        [Memoize] public static int A(string x) { var d = {|MEMO105:new SortedDictionary<string, int>()|}; d.Add(x, 1); return d[x]; }
        [Memoize] public static int B(string x) { var d = new SortedDictionary<string, int>(StringComparer.Ordinal); d.Add(x, 1); return d[x]; }
        [Memoize] public static int C1(int x) { var d = new SortedDictionary<int, string>(); d.Add(x, ""); return d.Count; }
        [Memoize] public static int D(string x) { var q = new PriorityQueue<string, int>(); q.Enqueue(x, 1); return q.Dequeue().Length; }
        [Memoize] public static int E(string x) { var q = {|MEMO105:new PriorityQueue<int, string>()|}; q.Enqueue(1, x); return q.Dequeue(); }
        [Memoize] public static DateTime F(string[] x) => x.Max(a => new DateTime(a.Length));
        [Memoize] public static int G(string x) { var s = {|MEMO105:new SortedSet<string>()|}; s.Add(x); return s.Count; }
        """);

    [Test]
    public Task A_parallel_query_that_is_told_to_keep_the_order_keeps_it() => Check.Members("""
        [Memoize] public static int[] A(int[] x) => x.AsParallel().AsOrdered().Select(a => a * 2).ToArray();
        [Memoize] public static int[] B(int[] x) => {|MEMO104:x.AsParallel().AsOrdered().AsUnordered().Select(a => a * 2).ToArray()|};
        [Memoize] public static int C1(int[] x) => x.AsParallel().AsOrdered().Where(a => a > 1).First();
        [Memoize] public static List<int> D(int[] x) => (from a in x.AsParallel().AsOrdered() where a > 1 select a).ToList();
        [Memoize] public static int E(int[] x) { var s = 0; foreach (var a in x.AsParallel().AsOrdered().Select(b => b)) s = s * 3 + a; return s; }
        [Memoize] public static double F(double[] x) => {|MEMO104:x.AsParallel().AsOrdered().Sum()|};
        """);

    [Test]
    public Task What_is_hashed_or_copied_stays_what_it_was() => Check.Members("""
        [Memoize] public static string A(byte[] x) { using var h = System.Security.Cryptography.SHA256.Create(); return Convert.ToHexString(h.ComputeHash(x)); }
        [Memoize] public static byte[] B(byte[] k, byte[] x) { using var h = new System.Security.Cryptography.HMACSHA256(k); return h.ComputeHash(x); }
        [Memoize] public static byte[] C1(byte[] x)
        {
            using var h = System.Security.Cryptography.SHA256.Create();
            h.TransformBlock(x, 0, 1, null, 0);
            h.TransformFinalBlock(x, 0, 1);
            return h.Hash!;
        }
        [Memoize] public static byte[] D(byte[] x) { using var h = System.Security.Cryptography.SHA256.Create(); {|MEMO106:h.TransformBlock(x, 0, 1, x, 0)|}; return x; }
        [Memoize] public static int E(int[] x) { Span<int> s = stackalloc int[4]; x.AsSpan(0, 2).CopyTo(s); s.Fill(1); return s[0]; }
        [Memoize] public static int F(int[][] x) { var s = new int[4][]; x.CopyTo(s, 0); {|MEMO106:s[0][0] = 1|}; return s[0][0]; }
        """);
}
