using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Caching.Memory;
using ZiggyCreatures.Caching.Fusion;

namespace Memo.Benchmarks.Calls;

/// <summary>
/// A call whose result this process has already: ten numbers as argument, a list as result. Memo and HybridCache give each caller a list of its own; the others
/// give all callers the same one, which any of them may change.
/// </summary>
[MemoryDiagnoser]
public class HitOfArray
{
    private static readonly int[] Numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    private readonly ConcurrentDictionary<string, List<int>> _dictionary = new();
    private Peers _peers = null!;

    [GlobalSetup]
    public void Remember()
    {
        _peers = new();
        _ = (Memo(), Dictionary(), Memory(), Fusion(), Hybrid().AsTask().Result);
    }

    [GlobalCleanup]
    public void Forget() => _peers.Dispose();

    [Benchmark(Baseline = true)]
    public List<int> Memo() => Work.DoubleOnce(Numbers);

    [Benchmark]
    public List<int> WithoutCache() => Work.Double(Numbers);

    [Benchmark]
    public List<int> Dictionary() => _dictionary.GetOrAdd(Peers.Key(Numbers), static _ => Work.Double(Numbers));

    [Benchmark]
    public List<int> Memory() => _peers.Memory.GetOrCreate(Peers.Key(Numbers), static _ => Work.Double(Numbers))!;

    [Benchmark]
    public List<int> Fusion() => _peers.Fusion.GetOrSet(Peers.Key(Numbers), static _ => Work.Double(Numbers));

    [Benchmark]
    public ValueTask<List<int>> Hybrid() => _peers.Hybrid.GetOrCreateAsync(Peers.Key(Numbers), static _ => new ValueTask<List<int>>(Work.Double(Numbers)));
}
