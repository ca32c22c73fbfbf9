using System.Collections.Concurrent;
using System.Globalization;

namespace Memo.Diagnostics;

/// <summary>Writes the lines and the table that <c>MEMO_LOG</c> asks for. Scripts rely on their form.</summary>
internal sealed class CallLog(Output output, MemoizerLog log)
{
    private static readonly string[] Headings = ["method", "hits", "misses", "bypasses", "saved", "spent"];

    private readonly ConcurrentBag<CallCounts> _methods = [];

    /// <summary>Whether a line is written for each call, so that what is to be said is worth finding out.</summary>
    public bool WritesCalls => log == MemoizerLog.Calls;

    public CallCounts Add(string method)
    {
        var counts = new CallCounts(method);
        _methods.Add(counts);
        return counts;
    }

    public void Hit(string call, TimeSpan elapsed, TimeSpan saved) => output.Line($"memo: hit    {call} {Time(elapsed)}, saved {Time(saved)}");

    public void Verified(string call, TimeSpan elapsed) => output.Line($"memo: hit    {call} {Time(elapsed)}, saved 0.0 ms: verified");

    /// <summary>Said whatever the log is: a result that was remembered is wrong.</summary>
    public void Error(string call, string text) => output.Line($"memo: error  {call} {text}");

    public void Miss(string call, TimeSpan elapsed, string reason) => output.Line($"memo: miss   {call} {Time(elapsed)}: {reason}");

    public void Bypass(string call, string reason) => output.Line($"memo: bypass {call} {reason}");

    /// <summary>The methods that were called, by name.</summary>
    public IReadOnlyList<MethodStatistics> Statistics() =>
    [
        .. _methods.Where(IsCalled).GroupBy(method => method.Name).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(method => new MethodStatistics(method.Key, [.. method])),
    ];

    /// <summary>Writes the table, if one is asked for and any method was called.</summary>
    public void WriteSummary()
    {
        if (log != MemoizerLog.Summary) return;
        var rows = new List<string[]> { Headings };
        foreach (var method in Statistics())
        {
            rows.Add([method.Method, Number(method.Hits), Number(method.Misses), Number(method.Bypasses), Time(method.Saved), Time(method.Spent)]);
        }
        if (rows.Count == 1) return;
        var widths = Enumerable.Range(0, 6).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            output.Line("memo: " + string.Join("  ", cells));
        }
    }

    /// <summary>A duration in milliseconds; with a decimal as long as that says something.</summary>
    internal static string Time(TimeSpan time) =>
        time.TotalMilliseconds.ToString(time.TotalMilliseconds < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture) + " ms";

    private static bool IsCalled(CallCounts counts) => counts.Hits + counts.Misses + counts.Bypasses > 0;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
