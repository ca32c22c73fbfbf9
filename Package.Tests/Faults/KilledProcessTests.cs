namespace Memo.Package.Tests.Faults;

/// <summary>Processes that are killed while they work leave a store that answers rightly.</summary>
internal sealed class KilledProcessTests
{
    private const int Kills = 200;
    private const int AtATime = 4;
    private const int CallsOfEach = 200;

    [Test]
    public void After_two_hundred_kills_every_result_is_right_and_every_entry_is_whole()
    {
        var store = FaultProgram.NewStore("killed");
        var random = new Random(1);
        var died = 0;
        Parallel.ForEach(Enumerable.Range(0, Kills).Select(i => (Index: i, Delay: random.Next(40))).ToList(), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, next =>
        {
            // Some of what each computes another one has computed, or is computing.
            var from = next.Index * CallsOfEach / 2;
            using var process = FaultProgram.Start(store, "mix", $"{from}", $"{from + CallsOfEach}");
            process.Begun.Wait();
            Thread.Sleep(next.Delay); // a moment that nobody chooses
            process.Kill();
            var (code, lines, error) = process.End();
            if (code != 0) Interlocked.Increment(ref died);
            // The last line may have been cut off.
            var whole = code == 0 ? lines : lines.Take(lines.Count - 1);
            Assert.That(whole, Is.EqualTo(FaultProgram.Plain(from, from + CallsOfEach).Take(whole.Count())), error);
        });

        TestContext.Out.WriteLine($"{died} of {Kills} processes were killed before their end; {FaultProgram.Entries(store).Length} entries, {FaultProgram.Files(store, "*.tmp").Length} temporary files and {FaultProgram.Files(store, "*.lock").Length - 1} locks were left.");
        Assert.That(died, Is.GreaterThan(Kills / 2), "the kills came too late to mean anything");
        // Read again and computed again, all of it: a difference would make the process end as one that failed.
        const int To = 20 * CallsOfEach / 2;
        using var verifying = FaultProgram.Start(store, [("MEMO_MODE", "verify")], "mix", "0", $"{To}");
        Assert.That(verifying.EndWell().Lines, Is.EqualTo(FaultProgram.Plain(0, To)));
        using var last = FaultProgram.Start(store, "mix", "0", $"{To}");
        var (lines, run) = last.EndWell();
        Assert.That(lines, Is.EqualTo(FaultProgram.Plain(0, To)));
        Assert.That(run.Kinds, Is.EqualTo("hit"));
    }
}
