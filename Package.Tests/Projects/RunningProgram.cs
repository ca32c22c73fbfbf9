using System.Diagnostics;

namespace Memo.Package.Tests.Projects;

/// <summary>A program under test that may not live to its end.</summary>
internal sealed class RunningProgram : IDisposable
{
    // Only so that a process that hangs fails its test instead of the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<string> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private readonly Task<string> _error;

    public RunningProgram(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>The first line that the program prints; empty if it is gone without one.</summary>
    public Task<string> Begun => _begun.Task;

    /// <summary>As the system does when it runs out of memory: without a word.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Keeps the process from running any further; it stays there, with all that it has.</summary>
    public void Stop()
    {
        using var kill = Process.Start("kill", ["-STOP", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, the lines of output, and what was said about calls.</returns>
    public (int ExitCode, IReadOnlyList<string> Lines, string Error) End()
    {
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill();
            throw new TimeoutException("The process did not end.");
        }
        _reading.GetAwaiter().GetResult();
        return (_process.ExitCode, _lines, _error.GetAwaiter().GetResult());
    }

    /// <summary>Waits for the end, which must be a good one.</summary>
    public (IReadOnlyList<string> Lines, ProgramRun Run) EndWell()
    {
        var (code, lines, error) = End();
        Assert.That(code, Is.Zero, error);
        Assert.That(error, Does.Not.Contain("   at "));
        return (lines, new(new(code, [], error)));
    }

    public void Dispose() => _process.Dispose();

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            _lines.Add(line);
            _begun.TrySetResult(line);
        }
        _begun.TrySetResult("");
    }
}
