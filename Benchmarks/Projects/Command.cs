using System.Diagnostics;

namespace Memo.Benchmarks.Projects;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    public static string Dotnet(string directory, params string[] arguments) => Run(directory, "dotnet", arguments);

    public static string Run(string directory, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}:\n{output}");
    }
}
