namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>Text that follows the culture where it is rarely meant, beside the same text that does not. Integers say nothing.</summary>
public sealed class TextTests
{
    [Test]
    public Task Fractions_are_parsed_by_the_culture_and_integers_say_nothing() => Check.MembersWithInfo("""
        [Memoize] public static double A(string s) => {|MEMO105:double.Parse(s)|};
        [Memoize] public static double B(string s) => double.Parse(s, CultureInfo.InvariantCulture);
        [Memoize] public static double C1(string s) => {|MEMO105:double.TryParse(s, out var d)|} ? d : 0;
        [Memoize] public static double D(string s) => double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : 0;
        [Memoize] public static decimal E(string s) => {|MEMO105:decimal.Parse(s)|};
        [Memoize] public static int F(string s) => int.Parse(s);
        [Memoize] public static int G(string s) => int.TryParse(s, out var i) ? i : 0;
        [Memoize] public static System.Numerics.BigInteger H(string s) => System.Numerics.BigInteger.Parse(s);
        [Memoize] public static double I(string s) => {|MEMO105:Convert.ToDouble(s)|};
        [Memoize] public static double J(string s) => Convert.ToDouble(s, CultureInfo.InvariantCulture);
        [Memoize] public static int K(string s) => Convert.ToInt32(s);
        [Memoize] public static Guid L(string s) => Guid.Parse(s);
        [Memoize] public static bool M(string s) => bool.Parse(s);
        [Memoize] public static DayOfWeek N(string s) => Enum.Parse<DayOfWeek>(s);
        """);

    [Test]
    public Task Fractions_are_formatted_by_the_culture_and_integers_say_nothing() => Check.MembersWithInfo("""
        [Memoize] public static string A(double x) => {|MEMO105:x.ToString()|};
        [Memoize] public static string B(double x) => {|MEMO105:x.ToString("F2")|};
        [Memoize] public static string C1(double x) => x.ToString("F2", CultureInfo.InvariantCulture);
        [Memoize] public static string D(decimal x) => {|MEMO105:x.ToString()|};
        [Memoize] public static string E(int x) => x.ToString();
        [Memoize] public static string F(int x) => x.ToString("N0");
        [Memoize] public static string G(System.Numerics.BigInteger x) => x.ToString();
        [Memoize] public static string H(double x) => {|MEMO105:Convert.ToString(x)|};
        [Memoize] public static string I(int x) => Convert.ToString(x, 16);
        [Memoize] public static string J(Guid x) => x.ToString("N");
        [Memoize] public static string K(bool x) => x.ToString();
        [Memoize] public static string L(DayOfWeek x) => x.ToString();
        [Memoize] public static string M(char x) => x.ToString();
        """);

    [Test]
    public Task Interpolated_and_joined_fractions_follow_the_culture() => Check.MembersWithInfo("""
        [Memoize] public static string A(double x) => $"{|MEMO105:{x:N}|}";
        [Memoize] public static string B(double x) => string.Create(CultureInfo.InvariantCulture, $"{x:N}");
        [Memoize] public static string C1(double x) => FormattableString.Invariant($"{x:N}");
        [Memoize] public static string D(int x) => $"{x:N}";
        [Memoize] public static string E(string x) => $"{x}!";
        [Memoize] public static string F(double x) => {|MEMO105:"x" + x|};
        [Memoize] public static string G(int x) => "x" + x;
        [Memoize] public static string H(string x) => "x" + x;
        [Memoize] public static string I(double x) => {|MEMO105:string.Format("{0}", x)|};
        [Memoize] public static string J(double x) => string.Format(CultureInfo.InvariantCulture, "{0}", x);
        [Memoize] public static string K(string[] x) => string.Join(",", x);
        [Memoize] public static string L(int[] x) => string.Join(",", x);
        """);

    [Test]
    public Task A_builder_formats_fractions_by_the_culture() => Check.MembersWithInfo("""
        [Memoize] public static string A(double x) => {|MEMO105:new StringBuilder().Append(x)|}.ToString();
        [Memoize] public static string B(string x) => new StringBuilder().Append(x).Append('c').Insert(0, "a").Replace('a', 'b').ToString();
        [Memoize] public static string C1(int x) => new StringBuilder().Append(x).ToString();
        [Memoize] public static string D(double x) => {|MEMO105:new StringBuilder().AppendFormat("{0}", x)|}.ToString();
        [Memoize] public static string E(double x) => new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, "{0}", x).ToString();
        [Memoize] public static string F(double x) => new StringBuilder().Append(CultureInfo.InvariantCulture, $"{x}").ToString();
        [Memoize] public static string G(double x) => new StringBuilder().Append($"{|MEMO105:{x}|}").ToString();
        [Memoize] public static string H(string x) { var b = new StringBuilder(); foreach (var c in x) b.Append(c); return b.ToString(0, b.Length); }
        """);

