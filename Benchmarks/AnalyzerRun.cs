using BenchmarkDotNet.Attributes;
using Memo.Benchmarks.Compilations;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Benchmarks;

/// <summary>All diagnostics of a compilation that nobody has looked at before: with an analyzer that does nothing, and with ours.</summary>
[MemoryDiagnoser]
public class AnalyzerRun
{
    private CSharpCompilation _project = null!;

    /// <summary>The part of the code that memoized methods reach, in percent; 0 is a project without any.</summary>
    [Params(0, 10, 33)]
    public int Reached { get; set; }

    [GlobalSetup]
    public void Generate() => _project = GeneratedCompilation.Of(ProjectShape.Reaching(Reached));

    [Benchmark(Baseline = true)]
    public Task<int> Compiler() => CountAsync([new NothingAnalyzer()]);

    [Benchmark]
    public Task<int> Memo() => CountAsync([.. GeneratedCompilation.Analyzers]);

    private async Task<int> CountAsync(DiagnosticAnalyzer[] analyzers) =>
        (await GeneratedCompilation.Anew(_project).WithAnalyzers([.. analyzers], GeneratedCompilation.AnalyzerOptions).GetAllDiagnosticsAsync()).Length;
}
