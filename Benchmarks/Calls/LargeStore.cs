using BenchmarkDotNet.Attributes;

namespace Memo.Benchmarks.Calls;

/// <summary>The same hit and the same miss in an empty store and in one with 100 000 entries of the same method.</summary>
public class LargeStore
{
    private int _next = 1_000_000_000;

    [Params(0, 100_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        Memoizer.Configure(options =>
        {
            options.MemoryLimit = 0;
            options.Directory = Path.Combine(Environment.GetEnvironmentVariable("MEMO_DIRECTORY")!, $"of-{Entries}");
        });
        Parallel.For(0, Entries, static number => Work.SpellOnce(number));
        _ = Hit();
    }

    [Benchmark]
    public string Hit() => Work.SpellOnce(7);

    [Benchmark]
    public string Miss() => Work.SpellOnce(_next++);
}
