using BenchmarkDotNet.Attributes;

namespace Memo.Benchmarks.Calls;

/// <summary>What it costs to read a file of 1 KB through <see cref="TrackedFile"/> in a call that was never made before: of a thousand such files, one.</summary>
[MemoryDiagnoser]
public class TrackedRead
{
    private const int Count = 1000;

    private string[] _files = [];
    private int _next;

    [GlobalSetup]
    public void Write()
    {
        _files = SmallFiles.Write(Count);
        _next = Random.Shared.Next();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Tracked() => Work.TrackedLengthOnce(_files, _next++);

    [Benchmark(OperationsPerInvoke = Count)]
    public int FileAlone() => _files.Sum(static file => File.ReadAllText(file).Length);
}
