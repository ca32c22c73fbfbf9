using System.Text.RegularExpressions;
using Memo.Package.Tests.Processes;

namespace Memo.Package.Tests.Projects;

/// <summary>A build of a project under test.</summary>
internal sealed partial record Build(CommandResult Result)
{
    /// <summary>The warnings, each once: its id and its message.</summary>
    public IReadOnlyList<string> Warnings { get; } =
        [.. WarningLine().Matches(Result.Output).Select(line => line.Groups["warning"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>What it says about places in files.</summary>
    public IReadOnlyList<BuildMessage> Messages { get; } = BuildMessage.Parse(Result.Output);

    public IEnumerable<string> WarningsOf(string rule) => Warnings.Where(warning => warning.StartsWith(rule + ":", StringComparison.Ordinal));

    [GeneratedRegex(@": warning (?<warning>\w+: .*?)( \(https?://\S+\))? \[", RegexOptions.CultureInvariant)]
    private static partial Regex WarningLine();
}
