using System.Diagnostics;
using System.Globalization;

namespace Memo.Benchmarks.Projects;

/// <summary>A compiler server of our own, which others' builds neither warm nor end; it is stopped in the end.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly string _pipe = "memo-benchmarks-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
    private int? _process;

    /// <summary>Compiles what a build of the project has compiled before.</summary>
    public (Cost Cost, string Output) Compile(string project, params string[] further)
    {
        var compiler = File.ReadAllText(Path.Combine(project, ProjectFolder.CompilerPath)).Trim();
        var before = ProcessorTime();
        var time = Stopwatch.StartNew();
        var output = Command.Run(project, compiler, ["/noconfig", "/shared:" + _pipe, "@" + ProjectFolder.CompilerArguments, .. further]);
        return (new(time.Elapsed.TotalMilliseconds, (ProcessorTime() - before).TotalMilliseconds), output);
    }

    public void Dispose() => Find()?.Kill();

    // Of the server alone; zero where processes do not show their command lines.
    private TimeSpan ProcessorTime()
    {
        if (Find() is not { } process)
        {
            return TimeSpan.Zero;
        }

        if (_process is { } known && known != process.Id)
        {
            throw new InvalidOperationException("The compiler server was started anew; the measurement is worth nothing.");
        }

        _process = process.Id;
        return process.TotalProcessorTime;
    }

    private Process? Find() => Process.GetProcesses().FirstOrDefault(process =>
        File.Exists($"/proc/{process.Id}/cmdline") && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("-pipename:" + _pipe, StringComparison.Ordinal));

    /// <param name="Wall">Milliseconds until the compiler answered.</param>
    /// <param name="Processor">Milliseconds of all processors that the server took, garbage collection included.</param>
    internal readonly record struct Cost(double Wall, double Processor);
}
