using System.Diagnostics;

namespace Memo.Runtime.Tests.Diagnostics;

/// <summary>What observers see of calls that run.</summary>
public sealed class ActivityTests : WorkbenchTests
{
    private readonly List<Activity> _ended = [];

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Memo",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            // Other tests run at the same time.
            ActivityStopped = activity => { if (activity.DisplayName.StartsWith("Observed.", StringComparison.Ordinal)) lock (_ended) _ended.Add(activity); },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private string? Invoke(MemoizerSession session, string name, Func<string?, string?> compute, string[]? findings = null) =>
        new MemoizedMethod<string?>(Manifests.Of("Observed." + name, findings: findings), session).Invoke(new TextCall("a", compute));

    [Test]
    public void Calls_that_run_are_activities_and_hits_are_not()
    {
        using var listener = Listen();
        var session = Bench.Start();
        for (var i = 0; i < 2; i++) Invoke(session, "F", _ => "1");
        Invoke(session, "G", _ => "1", ["MEMO104: reads the clock"]);
        Assert.That(_ended.Select(activity => (activity.DisplayName, activity.GetTagItem("memo.outcome"))),
            Is.EqualTo(new[] { ("Observed.F", (object)"miss"), ("Observed.G", "bypass") }));
    }

    [Test]
    public void An_inner_call_is_within_the_outer_one_and_afterwards_all_is_as_before()
    {
        using var listener = Listen();
        var before = Activity.Current;
        var session = Bench.Start();
        Invoke(session, "Outer", _ => Invoke(session, "Inner", _ => "1"));
        Assert.Multiple(() =>
        {
            Assert.That(_ended[0].ParentSpanId, Is.EqualTo(_ended[1].SpanId));
            Assert.That(Activity.Current, Is.SameAs(before));
        });
    }

    [Test]
    public void What_throws_is_an_error()
    {
        using var listener = Listen();
        Assert.That(() => Invoke(Bench.Start(), "F", _ => throw new InvalidOperationException("no")), Throws.InvalidOperationException);
        Assert.That((_ended.Single().Status, _ended.Single().StatusDescription), Is.EqualTo((ActivityStatusCode.Error, "no")));
    }

    [Test]
    public async Task An_asynchronous_call_ends_with_its_task_and_is_not_around_what_its_caller_does_meanwhile()
    {
        using var listener = Listen();
        var before = Activity.Current;
        var release = new TaskCompletionSource();
        var task = new MemoizedMethod<string?>(Manifests.Of("Observed.F"), Bench.Start()).InvokeAsync(
            new AsyncTextCall("a", async _ => { await release.Task; return Activity.Current?.DisplayName; }));
        Assert.That((Activity.Current, _ended.Count), Is.EqualTo((before, 0)));
        release.SetResult();
        Assert.That(await task, Is.EqualTo("Observed.F"));
        Assert.That(_ended, Has.Count.EqualTo(1));
    }
}
