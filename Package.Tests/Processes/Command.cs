using System.Diagnostics;
using System.Text;

namespace Memo.Package.Tests.Processes;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    // Only so that a hanging process fails its test instead of the whole run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // What the test host and the build around it tell their children must not reach ours.
    private static readonly string[] Foreign = ["MSBUILD", "VSTEST", "TESTINGPLATFORM", "MEMO_", "COVERLET", "CORECLR_", "COMPLUS_"];

    /// <param name="folder">The current directory of the process.</param>
    /// <param name="environment">Added to what this process has.</param>
    /// <param name="arguments">The arguments of <c>dotnet</c>.</param>
    public static CommandResult Dotnet(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Run("dotnet", folder, environment, arguments);

    /// <param name="program">The program's file.</param>
    /// <param name="folder">The current directory of the process.</param>
    /// <param name="environment">Added to what this process has.</param>
    /// <param name="arguments">Its arguments.</param>
    public static CommandResult Run(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(program, folder, environment, arguments);
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var reading = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(output), process.StandardError.BaseStream.CopyToAsync(error));
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' did not end.\n{Encoding.UTF8.GetString(output.ToArray())}");
        }
        reading.GetAwaiter().GetResult();
        return new CommandResult(process.ExitCode, output.ToArray(), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Starts a program whose end is not waited for.</summary>
    /// <param name="program">The program's file.</param>
    /// <param name="folder">The current directory of the process.</param>
    /// <param name="environment">Added to what this process has.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in Settings.Concat(environment)) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static bool IsForeign(string variable) => Foreign.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("DOTNET_CLI_UI_LANGUAGE", "en"),
        new("DOTNET_NOLOGO", "1"),
        new("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        // Processes that outlive a build would keep the analyzers of the last one, whose version is always the same.
        new("DOTNET_CLI_USE_MSBUILD_SERVER", "0"),
        new("MSBUILDDISABLENODEREUSE", "1"),
        new("UseSharedCompilation", "false"),
        // Would ask registries about packages that no test is about.
        new("NuGetAudit", "false"),
    ];
}
