using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Rules;

/// <summary>The severities that <c>MemoPreset</c> chooses.</summary>
public sealed partial class PresetTests
{
    [Test]
    public void The_default_sets_nothing_so_that_whatever_a_project_sets_holds() => Assert.That(Severities("Default"), Is.Empty);

    [TestCase("Strict")]
    [TestCase("Relaxed")]
    public void A_preset_names_each_rule_once_in_the_order_of_ids(string preset) =>
        Assert.That(Severities(preset).Select(line => line.Id), Is.EqualTo(RuleTable.Ids));

    [Test]
    public void Strict_raises_and_Relaxed_lowers()
    {
        foreach (var (id, _, severity) in RuleTable.Designed)
        {
            Assert.That(Of("Strict", id), id == "MEMO304" ? Is.EqualTo(severity) : Is.EqualTo(Raised(severity)), id);
            Assert.That(Of("Relaxed", id), id is "MEMO406" or "MEMO407" ? Is.EqualTo(severity) : Is.EqualTo(severity - 1), id);
        }

        static DiagnosticSeverity Raised(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? severity : severity + 1;
    }

    // 'none' would open the gate: no preset may make a result wrong.
    [TestCase("Strict")]
    [TestCase("Relaxed")]
    public void A_preset_accepts_nothing(string preset) =>
        Assert.That(Severities(preset).Select(line => line.Severity), Is.All.AnyOf("error", "warning", "suggestion", "silent"));

    [TestCase("Default")]
    [TestCase("Strict")]
    [TestCase("Relaxed")]
    public void What_a_project_sets_comes_first(string preset)
    {
        var lines = File.ReadAllLines(PathOf(preset));
        Assert.That(lines, Does.Contain("is_global = true"));
        Assert.That(lines, Does.Contain("global_level = -10"), "0 is what a project's own files have");
    }

    private static string PathOf(string preset) => Path.Combine(RuleTable.Root, "Package", "presets", $"Memo.{preset}.globalconfig");

    private static List<(string Id, string Severity)> Severities(string preset) =>
        [.. Line().Matches(File.ReadAllText(PathOf(preset))).Select(line => (line.Groups[1].Value, line.Groups[2].Value))];

    private static DiagnosticSeverity Of(string preset, string id) => Severities(preset).Single(line => line.Id == id).Severity switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "suggestion" => DiagnosticSeverity.Info,
        "silent" => DiagnosticSeverity.Hidden,
        var other => throw new FormatException(other),
    };

    [GeneratedRegex(@"^dotnet_diagnostic\.(\w+)\.severity = (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
