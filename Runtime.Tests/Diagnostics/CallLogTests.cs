using Memo.Diagnostics;

namespace Memo.Runtime.Tests.Diagnostics;

public sealed class CallLogTests : WorkbenchTests
{
    [Test]
    public void Lines_have_the_form_that_scripts_rely_on()
    {
        Invoke("a.csv", Slow(812));
        Invoke("a.csv", Slow(812));
        Invoke("b.csv", Slow(0.2));
        Invoke("b.csv", Slow(0.2));
        Invoke("c.csv", Slow(9.96));
        Assert.That(Bench.Lines, Is.EqualTo(new[]
        {
            "memo: miss   Pipeline.Clean(\"a.csv\") 812 ms: first call with these arguments",
            "memo: hit    Pipeline.Clean(\"a.csv\") 0.0 ms, saved 812 ms",
            "memo: miss   Pipeline.Clean(\"b.csv\") 0.2 ms: first call with these arguments",
            "memo: hit    Pipeline.Clean(\"b.csv\") 0.0 ms, saved 0.2 ms",
            "memo: miss   Pipeline.Clean(\"c.csv\") 10 ms: first call with these arguments",
        }));
    }

    [Test]
    public void Inner_calls_come_before_outer_ones()
    {
        var session = Bench.Start();
        var inner = new MemoizedMethod<string?>(Manifests.Of("Inner"), session);
        new MemoizedMethod<string?>(Manifests.Of("Outer"), session).Invoke(new TextCall("x", _ => inner.Invoke(new TextCall("y", text => text))));
        Assert.That(Bench.Lines, Is.EqualTo(new[]
        {
            "memo: miss   Inner(\"y\") 0.0 ms: first call with these arguments",
            "memo: miss   Outer(\"x\") 0.0 ms: first call with these arguments",
        }));
    }

    [Test]
    public void Nothing_is_said_unless_it_is_asked_for()
    {
        foreach (var log in new[] { MemoizerLog.None, MemoizerLog.Summary })
        {
            new MemoizedMethod<string?>(Manifests.Of(), Bench.Start(log)).Invoke(new TextCall("a", text => text));
        }
        Assert.That(Bench.Lines, Is.Empty);
    }

    [Test]
    public void The_summary_is_a_table_of_the_methods_that_were_called()
    {
        var session = Bench.Start(MemoizerLog.Summary);
        var clean = new MemoizedMethod<string?>(Manifests.Of(), session);
        for (var i = 0; i < 4; i++) clean.Invoke(new TextCall("a", Slow(1500)));
        new MemoizedMethod<string?>(Manifests.Of("Pipeline.Now", findings: ["MEMO104: reads the clock"]), session).Invoke(new TextCall("a", Slow(2)));
        _ = new MemoizedMethod<string?>(Manifests.Of("Pipeline.Unused"), session);
        session.Calls.WriteSummary();
        Assert.That(Bench.Lines, Is.EqualTo(new[]
        {
            "memo: method          hits  misses  bypasses    saved    spent",
            "memo: Pipeline.Clean     3       1         0  4500 ms  1500 ms",
            "memo: Pipeline.Now       0       0         1   0.0 ms   2.0 ms",
        }));
    }

    [Test]
    public void The_culture_of_the_program_makes_no_difference()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.That(CallLog.Time(TimeSpan.FromMilliseconds(1.5)), Is.EqualTo("1.5 ms"));
            Assert.That(CallLog.Time(TimeSpan.FromMilliseconds(12345)), Is.EqualTo("12345 ms"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Test]
    public void A_listener_that_is_gone_costs_nothing()
    {
        var output = new StringWriter();
        output.Dispose();
        Assert.That(() => new Output(output).Line("x"), Throws.Nothing);
    }

    private Func<string?, string?> Slow(double milliseconds) => text =>
    {
        Bench.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        return text;
    };

    private void Invoke(string text, Func<string?, string?> compute) =>
        new MemoizedMethod<string?>(Manifests.Of(), Bench.Start()).Invoke(new TextCall(text, compute));
}
