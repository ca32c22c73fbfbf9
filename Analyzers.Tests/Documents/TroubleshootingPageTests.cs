using System.Text.RegularExpressions;
using Memo.Analyzers.Tests.Rules;

namespace Memo.Analyzers.Tests.Documents;

/// <summary>What <c>docs/troubleshooting.md</c> says that a program says, a program says.</summary>
public sealed partial class TroubleshootingPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(RuleTable.Root, "docs", "troubleshooting.md"));

    private static readonly string s_runtime = string.Join('\n', Directory.EnumerateFiles(Path.Combine(RuleTable.Root, "Runtime"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [TestCase("Why was this a miss?")]
    [TestCase("Why was it not stored?")]
    [TestCase("Why is this a bypass?")]
    [TestCase("Warnings of the program")]
    public void Each_message_is_one_of_the_runtime(string section)
    {
        var messages = Messages(section).ToList();
        Assert.That(messages, Is.Not.Empty);
        // A name, a path, a number stand between the pieces; and what is wrong with a value stands apart from what the value is.
        var pieces = messages.SelectMany(message => Beginning().Replace(message, "").Split('…')).Select(piece => piece.Trim()).Where(piece => piece.Length > 3 && piece != "MEMO");
        Assert.That(pieces.Where(piece => !s_runtime.Contains(piece, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Each_reason_of_a_miss_is_explained()
    {
        var source = File.ReadAllText(Path.Combine(RuleTable.Root, "Runtime", "Diagnostics", "MissExplanation.cs"));
        var reasons = Reason().Matches(source).Select(reason => reason.Groups[1].Value.Split('{')[0].Trim()).Distinct().ToList();
        Assert.That(reasons, Has.Count.GreaterThan(8));
        Assert.That(reasons.Where(reason => !Messages("Why was this a miss?").Any(message => message.StartsWith(reason, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Each_reason_not_to_store_is_explained()
    {
        var source = File.ReadAllText(Path.Combine(RuleTable.Root, "Runtime", "MemoizedMethod.Completion.cs"));
        var reasons = Returned().Matches(source).Select(reason => reason.Groups[1].Value.Split('{')[0].Trim()).ToList();
        Assert.That(reasons, Has.Count.GreaterThan(6));
        Assert.That(reasons.Where(reason => !Messages("Why was it not stored?").Any(message => message.StartsWith(reason, StringComparison.Ordinal))), Is.Empty);
    }

    // The code in the first column of a section's table.
    private static IEnumerable<string> Messages(string section)
    {
        var start = s_page.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.That(start, Is.Not.Negative, section);
        var end = s_page.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return FirstColumn().Matches(s_page[start..end]).SelectMany(cell => Code().Matches(cell.Value)).Select(code => code.Groups[1].Value);
    }

    [GeneratedRegex(@"^\| `[^|]*\|", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("^(argument '…'|the result|not stored:|MEMO_MODE is '…', but)")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?:= |=> \$|return \$?)""([a-z][^""]+)""")]
    private static partial Regex Reason();

    [GeneratedRegex(@"return \$?""([a-z][^""]+)""|=> \$""([a-z][^""]+)""")]
    private static partial Regex Returned();
}
