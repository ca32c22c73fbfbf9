using System.Diagnostics.Metrics;

namespace Memo.Diagnostics;

/// <summary>
/// The meter <c>Memo</c> of <c>System.Diagnostics.Metrics</c>. All instruments are observed: nothing is done for them while a call runs.
/// </summary>
internal sealed class CallMeter : IDisposable
{
    private readonly Meter _meter = new("Memo", typeof(CallMeter).Assembly.GetName().Version?.ToString(3));

    public CallMeter(MemoizerSession session)
    {
        Count("memo.hits", "{call}", "Calls that were answered by a remembered result.", static method => method.Hits);
        Count("memo.misses", "{call}", "Calls that ran because nothing was remembered for them.", static method => method.Misses);
        Count("memo.bypasses", "{call}", "Calls that ran because it could not be shown that a remembered result would be right.", static method => method.Bypasses);
        Count("memo.errors", "{call}", "Remembered results that were found to be wrong.", static method => method.Errors);
        Time("memo.saved", "The time that hits took when they were computed.", static method => method.Saved);
        Time("memo.spent", "The time that calls took that ran.", static method => method.Spent);
        _meter.CreateObservableGauge("memo.memory", () => session.Memory.Size, "By", "What is kept in memory, by estimate.");

        void Count(string name, string unit, string description, Func<MethodStatistics, long> value) =>
            _meter.CreateObservableCounter(name, () => session.Calls.Statistics().Select(method => new Measurement<long>(value(method), Tag(method))), unit, description);

        void Time(string name, string description, Func<MethodStatistics, TimeSpan> value) =>
            _meter.CreateObservableCounter(name, () => session.Calls.Statistics().Select(method => new Measurement<double>(value(method).TotalSeconds, Tag(method))), "s", description);
    }

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(MethodStatistics method) => new("memo.method", method.Method);
}
