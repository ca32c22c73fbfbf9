using System.Globalization;

namespace Memo.Package.Tests.Faults;

/// <summary>
/// Everything at once: eight processes at a time over one small store, killed at random, while a file that results depend on is edited and the store is
/// sometimes deleted. Every line that a process prints is checked. <c>MEMO_SOAK_SECONDS</c> says for how long; without it, only so long that the test itself is tested.
/// </summary>
internal sealed class SoakTests
{
    private const int AtATime = 8;

    [Test]
    public void Nothing_that_happens_to_processes_and_files_makes_a_result_wrong()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("MEMO_SOAK_SECONDS") ?? "8", CultureInfo.InvariantCulture);
        var store = FaultProgram.NewStore("soak");
        var file = Path.Combine(PackedFile.Home, "soak.txt");
        var version = 0;
        Write(0);
        var (runs, kills, edits, deletions, lines) = (0, 0, 0, 0, 0);
        var end = DateTime.UtcNow.AddSeconds(seconds);
        using var stop = new CancellationTokenSource();
        var editing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(Random.Shared.Next(5, 200)).ConfigureAwait(false);
                Write(Volatile.Read(ref version) + 1);
                edits++;
                if (Random.Shared.Next(100) > 0 || !Directory.Exists(store)) continue;
                deletions++;
                try
                {
                    Directory.Delete(store, recursive: true);
                }
                catch (IOException)
                {
                    // A process wrote into a folder just before it was to go.
                }
            }
        });
        Parallel.For(0, AtATime, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, _ =>
        {
            do
            {
                var ofFiles = Random.Shared.Next(3) == 0;
                var from = Random.Shared.Next(40) * 50;
                var before = Volatile.Read(ref version);
                using var process = FaultProgram.Start(store, [("MEMO_MAX_SIZE", "3 MiB")], ofFiles ? ["files", file] : ["mix", $"{from}", $"{from + 100}"]);
                if (Random.Shared.Next(3) == 0)
                {
                    process.Begun.Wait();
                    Thread.Sleep(Random.Shared.Next(60));
                    process.Kill();
                    Interlocked.Increment(ref kills);
                }
                var (code, printed, error) = process.End();
                var after = Volatile.Read(ref version);
                // Of a killed process, the last line may have been cut off.
                var whole = code == 0 ? [.. printed] : printed.Take(printed.Count - 1).ToList();
                if (ofFiles) CheckVersions(whole, before, after, error);
                else Assert.That(whole, Is.EqualTo(FaultProgram.Plain(from, from + 100).Take(whole.Count)), error);
                Assert.That(error, Does.Not.Contain("   at "));
                Interlocked.Increment(ref runs);
                Interlocked.Add(ref lines, whole.Count);
            }
            while (DateTime.UtcNow < end);
        });
        stop.Cancel();
        editing.Wait();
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{seconds} s: {runs} processes, {kills} killed; {edits} edits, {deletions} deletions of the store; {lines} lines, all right; {FaultProgram.Files(store, "*").Sum(static path => new FileInfo(path).Length) >> 10} KiB in the store."));
        Assert.That(lines, Is.Positive);

        // Whole at any moment, as an editor saves.
        void Write(int next)
        {
            File.WriteAllText(file + ".new", next.ToString(CultureInfo.InvariantCulture));
            Volatile.Write(ref version, next);
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    // A number that the file had before the process began is a stale result.
    private static void CheckVersions(List<string> lines, int before, int after, string error)
    {
        var last = before - 1; // it was about to be written when the process began
        foreach (var line in lines)
        {
            var numbers = line.Split(' ');
            var (version, twice) = (int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
            Assert.That(version, Is.InRange(last, after), error);
            Assert.That(twice, Is.InRange(2 * version, 2 * after), error);
            last = twice / 2;
        }
    }
}
