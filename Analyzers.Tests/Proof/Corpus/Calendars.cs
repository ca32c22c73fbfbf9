namespace Corpus.Calendars;

public enum Repeat { Daily, Weekly, Monthly, Yearly }

public sealed record Rule(Repeat Repeat, DateOnly Start, int Every = 1)
{
    public DayOfWeek[] Days { get; init; } = [];

    public int? Count { get; init; }

    public DateOnly? Until { get; init; }
}

public readonly record struct Interval(DateOnly From, DateOnly To) : IComparable<Interval>
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool IsEmpty => To < From;

    public static Interval operator &(Interval a, Interval b) => new(a.From > b.From ? a.From : b.From, a.To < b.To ? a.To : b.To);

    public void Deconstruct(out DateOnly from, out DateOnly to, out int days) => ((from, to), days) = (this, Days);

    public int CompareTo(Interval other)
    {
        var byStart = From.CompareTo(other.From);
        return byStart != 0 ? byStart : To.CompareTo(other.To);
    }

    public override string ToString() => IsEmpty ? "∅" : $"{From:O}..{To:O}";
}

public static class Dates
{
    extension(DateOnly date)
    {
        public bool IsWeekend => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

        public int Quarter => (date.Month + 2) / 3;

        public DateOnly EndOfMonth() => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

        public static DateOnly Easter(int year)
        {
            var (a, b, c) = (year % 19, year / 100, year % 100);
            var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
            var g = (b - f + 1) / 3;
            var h = (19 * a + b - d - g + 15) % 30;
            var (i, k) = (c / 4, c % 4);
            var l = (32 + 2 * e + 2 * i - h - k) % 7;
            var m = (a + 11 * h + 22 * l) / 451;
            var month = (h + l - 7 * m + 114) / 31;
            return new(year, month, (h + l - 7 * m + 114) % 31 + 1);
        }
    }

    public static IEnumerable<DateOnly> To(this DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) yield return day;
    }
}

public abstract class Holidays
{
    public abstract bool Contains(DateOnly date);

    public static Holidays operator |(Holidays a, Holidays b) => new Either(a, b);

    private sealed class Either(Holidays a, Holidays b) : Holidays
    {
        public override bool Contains(DateOnly date) => a.Contains(date) || b.Contains(date);
    }
}

public sealed class FixedDays(params (int Month, int Day)[] days) : Holidays
{
    public override bool Contains(DateOnly date) => Array.IndexOf(days, (date.Month, date.Day)) >= 0;
}

public sealed class MovingFeasts : Holidays
{
    private readonly Dictionary<int, DateOnly> _easter = [];
    private readonly int[] _offsets = [-2, 1, 39, 50];

    public override bool Contains(DateOnly date)
    {
        if (!_easter.TryGetValue(date.Year, out var easter)) _easter[date.Year] = easter = DateOnly.Easter(date.Year);
        return _offsets.Contains(date.DayNumber - easter.DayNumber);
    }
}

public static class Planning
{
    private static readonly FixedDays s_fixed = new((1, 1), (5, 1), (12, 25), (12, 26));

    [Memoize]
    public static int WorkingDays(DateOnly from, DateOnly to)
    {
        var free = s_fixed | new MovingFeasts();
        return from.To(to).Count(day => !day.IsWeekend && !free.Contains(day));
    }

    [Memoize]
    public static DateOnly Due(DateOnly from, int workingDays)
    {
        Holidays free = new MovingFeasts();
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            from = from.AddDays(step);
            if (from.IsWeekend || free.Contains(from)) continue;
            left--;
        }

        return from;
    }

    [Memoize]
    public static string Sundays(int year, int count) =>
        string.Join(',', Enumerable.Range(year, count).Select(DateOnly.Easter).Select(easter => easter.ToString("MMMd", CultureInfo.InvariantCulture)));

    [Memoize]
    public static DateOnly[] Occurrences(DateOnly start, int every, bool weekly)
    {
        var rule = new Rule(weekly ? Repeat.Weekly : Repeat.Monthly, start, every) { Count = 12 };
        if (weekly) rule = rule with { Days = [DayOfWeek.Monday, DayOfWeek.Thursday], Count = null, Until = start.AddMonths(2) };
        return [.. Expand(rule)];
    }

    [Memoize]
    public static string Overlap(Interval[] intervals)
    {
        if (intervals is []) return "nothing";
        Array.Sort(intervals = [.. intervals]);
        var common = intervals.Aggregate((a, b) => a & b);
        var merged = new List<Interval> { intervals[0] };
        foreach (var next in intervals.AsSpan(1))
        {
            var last = merged[^1];
            if (next.From > last.To.AddDays(1)) merged.Add(next);
            else if (next.To > last.To) merged[^1] = last with { To = next.To };
        }

        var (from, _, days) = merged[0];
        return $"{common}; {string.Join(' ', merged)}; first {from.DayOfWeek} for {days}";
    }

    [Memoize]
    public static string Age(DateOnly birth, DateOnly today)
    {
        var years = today.Year - birth.Year;
        if (birth > today.AddYears(-years)) years--;
        var months = 0;
        while (birth.AddYears(years).AddMonths(months + 1) <= today) months++;
        return (years, months) switch
        {
            (< 0, _) => "unborn",
            (0, 0) => "newborn",
            (0, var m) => m + " months",
            ( >= 18, 0) => $"{years}!",
            var (y, m) => $"{y} years and {m} months",
        };
    }

    [Memoize]
    public static string Clock(double hours)
    {
        var time = TimeSpan.FromHours(hours);
        var sign = time < TimeSpan.Zero ? "-" : "";
        return time.Duration() is { TotalDays: >= 1 } longer
            ? $"{sign}{longer.Days}d {longer:hh\\:mm}"
            : sign + time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
    }

    [Memoize]
    public static Dictionary<(int Year, int Quarter), int> Load(DateOnly[] days) =>
        days.CountBy(day => (day.Year, day.Quarter)).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static IEnumerable<DateOnly> Expand(Rule rule)
    {
        var (given, steps) = (0, 0);
        while (true)
        {
            var at = rule.Repeat switch
            {
                Repeat.Daily => rule.Start.AddDays(steps * rule.Every),
                Repeat.Weekly => rule.Start.AddDays(7 * steps * rule.Every),
                Repeat.Monthly => rule.Start.AddMonths(steps * rule.Every),
                _ => rule.Start.AddYears(steps * rule.Every),
            };
            steps++;
            IEnumerable<DateOnly> days = rule is { Repeat: Repeat.Weekly, Days: { Length: > 0 } wanted }
                ? at.To(at.AddDays(6)).Where(day => wanted.Contains(day.DayOfWeek))
                : [at];
            foreach (var day in days)
            {
                if (day > rule.Until || given == rule.Count || steps > 1000) yield break;
                given++;
                yield return day;
            }
        }
    }
}
