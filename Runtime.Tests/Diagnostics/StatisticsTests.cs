using System.Diagnostics.Metrics;
using Memo.Diagnostics;

namespace Memo.Runtime.Tests.Diagnostics;

public sealed class StatisticsTests : WorkbenchTests
{
    private static string? Invoke(MemoizerSession session, string name, string result, string[]? findings = null) =>
        new MemoizedMethod<string?>(Manifests.Of(name, findings: findings), session).Invoke(new TextCall("a", _ => result));

    private MemoizerSession Used()
    {
        var session = Bench.Start(MemoizerLog.None);
        Invoke(session, "B.F", "1");
        Invoke(session, "B.F", "1");
        Invoke(session, "B.F", "1");
        Invoke(session, "A.F", "1", ["MEMO104: reads the clock"]);
        return session;
    }

    [Test]
    public void Calls_are_counted_for_each_method()
    {
        Assert.That(
            Used().Calls.Statistics().Select(method => (method.Method, method.Hits, method.Misses, method.Bypasses, method.Errors)),
            Is.EqualTo(new[] { ("A.F", 0L, 0L, 1L, 0L), ("B.F", 2L, 1L, 0L, 0L) }));
    }

    [Test]
    public void A_method_that_was_not_called_is_not_among_them()
    {
        var session = Bench.Start(MemoizerLog.None);
        Assert.That(session.Calls.Statistics(), Is.Empty);
        _ = new MemoizedMethod<string?>(Manifests.Of(), session);
        Assert.That(session.Calls.Statistics(), Is.Empty);
    }

    [Test]
    public void A_result_that_was_wrong_is_an_error()
    {
        Invoke(Bench.Start(), "B.F", "was");
        var session = Bench.Start(mode: MemoizerMode.Verify);
        Invoke(session, "B.F", "is");
        Assert.That(session.Calls.Statistics().Select(method => (method.Hits, method.Misses, method.Errors)), Is.EqualTo(new[] { (0L, 1L, 1L) }));
    }

    [Test]
    public void The_meter_tells_the_same()
    {
        using var meter = new CallMeter(Used());
        var measured = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Meter.Name == "Memo") listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.Multiple(() =>
        {
            Assert.That(measured["memo.hits B.F"], Is.EqualTo(2));
            Assert.That(measured["memo.misses B.F"], Is.EqualTo(1));
            Assert.That(measured["memo.bypasses A.F"], Is.EqualTo(1));
            Assert.That(measured["memo.errors B.F"], Is.Zero);
            Assert.That(measured, Contains.Key("memo.saved B.F").And.ContainKey("memo.spent B.F"));
            Assert.That(measured["memo.memory "], Is.Positive);
        });

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measured[instrument.Name + " " + (tags.Length == 0 ? "" : tags[0].Value)] = value;
    }
}
