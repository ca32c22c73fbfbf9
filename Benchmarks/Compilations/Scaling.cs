using System.Diagnostics;
using System.Globalization;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks.Compilations;

/// <summary>How the cost grows when one thing doubles and all else stays: linear is a factor of 2, or of 1 where nothing depends on it.</summary>
internal static class Scaling
{
    public static readonly (string Name, ProjectShape[] Shapes)[] Series =
    [
        ("closure", [.. new[] { 0.08, 0.16, 0.32, 0.64 }.Select(share => new ProjectShape(Share: share))]),
        ("roots", [.. new[] { 50, 100, 200, 400 }.Select(roots => new ProjectShape(Roots: roots, Share: 0.16))]),
        ("calls", [.. new[] { 500, 1_000, 2_000, 4_000 }.Select(calls => new ProjectShape(CallSites: calls, Share: 0.16))]),
        ("lines", [.. new[] { 25_000, 50_000, 100_000, 200_000 }.Select(lines => new ProjectShape(Lines: lines, Share: 0.16))]),
    ];

    public static async Task RunAsync(string? only, int times)
    {
        foreach (var (name, shapes) in Series.Where(series => only is null || series.Name == only))
        {
            var projects = shapes.Select(shape => GeneratedCompilation.Of(shape)).ToArray();
            var costs = projects.Select(_ => (Generator: new List<double>(), Analyzers: new List<double>())).ToArray();
            for (var round = 0; round <= times; round++)
            {
                for (var i = 0; i < projects.Length; i++)
                {
                    var cost = (Generator: Generator(projects[i]), Analyzers: await AnalyzersAsync(projects[i]));
                    if (round > 0)
                    {
                        costs[i].Generator.Add(cost.Generator);
                        costs[i].Analyzers.Add(cost.Analyzers);
                    }
                }
            }

            for (var i = 0; i < projects.Length; i++)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{name,-8} ×{1 << i}: generator {Median(costs[i].Generator),6:F0} ms{Factor(i, cost => cost.Generator)}, analyzers {Median(costs[i].Analyzers),6:F0} ms{Factor(i, cost => cost.Analyzers)}"));
            }

            string Factor(int i, Func<(List<double> Generator, List<double> Analyzers), List<double>> of) =>
                i == 0 ? "         " : string.Create(CultureInfo.InvariantCulture, $" (×{Median(of(costs[i])) / Median(of(costs[i - 1])):F2})");
        }
    }

    // Processor time: what else runs on the machine does not count, nor does how many threads share the work.
    private static double Generator(CSharpCompilation project)
    {
        var compilation = GeneratedCompilation.Anew(project);
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        _ = GeneratedCompilation.Driver().RunGenerators(compilation);
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }

    // The driver's own account of what ran in our analyzers, one at a time.
    private static async Task<double> AnalyzersAsync(CSharpCompilation project)
    {
        var analysis = GeneratedCompilation.Anew(project).WithAnalyzers(
            GeneratedCompilation.Analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        _ = await analysis.GetAnalyzerDiagnosticsAsync();
        var total = 0.0;
        foreach (var analyzer in analysis.Analyzers)
        {
            total += (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime.TotalMilliseconds;
        }

        return total;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
