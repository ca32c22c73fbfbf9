namespace Corpus.Series;

public enum Quality { Good, Suspect, Bad }

public readonly record struct Reading(DateTime At, string Station, double Value, Quality Quality = Quality.Good)
{
    public bool IsUsable => Quality is not Quality.Bad && double.IsFinite(Value);
}

public sealed record Summary(string Station, int Count, double Mean, double Deviation)
{
    public required (double Low, double High) Range { get; init; }

    public override string ToString() => $"{Station}: {Mean:F2} ± {Deviation:F2} in [{Range.Low:G4}, {Range.High:G4}] of {Count}";
}

public interface IFilter
{
    double Next(double value);

    void Reset();
}

/// <summary>The mean of the last values.</summary>
public sealed class MovingAverage(int width) : IFilter
{
    private readonly Queue<double> _window = new(width);
    private double _sum;

    public double Next(double value)
    {
        if (_window.Count == width) _sum -= _window.Dequeue();
        _window.Enqueue(value);
        _sum += value;
        return _sum / _window.Count;
    }

    public void Reset()
    {
        _window.Clear();
        _sum = 0;
    }
}

public sealed class Exponential : IFilter
{
    private readonly double _weight;
    private double? _last;

    public Exponential(double weight)
    {
        if (weight is <= 0 or > 1) throw new ArgumentOutOfRangeException(nameof(weight), weight, "between 0 and 1");
        _weight = weight;
    }

    public double Next(double value)
    {
        _last = _last is { } last ? last + _weight * (value - last) : value;
        return _last.Value;
    }

    public void Reset() => _last = null;
}

public static class Statistics
{
    public static (double Mean, double Deviation) Moments(this IReadOnlyCollection<double> values)
    {
        if (values.Count == 0) return (double.NaN, double.NaN);
        var (mean, squares, n) = (0.0, 0.0, 0);
        foreach (var value in values)
        {
            var delta = value - mean;
            mean += delta / ++n;
            squares += delta * (value - mean);
        }

        return (mean, n > 1 ? Math.Sqrt(squares / (n - 1)) : 0);
    }

    public static double Percentile(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty) return double.NaN;
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    public static double Correlation(double[] x, double[] y)
    {
        var (mx, sx) = x.Moments();
        var (my, sy) = y.Moments();
        var sum = 0d;
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            sum += (x[i] - mx) * (y[i] - my);
        }

        return sx == 0 || sy == 0 ? 0 : sum / ((x.Length - 1) * sx * sy);
    }
}

public static class Station
{
    private static readonly string[] s_formats = ["yyyy-MM-dd HH:mm", "dd.MM.yyyy HH:mm", "O"];
    private static readonly TimeSpan s_gap = TimeSpan.FromHours(6);

    [Memoize]
    public static string Summarize(string lines)
    {
        var summaries =
            from line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            let reading = Parse(line)
            where reading is { IsUsable: true }
            group reading.Value.Value by reading.Value.Station into station
            let moments = station.ToList().Moments()
            orderby moments.Mean descending, station.Key
            select new Summary(station.Key, station.Count(), moments.Mean, moments.Deviation) { Range = (station.Min(), station.Max()) };
        return string.Join(Environment.NewLine.Length > 9 ? "" : "\n", summaries);
    }

    [Memoize]
    public static double[] Smooth(double[] values, int width, bool isExponential)
    {
        IFilter filter = isExponential ? new Exponential(2.0 / (width + 1)) : new MovingAverage(width);
        return Array.ConvertAll(values, filter.Next);
    }

    [Memoize]
    public static List<(DateTime From, TimeSpan Length)> Gaps(string lines)
    {
        var gaps = new List<(DateTime, TimeSpan)>();
        DateTime? last = null;
        foreach (var reading in Readings(lines).OrderBy(r => r.At))
        {
            if (last is { } before && reading.At - before > s_gap) gaps.Add((before, reading.At - before));
            last = reading.At;
        }

        return gaps;
    }

    [Memoize]
    public static SortedDictionary<DateOnly, double> Daily(string lines, string station)
    {
        var days = new SortedDictionary<DateOnly, double>();
        foreach (var group in Readings(lines).Where(r => r.Station == station).GroupBy(r => DateOnly.FromDateTime(r.At)))
        {
            double[] sorted = [.. group.Select(r => r.Value).Order()];
            days[group.Key] = Statistics.Percentile(sorted, 0.5);
        }

        return days;
    }

    [Memoize]
    public static string Agreement(string lines)
    {
        var byStation = Readings(lines).ToLookup(r => r.Station, r => r.Value);
        var pairs =
            from first in byStation
            from second in byStation
            where string.CompareOrdinal(first.Key, second.Key) < 0
            join weight in new[] { (Name: "north", Factor: 2.0), (Name: "south", Factor: 0.5) } on first.Key equals weight.Name into weights
            from factor in weights.Select(w => w.Factor).DefaultIfEmpty(1)
            select (first.Key, Other: second.Key, Score: factor * Statistics.Correlation([.. first], [.. second]));
        return pairs.MaxBy(p => p.Score) is { Key: not null } best ? $"{best.Key}~{best.Other} {best.Score.ToString("P1", CultureInfo.InvariantCulture)}" : "none";
    }

    [Memoize]
    public static int[] Outliers(double[] values, double limit = 3)
    {
        var (mean, deviation) = values.Moments();
        return [.. values.Index().Where(pair => Math.Abs(pair.Item - mean) > limit * deviation).Select(pair => pair.Index)];
    }

    [Memoize]
    public static double[] Fill(double?[] values)
    {
        var result = new double[values.Length];
        for (int i = 0, known = -1; i < values.Length; i++)
        {
            if (values[i] is not double value) continue;
            result[i] = value;
            for (var j = known + 1; j < i; j++)
            {
                result[j] = known < 0 ? value : result[known] + (value - result[known]) * (j - known) / (i - known);
            }

            known = i;
        }

        return result;
    }

    private static IEnumerable<Reading> Readings(string lines)
    {
        using var reader = new StringReader(lines);
        while (reader.ReadLine() is { } line)
        {
            if (Parse(line) is { IsUsable: true } reading) yield return reading;
        }
    }

    private static Reading? Parse(string line)
    {
        if (line.Split(';') is not [var at, var station, var value, .. var rest]) return null;
        if (!DateTime.TryParseExact(at.Trim(), s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)) return null;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        var quality = rest switch
        {
            [] or ["", ..] => Quality.Good,
            [var text] when Enum.TryParse<Quality>(text, ignoreCase: true, out var known) => known,
            ["?"] => Quality.Suspect,
            _ => Quality.Bad,
        };
        return new(time, station.Trim().ToLowerInvariant(), number) { Quality = quality };
    }
}
