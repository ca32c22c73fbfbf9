using System.Text.RegularExpressions;

namespace Memo.Package.Tests.Projects;

/// <summary>A line that <c>MEMO_LOG=calls</c> wrote.</summary>
/// <param name="Kind"><c>hit</c>, <c>miss</c> or <c>bypass</c>.</param>
/// <param name="Method">The method, with its type.</param>
/// <param name="Text">All that follows.</param>
internal sealed partial record LoggedCall(string Kind, string Method, string Text)
{
    public static IReadOnlyList<LoggedCall> Parse(string error) =>
        [.. Line().Matches(error).Select(line => new LoggedCall(line.Groups[1].Value, line.Groups[2].Value, line.Groups[3].Value.TrimEnd('\r')))];

    [GeneratedRegex(@"^memo: (hit|miss|bypass) +([^(\n]+)(\(.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
