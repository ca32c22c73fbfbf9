using System.Diagnostics;
using System.Globalization;

namespace Memo.Benchmarks.Calls;

/// <summary>
/// What the first call of a process costs that is answered from the store, and the first one that is not: whole processes, with Memo and without it, in turn. Without it, the same program with
/// <c>MEMO_MODE=off</c>: the difference is all that Memo does, loads and compiles.
/// </summary>
internal static class FirstHit
{
    /// <summary>One process: one call.</summary>
    public static void Call() => Console.WriteLine(Work.PageOnce(7).Length);

    /// <summary>Measures and prints.</summary>
    /// <param name="times">How many processes of each kind.</param>
    /// <param name="entries">How many other entries the store has.</param>
    public static void Run(int times, int entries)
    {
        var store = Directory.CreateTempSubdirectory("memo-first-hit-").FullName;
        using (Memoizer.Scope(options => options.Directory = store)) Parallel.For(0, entries, static number => Work.SpellOnce(number));
        var (with, without, missing) = (new List<double>(), new List<double>(), new List<double>());
        Time(store, "on");
        for (var i = 0; i < times; i++)
        {
            without.Add(Time(store, "off"));
            with.Add(Time(store, "on"));
            missing.Add(Time(Path.Combine(store, "new", i.ToString(CultureInfo.InvariantCulture)), "on"));
        }
        Directory.Delete(store, recursive: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"without {Median(without):F1} ms, first hit {Median(with):F1} ms ({Median(with) - Median(without):+0.0} ms, ratio {Median(with) / Median(without):F2}), first miss {Median(missing):F1} ms ({Median(missing) - Median(without):+0.0} ms); medians of {times}"));
    }

    private static double Time(string store, string mode)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(FirstHit).Assembly.Location, "one-call"]) { RedirectStandardOutput = true };
        start.Environment["MEMO_DIRECTORY"] = store;
        start.Environment["MEMO_MODE"] = mode;
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : throw new InvalidOperationException("The process failed.");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
