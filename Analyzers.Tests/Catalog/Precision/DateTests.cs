namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>Dates and times: their text follows the culture, a time of day without a date takes today's, a local time is the machine's.</summary>
public sealed class DateTests
{
    [Test]
    public Task A_date_that_leaves_something_out_reads_the_clock() => Check.MembersWithInfo("""
        [Memoize] public static DateTime A(string s) => {|MEMO104:{|MEMO105:DateTime.Parse(s)|}|};
        [Memoize] public static DateTime B(string s) => {|MEMO104:DateTime.Parse(s, CultureInfo.InvariantCulture)|};
        [Memoize] public static DateTime C1(string s) => DateTime.ParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        [Memoize] public static DateTime D(string s) => {|MEMO104:DateTime.ParseExact(s, "HH:mm", CultureInfo.InvariantCulture)|};
        [Memoize] public static DateTime E(string s) => {|MEMO105:DateTime.ParseExact(s, "yyyy-MM-dd", null)|};
        [Memoize] public static bool F(string s) => DateTime.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        [Memoize] public static DateOnly G(string s) => DateOnly.ParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        [Memoize] public static DateOnly H(string s) => {|MEMO105:DateOnly.Parse(s)|};
        [Memoize] public static TimeSpan I(string s) => {|MEMO105:TimeSpan.Parse(s)|};
        [Memoize] public static TimeSpan J(string s) => TimeSpan.Parse(s, CultureInfo.InvariantCulture);
        """);

    [Test]
    public Task The_text_of_a_date_follows_the_culture() => Check.MembersWithInfo("""
        [Memoize] public static string A(DateTime d) => {|MEMO105:d.ToString()|};
        [Memoize] public static string B(DateTime d) => {|MEMO105:d.ToString("yyyy")|};
        [Memoize] public static string C1(DateTime d) => d.ToString("yyyy", CultureInfo.InvariantCulture);
        [Memoize] public static string D(DateTime d) => d.ToString("o", CultureInfo.InvariantCulture);
        [Memoize] public static string E(DateTime d) => {|MEMO105:d.ToShortDateString()|};
        [Memoize] public static string F(DateTime d) => $"{|MEMO105:{d:yyyy-MM-dd}|}";
        [Memoize] public static string G(DateOnly d) => {|MEMO105:d.ToString()|};
        [Memoize] public static string H(TimeSpan d) => d.ToString();
        [Memoize] public static string I(TimeSpan d) => {|MEMO105:d.ToString("g")|};
        """);

    [Test]
    public Task Arithmetic_with_dates_reads_nothing() => Check.MembersWithInfo("""
        [Memoize] public static DateTime A(DateTime d) => d.AddDays(1).Date + TimeSpan.FromHours(1);
        [Memoize] public static int B(DateTime d) => ISOWeek.GetWeekOfYear(d) + DateTime.DaysInMonth(d.Year, d.Month);
        [Memoize] public static DateTimeOffset C1(DateTime d) => new(d, TimeSpan.Zero);
        [Memoize] public static long D(DateTimeOffset d) => d.ToUnixTimeSeconds();
        """);

    [Test]
    public Task The_time_zone_is_reported_where_it_is_asked_for_and_keyed_where_a_kind_decides() => Check.MembersWithInfo("""
        [Memoize] public static DateTime A(DateTime d) => {|MEMO105:d.ToLocalTime()|};
        [Memoize] public static DateTime B(DateTime d) => d.ToUniversalTime();
        [Memoize] public static DateTimeOffset C1(DateTime d) => d;
        [Memoize] public static string D() => {|MEMO105:TimeZoneInfo.Local|}.Id;
        [Memoize] public static string E() => TimeZoneInfo.Utc.Id;
        """);
}
