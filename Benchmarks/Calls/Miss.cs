using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace Memo.Benchmarks.Calls;

/// <summary>
/// A call that was never made before: 1 KB of text is computed, compared with what would be read again, and written. What Memo adds is the difference to
/// the work alone. The hand-written peer writes in place, so that a process that is killed leaves half a file.
/// </summary>
[MemoryDiagnoser]
public class Miss
{
    private string _folder = "";
    private int _next;

    [GlobalSetup]
    public void Begin()
    {
        _folder = Environment.GetEnvironmentVariable("MEMO_DIRECTORY")!;
        Directory.CreateDirectory(_folder);
        _next = Random.Shared.Next();
    }

    [Benchmark(Baseline = true)]
    public string Memo() => Work.PageOnce(_next++);

    [Benchmark]
    public string WithoutCache() => Work.Page(_next++);

    [Benchmark]
    public string HandWritten()
    {
        var page = Work.Page(_next++);
        File.WriteAllBytes(Path.Combine(_folder, $"page-{_next}.json"), JsonSerializer.SerializeToUtf8Bytes(page));
        return page;
    }
}
