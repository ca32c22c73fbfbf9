using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Caching.Memory;
using ZiggyCreatures.Caching.Fusion;

namespace Memo.Benchmarks.Calls;

/// <summary>A call whose result this process has already: a number as argument, a text as result. Nothing here but Memo knows when code or files change.</summary>
[MemoryDiagnoser]
public class HitOfNumber
{
    private const int Number = 1_234_567;

    private readonly ConcurrentDictionary<int, string> _dictionary = new();
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
    public string Memo() => Work.SpellOnce(Number);

    [Benchmark]
    public string WithoutCache() => Work.Spell(Number);

    [Benchmark]
    public string Dictionary() => _dictionary.GetOrAdd(Number, static number => Work.Spell(number));

    [Benchmark]
    public string Memory() => _peers.Memory.GetOrCreate(Number, static entry => Work.Spell((int)entry.Key))!;

    [Benchmark]
    public string Fusion() => _peers.Fusion.GetOrSet(Peers.Key(Number), static _ => Work.Spell(Number));

    [Benchmark]
    public ValueTask<string> Hybrid() => _peers.Hybrid.GetOrCreateAsync(Peers.Key(Number), static _ => new ValueTask<string>(Work.Spell(Number)));
}
