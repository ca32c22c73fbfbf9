using System.Text.RegularExpressions;

namespace Memo.Package.Tests.Projects;

/// <summary>A line of a build about a place in a file.</summary>
internal sealed partial record BuildMessage(string File, string Severity, string Id, string Text)
{
    /// <summary>Each once, though a build repeats them at its end.</summary>
    public static IReadOnlyList<BuildMessage> Parse(string output) =>
        [.. Line().Matches(output).Select(line => (line.Value, new BuildMessage(line.Groups[1].Value, line.Groups[2].Value, line.Groups[3].Value, line.Groups[4].Value))).Distinct().Select(line => line.Item2)];

    [GeneratedRegex(@"^ *(\S[^(\n]*)\(\d+,\d+\): (warning|error) (\w+): (.*?)( \(https?://\S+\))? \[", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
