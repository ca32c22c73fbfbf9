using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Memo.Benchmarks.Compilations;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis;

namespace Memo.Benchmarks;

/// <summary>What an editor waits for after a key was hit: the diagnostics of the open file, whose memoized method reaches a thousand others.</summary>
public class EditedFileRun
{
    private EditedFile _nothing = null!;
    private EditedFile _memo = null!;

    [GlobalSetup]
    public void Open()
    {
        _nothing = new(ProjectShape.ThousandMethods, "Pipeline00.cs", [new NothingAnalyzer()]);
        _memo = new(ProjectShape.ThousandMethods, "Pipeline00.cs", GeneratedCompilation.Analyzers);
    }

    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> Compiler() => AfterKeyAsync(_nothing);

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> Memo() => AfterKeyAsync(_memo);

    private static Task<ImmutableArray<Diagnostic>> AfterKeyAsync(EditedFile file)
    {
        file.Type();
        return file.DiagnosticsAsync();
    }
}
