using BenchmarkDotNet.Attributes;
using Memo.Benchmarks.Compilations;
using Memo.Benchmarks.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Benchmarks;

/// <summary>The generator on a compilation that it has not seen, and again after an edit of a file that no memoized method reaches.</summary>
[MemoryDiagnoser]
public class GeneratorRun
{
    private CSharpCompilation _project = null!;
    private GeneratorDriver _warm = null!;
    private int _edits;

    [Params(0, 10, 33)]
    public int Reached { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        _project = GeneratedCompilation.Of(ProjectShape.Reaching(Reached));
        _warm = GeneratedCompilation.Driver().RunGenerators(_project);
    }

    [Benchmark(Baseline = true)]
    public GeneratorDriver First() => GeneratedCompilation.Driver().RunGenerators(GeneratedCompilation.Anew(_project));

    [Benchmark]
    public GeneratorDriver AfterUnrelatedEdit()
    {
        var program = _project.SyntaxTrees.First(tree => tree.FilePath.EndsWith("Program.cs", StringComparison.Ordinal));
        var edited = CSharpSyntaxTree.ParseText($"{program.GetText()}Console.WriteLine({_edits++});\n", GeneratedCompilation.ParseOptions, program.FilePath);
        return _warm.RunGenerators(_project.ReplaceSyntaxTree(program, edited));
    }
}