    [Test]
    public Task The_case_of_letters_follows_the_culture() => Check.MembersWithInfo("""
        [Memoize] public static string A(string s) => {|MEMO105:s.ToUpper()|};
        [Memoize] public static string B(string s) => s.ToUpperInvariant();
        [Memoize] public static string C1(string s) => s.ToUpper(CultureInfo.InvariantCulture);
        [Memoize] public static string D(string s) => {|MEMO105:s.ToLower()|};
        [Memoize] public static char E(char c) => {|MEMO105:char.ToUpper(c)|};
        [Memoize] public static char F(char c) => char.ToUpperInvariant(c);
        [Memoize] public static bool G(char c) => char.IsLetter(c) || char.IsUpper(c) || char.IsWhiteSpace(c);
        """);

    [Test]
    public Task Texts_are_ordered_by_the_culture_and_equal_by_their_characters() => Check.MembersWithInfo("""
        [Memoize] public static int A(string a, string b) => {|MEMO105:string.Compare(a, b)|};
        [Memoize] public static int B(string a, string b) => string.Compare(a, b, StringComparison.Ordinal);
        [Memoize] public static int C1(string a, string b) => {|MEMO105:string.Compare(a, b, StringComparison.CurrentCulture)|};
        [Memoize] public static int D(string a, string b) => {|MEMO105:string.Compare(a, b, true)|};
        [Memoize] public static int E(string a, string b) => string.Compare(a, b, true, CultureInfo.InvariantCulture);
        [Memoize] public static int F(string a, string b) => string.CompareOrdinal(a, b);
        [Memoize] public static int G(string a, string b) => {|MEMO105:a.CompareTo(b)|};
        [Memoize] public static bool H(string a, string b) => a == b && a.Equals(b) && string.Equals(a, b);
        [Memoize] public static bool I(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
        [Memoize] public static bool J(string a, string b) => {|MEMO105:a.Equals(b, StringComparison.CurrentCultureIgnoreCase)|};
        [Memoize] public static int K(string a, string b) => StringComparer.Ordinal.Compare(a, b);
        [Memoize] public static int L(string a, string b) => {|MEMO105:StringComparer.CurrentCulture|}.Compare(a, b);
        """);

    [Test]
    public Task A_text_is_searched_by_the_culture_and_a_character_is_not() => Check.MembersWithInfo("""
        [Memoize] public static bool A(string s) => {|MEMO105:s.StartsWith("a")|};
        [Memoize] public static bool B(string s) => s.StartsWith('a');
        [Memoize] public static bool C1(string s) => s.StartsWith("a", StringComparison.Ordinal);
        [Memoize] public static bool D(string s) => {|MEMO105:s.EndsWith("a")|};
        [Memoize] public static int E(string s) => {|MEMO105:s.IndexOf("a")|};
        [Memoize] public static int F(string s) => s.IndexOf('a');
        [Memoize] public static int G(string s) => s.IndexOf("a", StringComparison.Ordinal);
        [Memoize] public static int H(string s) => {|MEMO105:s.LastIndexOf("a")|};
        [Memoize] public static bool I(string s) => s.Contains("a");
        [Memoize] public static bool J(string s) => {|MEMO105:s.Contains("a", StringComparison.CurrentCulture)|};
        [Memoize] public static string K(string s) => s.Replace("a", "b").Trim().PadLeft(3).Substring(1).Insert(0, "x").Remove(0, 1);
        [Memoize] public static string L(string s) => {|MEMO105:s.Replace("a", "b", true, null)|};
        [Memoize] public static string[] M(string s) => s.Split(',', StringSplitOptions.TrimEntries);
        [Memoize] public static int N(string s) => s.AsSpan().IndexOf("a") + s.AsSpan().Trim().Length;
        [Memoize] public static bool O(string s) => {|MEMO105:s.AsSpan().StartsWith("a", StringComparison.CurrentCulture)|};
        """);

    [Test]
    public Task A_culture_that_callers_choose_is_judged_where_they_do() => Check.MembersWithInfo("""
        [Memoize] public static string A(double x) => Text(x, CultureInfo.InvariantCulture);
        [Memoize] public static string B(double x) => {|MEMO105:Text(x, {|MEMO105:CultureInfo.CurrentCulture|})|};
        private static string Text(double x, IFormatProvider provider) => x.ToString(provider);
        """);
}
