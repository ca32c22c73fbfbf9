using System.Runtime.InteropServices;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Memo.Benchmarks.Calls;

/// <summary>A million numbers from the disk, 8 MB. The hand-written peers read JSON, and bits that nothing protects.</summary>
[MemoryDiagnoser]
public class LargeHit
{
    private string _json = "";
    private string _bits = "";

    [GlobalSetup]
    public void Remember()
    {
        Memoizer.Configure(static options => options.MemoryLimit = 0);
        _ = Memo();
        var folder = Environment.GetEnvironmentVariable("MEMO_DIRECTORY")!;
        _json = Path.Combine(folder, "samples.json");
        _bits = Path.Combine(folder, "samples.bin");
        File.WriteAllBytes(_json, JsonSerializer.SerializeToUtf8Bytes(Work.Samples(1)));
        File.WriteAllBytes(_bits, MemoryMarshal.AsBytes(Work.Samples(1).AsSpan()));
    }

    [Benchmark(Baseline = true)]
    public double[] Memo() => Work.SamplesOnce(1);

    [Benchmark]
    public double[] HandWrittenJson() => JsonSerializer.Deserialize<double[]>(File.ReadAllBytes(_json))!;

    [Benchmark]
    public double[] HandWrittenBits() => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(_bits)).ToArray();
}
