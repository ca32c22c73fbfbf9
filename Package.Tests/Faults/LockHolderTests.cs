using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Faults;

/// <summary>Several processes that need one result, and one that never gives it.</summary>
internal sealed class LockHolderTests
{
    // More than anybody waits for.
    private const string ForEver = "9000000000000";

    [Test]
    public void Eight_processes_that_need_one_result_compute_it_once_and_leave_one_entry()
    {
        var store = FaultProgram.NewStore("same");
        var processes = Enumerable.Range(0, 8).Select(_ => FaultProgram.Start(store, "slow", "20000000")).ToList();
        var ends = processes.ConvertAll(static process => process.EndWell());
        processes.ForEach(static process => process.Dispose());

        Assert.That(ends.Select(static end => end.Lines), Is.All.EqualTo(new[] { "begun", "14" }));
        Assert.That(ends.Select(static end => end.Run.Of("Work.Slow")).Order(), Is.EqualTo(["hit", "hit", "hit", "hit", "hit", "hit", "hit", "miss"]));
        Assert.That(FaultProgram.Entries(store), Has.Length.EqualTo(1));
        Assert.That(FaultProgram.Files(store, "*.tmp"), Is.Empty);
        Assert.That(FaultProgram.Files(store, "*.lock").Select(Path.GetFileName), Is.EqualTo(["clean.lock"]));
    }

    [Test]
    public void A_lock_ends_with_the_process_that_was_killed()
    {
        var store = FaultProgram.NewStore("killed-holder");
        using var holder = Hold(store);
        holder.Kill();
        holder.End();
        using var next = FaultProgram.Start(store, "slow", "0");
        var (lines, run) = next.EndWell();
        Assert.That(lines, Is.EqualTo(["begun", "14"]));
        Assert.That(run.Of("Work.Slow"), Is.EqualTo("miss"));
    }

    [Test]
    [Platform("Unix")]
    public void A_process_that_was_stopped_holds_up_others_for_a_bounded_time_only()
    {
        var store = FaultProgram.NewStore("stopped-holder");
        using var holder = Hold(store);
        holder.Stop();
        using var next = FaultProgram.Start(store, "slow", "0");
        var (lines, run) = next.EndWell();
        holder.Kill();
        holder.End();
        Assert.That(lines, Is.EqualTo(["begun", "14"]));
        Assert.That(run.Of("Work.Slow"), Is.EqualTo("miss"));
    }

    // A process that computes, and has locked what it computes.
    private static RunningProgram Hold(string store)
    {
        var holder = FaultProgram.Start(store, "slow", ForEver);
        while (FaultProgram.Files(store, "*.lock").Length < 2) Thread.Sleep(10);
        return holder;
    }
}
