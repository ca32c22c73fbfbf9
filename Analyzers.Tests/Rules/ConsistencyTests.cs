using System.Globalization;
using System.Text.RegularExpressions;

namespace Memo.Analyzers.Tests.Rules;

/// <summary>Descriptors, pages, index, release files, links and fixes say the same.</summary>
public sealed partial class ConsistencyTests
{
    private static readonly string[] s_sections =
        ["Cause", "Why it matters for a remembered result", "Violation", "Fix", "How to configure", "Known limitations"];

    [Test]
    public void The_analyzers_support_the_designed_rules_and_no_others() => Assert.That(
        RuleTable.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().Select(rule => (rule.Id, rule.Category, rule.DefaultSeverity)),
        Is.EquivalentTo(RuleTable.Designed));

    [TestCaseSource(typeof(RuleTable), nameof(RuleTable.Ids))]
    public void A_rule_is_enabled_documented_and_worded_like_the_others(string id)
    {
        var rule = RuleTable.Descriptor(id);
        var message = rule.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(rule.IsEnabledByDefault);
            Assert.That(rule.HelpLinkUri, Does.EndWith($"/docs/rules/{id}.md"));
            Assert.That(rule.Title.ToString(CultureInfo.InvariantCulture), Does.Match(@"^[A-Z\[].*[^.]$"));
            Assert.That(message, Does.Match("[^.]$"), "a message is one sentence without a full stop, as the compiler's are");
            Assert.That(rule.Description.ToString(CultureInfo.InvariantCulture), Does.Match("^[A-Z].*\\.$"));
        });
    }

    [Test]
    public void There_is_a_page_for_each_rule_and_for_nothing_else() => Assert.That(
        Directory.GetFiles(Path.Combine(RuleTable.Root, "docs", "rules")).Select(Path.GetFileNameWithoutExtension),
        Is.EquivalentTo([.. RuleTable.Ids, "index"]));

    [TestCaseSource(typeof(RuleTable), nameof(RuleTable.Ids))]
    public void A_page_says_what_the_rule_says(string id)
    {
        var rule = RuleTable.Descriptor(id);
        var page = RuleTable.Page(id);
        Assert.Multiple(() =>
        {
            Assert.That(page[0], Is.EqualTo($"# {id}: {rule.Title}"));
            Assert.That(page, Does.Contain($"| category | `{rule.Category}` |"));
            Assert.That(page, Has.One.Matches<string>(line => Regex.IsMatch(line, $@"^\| severity \| {RuleTable.Name(rule.DefaultSeverity)}\b")));
            Assert.That(page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]), Is.EqualTo(s_sections));
            Assert.That(page, Has.Some.Contain($"dotnet_diagnostic.{id}.severity = "));
        });
    }

    [TestCaseSource(typeof(RuleTable), nameof(RuleTable.Ids))]
    public void A_page_says_whether_there_is_a_fix(string id)
    {
        var line = RuleTable.Page(id).Single(line => line.StartsWith("| code fix |", StringComparison.Ordinal));
        var hasFix = RuleTable.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));
        Assert.That(line, hasFix ? Is.Not.EqualTo("| code fix | none |") : Is.EqualTo("| code fix | none |"));
        Assert.That(IndexRow(id), hasFix ? Does.Contain("(code fix)") : Does.Not.Contain("(code fix)"));
    }

    [Test]
    public void A_fix_is_for_rules_that_exist() => Assert.That(
        RuleTable.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Distinct(), Is.SubsetOf(RuleTable.Ids).And.Not.Empty);

    [TestCaseSource(typeof(RuleTable), nameof(RuleTable.Ids))]
    public void The_index_has_a_row_for_the_rule(string id)
    {
        var rule = RuleTable.Descriptor(id);
        Assert.That(IndexRow(id), Does.Match(
            $@"^\| \[{id}\]\({id}\.md\) \| {Regex.Escape(rule.Category)} \| {RuleTable.Name(rule.DefaultSeverity)}( \([^|]*\))? \| {Regex.Escape(rule.Title.ToString(CultureInfo.InvariantCulture))} \| [^|]+ \|$"));
    }

    [Test]
    public void The_index_is_in_the_order_of_ids() => Assert.That(
        Index().Select(line => IndexId().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value), Is.EqualTo(RuleTable.Ids));

    [TestCaseSource(typeof(RuleTable), nameof(RuleTable.Ids))]
    public void The_release_files_name_the_rule_once(string id)
    {
        var rule = RuleTable.Descriptor(id);
        var severity = rule.DefaultSeverity; // release files say Info, pages say Information
        Assert.That(Releases().Where(line => line.StartsWith(id + " ", StringComparison.Ordinal)),
            Is.EqualTo([$"{id} | {rule.Category} | {severity} | {rule.Title}"]));
    }

    [Test]
    public void The_release_files_name_no_other_rule() => Assert.That(
        Releases().Where(line => line.StartsWith("MEMO", StringComparison.Ordinal)).Select(line => line[..7]), Is.EquivalentTo(RuleTable.Ids));

    [Test]
    public void Links_between_pages_lead_to_pages()
    {
        foreach (var id in RuleTable.Ids.Append("index"))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(RuleTable.PagePath(id))))
            {
                Assert.That(Path.Combine(RuleTable.Root, "docs", "rules", link.Groups[1].Value), Does.Exist, $"{id} links to {link.Groups[1]}");
            }
        }
    }

    private static string[] Index() => RuleTable.Page("index");

    private static string IndexRow(string id) => Index().Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal));

    private static IEnumerable<string> Releases() =>
        new[] { "Shipped", "Unshipped" }.SelectMany(kind => File.ReadLines(Path.Combine(RuleTable.Root, "Analyzers", $"AnalyzerReleases.{kind}.md")));

    [GeneratedRegex(@"^\| \[(MEMO\d+)\]")]
    private static partial Regex IndexId();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)")]
    private static partial Regex Link();
}
