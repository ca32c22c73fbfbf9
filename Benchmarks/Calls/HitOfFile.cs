using BenchmarkDotNet.Attributes;

namespace Memo.Benchmarks.Calls;

/// <summary>
/// A call whose result this process has already, and which depends on a file of 1 KB that nobody has changed: read through <see cref="TrackedFile"/>, or declared. All
/// that a hit does is to ask the system whether the file is the same; the peer reads it.
/// </summary>
[MemoryDiagnoser]
public class HitOfFile
{
    private string _file = "";

    [GlobalSetup]
    public void Remember()
    {
        _file = SmallFiles.Write(1)[0];
        _ = (Tracked(), Declared());
    }

    [Benchmark(Baseline = true)]
    public string Tracked() => Work.TrackedTextOnce(_file);

    [Benchmark]
    public string Declared() => Work.DeclaredTextOnce(_file);

    [Benchmark]
    public string FileAlone() => File.ReadAllText(_file);
}
