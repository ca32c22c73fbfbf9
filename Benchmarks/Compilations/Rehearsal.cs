using System.Diagnostics;
using Memo.Analyzers.Closures.Edits;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks.Compilations;

/// <summary>One stage over and over in this process, to look at with a profiler; prints wall and processor time and what was allocated.</summary>
internal static class Rehearsal
{
    public static async Task RunAsync(string stage, ProjectShape shape, int times)
    {
        var project = GeneratedCompilation.Of(shape, isLibrary: stage == "public");
        for (var i = 0; i < times; i++)
        {
            await RunOnceAsync(stage, project, i);
        }

        if (stage == "next")
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            KeptEngines.Clear();
            Console.WriteLine($"kept for the next build: {(before - GC.GetTotalMemory(forceFullCollection: true)) / 1e6:F0} MB");
        }
    }

    /// <summary>The diagnostics of a file after each of many edits in it.</summary>
    public static async Task EditAsync(ProjectShape shape, string file, int times)
    {
        foreach (var analyzers in new[] { [new NothingAnalyzer()], GeneratedCompilation.Analyzers })
        {
            var editor = new EditedFile(shape, file, analyzers);
            var measured = new List<double>();
            for (var i = 0; i < times; i++)
            {
                editor.Type();
                var time = Stopwatch.StartNew();
                _ = await editor.DiagnosticsAsync();
                measured.Add(time.Elapsed.TotalMilliseconds);
            }

            var warm = measured.Skip(times / 3).Order().ToList();
            Console.WriteLine($"{analyzers[0].GetType().Name}: first {measured[0]:F0} ms, warm median {warm[warm.Count / 2]:F0} ms, from {warm[0]:F0} to {warm[^1]:F0}");
        }
    }

    // Nothing of it is held by who calls it: what stays is what is kept for the next build.
    private static async Task RunOnceAsync(string stage, CSharpCompilation project, int number)
    {
        var compilation = stage == "next" ? GeneratedCompilation.NextBuild(project, number) : GeneratedCompilation.Anew(project);
        var (time, processor, allocated) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        var outcome = await CompileAsync(stage, compilation);
        Console.WriteLine($"{stage} {time.ElapsedMilliseconds,6} ms, processor {(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds,6:F0} ms, " +
            $"{(GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6,6:F0} MB  {outcome}");
    }

    private static async Task<string> CompileAsync(string stage, CSharpCompilation compilation)
    {
        switch (stage)
        {
            case "emit":
                using (var stream = new MemoryStream())
                {
                    var result = compilation.Emit(stream);
                    return result.Success + " " + string.Join("; ", result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(3));
                }

            case "analyzers":
                var diagnostics = await compilation.WithAnalyzers(GeneratedCompilation.Analyzers, GeneratedCompilation.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
                return diagnostics.Length + " " + string.Join(' ', diagnostics.GroupBy(diagnostic => diagnostic.Id).Select(rule => rule.Key + '×' + rule.Count()));
            case "build":
                _ = GeneratedCompilation.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
                return (await generated.WithAnalyzers(GeneratedCompilation.Analyzers, GeneratedCompilation.AnalyzerOptions).GetAllDiagnosticsAsync()).Length + " diagnostics";
            case "generator" or "next" or "public":
                var settings = stage switch
                {
                    "next" => new BuildSettings("MemoKeepBetweenBuilds", "true"),
                    "public" => new("MemoManifest", "public"),
                    _ => null,
                };
                var driver = GeneratedCompilation.Driver(settings: settings).RunGeneratorsAndUpdateCompilation(compilation, out _, out _);
                return driver.GetRunResult().GeneratedTrees.Sum(tree => tree.Length) + " characters";
            default:
                throw new ArgumentException($"'{stage}' is no stage: emit, analyzers, build, generator, next or public.", nameof(stage));
        }
    }
}
