using System.Text;

namespace Memo.Package.Tests.Processes;

/// <summary>What a process left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="OutputBytes">Its standard output, untouched, because promises about it are made byte for byte.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record CommandResult(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- error\n{Error}";
}
