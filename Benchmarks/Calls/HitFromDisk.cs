using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Memo.Benchmarks.Calls;

/// <summary>
/// A call whose result lies on the disk and not in memory: 1 KB of text. The hand-written peer reads a file that it knows by name, believes all that is in it, and
/// knows nothing of code.
/// </summary>
[MemoryDiagnoser]
public class HitFromDisk
{
    private string _file = "";

    [GlobalSetup]
    public void Remember()
    {
        Memoizer.Configure(static options => options.MemoryLimit = 0);
        _ = Memo();
        _file = Path.Combine(Environment.GetEnvironmentVariable("MEMO_DIRECTORY")!, "page-7.json");
        File.WriteAllText(_file, JsonSerializer.Serialize(Work.Page(7)));
    }

    [Benchmark(Baseline = true)]
    public string Memo() => Work.PageOnce(7);

    [Benchmark]
    public string HandWritten() => JsonSerializer.Deserialize<string>(File.ReadAllBytes(_file))!;
}
