namespace Memo.Runtime.Tests;

public sealed class ExpiryTests : WorkbenchTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Test]
    public void A_result_is_used_until_it_is_too_old()
    {
        Invoke("1.00:00:00", "old");
        Bench.Clock.Advance(Day - TimeSpan.FromTicks(1));
        Assert.That(Invoke("1.00:00:00", "new"), Is.EqualTo("old"));
        Bench.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.That(Invoke("1.00:00:00", "new"), Is.EqualTo("new"));
        Assert.That(Bench.LastLine, Does.EndWith(": expired"));
    }

    [Test]
    public void The_age_counts_from_the_beginning_of_the_computation()
    {
        new MemoizedMethod<string?>(Manifests.Of(expires: "1.00:00:00"), Bench.Start()).Invoke(new TextCall("a", _ =>
        {
            Bench.Clock.Advance(Day / 2);
            return "old";
        }));
        Bench.Clock.Advance(Day / 2);
        Assert.That(Invoke("1.00:00:00", "new"), Is.EqualTo("new"));
    }

    [Test]
    public void A_shorter_limit_holds_for_older_results_too()
    {
        Invoke("2.00:00:00", "old");
        Bench.Clock.Advance(Day);
        Assert.That(Invoke("12:00:00", "new"), Is.EqualTo("new"));
    }

    [Test]
    public void A_clock_that_was_set_back_makes_the_method_run()
    {
        Invoke("1.00:00:00", "old");
        Bench.Clock.Advance(-Day);
        Assert.That(Invoke("1.00:00:00", "new"), Is.EqualTo("new"));
    }

    [Test]
    public void A_limit_beyond_all_dates_is_none()
    {
        Invoke("10675199.00:00:00", "old");
        Bench.Clock.Set(DateTimeOffset.MaxValue);
        Assert.That(Invoke("10675199.00:00:00", "new"), Is.AnyOf("old", "new"));
    }

    [TestCase("a day")]
    [TestCase("-1.00:00:00")]
    [TestCase("00:00:00")]
    public void A_limit_that_is_no_positive_time_span_makes_each_call_run(string limit)
    {
        Invoke(limit, "old");
        Assert.That(Invoke(limit, "new"), Is.EqualTo("new"));
        Assert.That(Bench.LastLine, Does.EndWith($" ExpiresAfter '{limit}' is no positive time span"));
    }

    private string? Invoke(string expires, string value) =>
        new MemoizedMethod<string?>(Manifests.Of(expires: expires), Bench.Start()).Invoke(new TextCall("a", _ => value));
}
