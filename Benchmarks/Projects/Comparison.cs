using System.Diagnostics;
using System.Globalization;

namespace Memo.Benchmarks.Projects;

/// <summary>
/// What the package costs a build: the same generated sources, compiled in turn with it and without it by one warm compiler server.
/// Only the compiler counts, not what the build does before and after it: so after one build of each, the compiler is called with
/// the arguments that the build gave it.
/// </summary>
internal sealed class Comparison(string folder, ProjectShape shape, int warmUps, int rounds, Action<ProjectEdits> edit)
{
    /// <summary>The runtime optimizes code only after it has run for long, and a compiler has much of it.</summary>
    public const int WarmUps = 25;

    private static readonly string[] Sides = [ProjectFolder.Without, ProjectFolder.With];

    public void Run(string repository)
    {
        var version = "0.1.0-bench." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        ProjectFolder.Write(folder, shape, version);
        Command.Dotnet(repository, "pack", "Package", "-c", "Release", "-o", Path.Combine(folder, "feed"), "-p:Version=" + version, "-nodeReuse:false");
        foreach (var side in Sides)
        {
            Command.Dotnet(Path.Combine(folder, side), "build", "-c", "Release", "-nodeReuse:false", "-p:ProvideCommandLineArgs=true");
        }

        var files = Directory.GetFiles(Path.Combine(folder, "source"), "*.cs", SearchOption.AllDirectories).Length;
        Console.WriteLine($"{shape}, {files} files, load {Load()}");
        using var server = new CompilerServer();
        var edits = new ProjectEdits(Path.Combine(folder, "source"), shape.Share);
        var without = new List<CompilerServer.Cost>();
        var with = new List<CompilerServer.Cost>();
        for (var round = -warmUps; round < rounds; round++)
        {
            // Another text each time, so that nothing can be answered from an earlier compilation as it is.
            edit(edits);
            // One after the other in turn, so that a machine that gets slower or faster does so for both.
            var costs = (round % 2 == 0 ? Sides : Sides.Reverse()).ToDictionary(side => side, side => Compile(server, side));
            if (round >= 0)
            {
                without.Add(costs[ProjectFolder.Without]);
                with.Add(costs[ProjectFolder.With]);
            }
        }

        Print("wall", without, with, cost => cost.Wall);
        Print("processor", without, with, cost => cost.Processor);
        Console.WriteLine($"load {Load()}; the compiler's own account of one more compilation:");
        edit(edits);
        foreach (var line in Report(server))
        {
            Console.WriteLine(line);
        }
    }

    private CompilerServer.Cost Compile(CompilerServer server, string side) => server.Compile(Path.Combine(folder, side)).Cost;

    private IEnumerable<string> Report(CompilerServer server) =>
        server.Compile(Path.Combine(folder, ProjectFolder.With), "/reportanalyzer").Output.Split('\n')
            .Where(line => line.Contains("Memo.", StringComparison.Ordinal) || line.Contains("execution time", StringComparison.Ordinal))
            .Select(line => line.Trim());

    private static void Print(string what, List<CompilerServer.Cost> without, List<CompilerServer.Cost> with, Func<CompilerServer.Cost, double> of)
    {
        double[] left = [.. without.Select(of).Order()];
        double[] right = [.. with.Select(of).Order()];
        double[] ratios = [.. without.Zip(with, (one, other) => of(other) / of(one)).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-9} without {At(left, 2):F0} ms ({left[0]:F0}–{left[^1]:F0}), with {At(right, 2):F0} ms ({right[0]:F0}–{right[^1]:F0}); " +
            $"ratio of medians {At(right, 2) / At(left, 2):F3}, of neighbours {At(ratios, 2):F3} ({At(ratios, 1):F3}–{At(ratios, 3):F3}), of minima {right[0] / left[0]:F3}"));
    }

    /// <summary>The value at a quarter, the half, three quarters of a sorted row.</summary>
    private static double At(double[] sorted, int quarter)
    {
        var position = (sorted.Length - 1) * quarter / 4.0;
        return (sorted[(int)Math.Floor(position)] + sorted[(int)Math.Ceiling(position)]) / 2;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
