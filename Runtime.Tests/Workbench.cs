using Memo.Diagnostics;
using Memo.Keys;

namespace Memo.Runtime.Tests;

/// <summary>
/// A folder with a store and with files to depend on, a clock, and what was said on standard error. Each session stands for a run of
/// a program: sessions share nothing but the folder.
/// </summary>
internal sealed class Workbench : IDisposable
{
    private readonly StringWriter _output = new();

    public Workbench()
    {
        Root = Directory.CreateTempSubdirectory("memo-test-").FullName;
        Store = Path.Combine(Root, "store");
    }

    public string Root { get; }

    public string Store { get; set; }

    public ManualClock Clock { get; } = new();

    /// <summary>How often the program was made to end as one that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>The lines said so far.</summary>
    public string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public string[] Warnings => [.. Lines.Where(line => line.StartsWith("memo: warning:", StringComparison.Ordinal))];

    public string LastLine => Lines[^1];

    public string[] Entries => !Directory.Exists(Store)
        ? []
        : [.. Directory.GetFiles(Store, "*.json", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("code-", StringComparison.Ordinal))];

    public string SingleEntry => Entries.Single();

    public MemoizerSession Start(MemoizerLog log = MemoizerLog.Calls, MemoizerMode mode = MemoizerMode.On, ExternalIdentities? externals = null, double verifySample = 0, bool durable = false, long memory = 1 << 20, long maxSize = 1L << 30)
    {
        var output = new Output(_output);
        var options = new MemoizerOptions { Directory = Store, Mode = mode, Log = log, VerifySample = verifySample, Durable = durable, MemoryLimit = memory, MaxSize = maxSize };
        return new MemoizerSession(options, output, new Warnings(output), Clock) { Externals = externals ?? ExternalIdentities.OfProcess, Fail = () => Failures++, Beside = static work => work() };
    }

    /// <summary>A path in the folder.</summary>
    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Writes a file in the folder.</summary>
    public string Write(string name, string content)
    {
        var path = PathOf(name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose()
    {
        _output.Dispose();
        // A test may have taken its own rights away.
        if (!OperatingSystem.IsWindows())
        {
            foreach (var folder in Directory.GetDirectories(Root)) File.SetUnixFileMode(folder, (UnixFileMode)0b111_000_000);
        }
        Directory.Delete(Root, recursive: true);
    }
}
