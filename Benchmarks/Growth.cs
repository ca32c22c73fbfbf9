using BenchmarkDotNet.Attributes;
using Memo.Benchmarks.Compilations;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Benchmarks;

/// <summary>The generator where one thing doubles from row to row: the closure, the memoized methods, their calls, the project.</summary>
[MemoryDiagnoser]
public class Growth
{
    private CSharpCompilation _project = null!;

    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    public static IEnumerable<string> Shapes => Scaling.Series.SelectMany(series => series.Shapes.Select((_, index) => Name(series.Name, index)));

    [GlobalSetup]
    public void Generate() => _project = GeneratedCompilation.Of(
        Scaling.Series.SelectMany(series => series.Shapes.Select((shape, index) => (Name: Name(series.Name, index), Shape: shape))).First(pair => pair.Name == Shape).Shape);

    [Benchmark]
    public GeneratorDriver Generator() => GeneratedCompilation.Driver().RunGenerators(GeneratedCompilation.Anew(_project));

    private static string Name(string series, int index) => $"{series} ×{1 << index}";
}
