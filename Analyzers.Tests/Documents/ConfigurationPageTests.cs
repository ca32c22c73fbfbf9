using System.Reflection;
using System.Text.RegularExpressions;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Tests.Rules;

namespace Memo.Analyzers.Tests.Documents;

/// <summary><c>docs/configuration.md</c> names all that can be configured, and nothing else.</summary>
public sealed partial class ConfigurationPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(RuleTable.Root, "docs", "configuration.md"));

    [Test]
    public void Properties_of_a_project() => Assert.That(
        Rows("## The project file").Order(StringComparer.Ordinal),
        Is.EqualTo(Names(VisibleProperty(), File.ReadAllText(Path.Combine(RuleTable.Root, "Package", "build", "Memo.Analyzers.props")))));

    // What it says there are, when it is told of another.
    [Test]
    public void Properties_that_the_analyzers_know() => Assert.That(Names(OwnProperty(), ReadSource("Analyzers/Findings/Settings.cs")), Is.SupersetOf(Rows("## The project file")));

    [Test]
    public void Settings_of_the_analysis() => Assert.That(Rows("## The memo settings"), Is.EqualTo(new[] { Settings.BenignEffects, Settings.FrameworkIdentity }));

    [Test]
    public void Variables_of_the_environment() => Assert.That(
        Rows("## The environment").Order(StringComparer.Ordinal), Is.EqualTo(Names(Variable(), ReadSource("Runtime/MemoizerOptions.cs"))));

    [Test]
    public void Options_of_code() => Assert.That(
        Names(Option(), s_page),
        Is.EqualTo(typeof(MemoizerOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(option => option.Name).Order(StringComparer.Ordinal)));

    [Test]
    public void Values_of_a_mode_and_of_the_log() => Assert.Multiple(() =>
    {
        var environment = Section("## The environment");
        foreach (var mode in Enum.GetNames<MemoizerMode>()) Assert.That(environment, Does.Contain($"| `{mode.ToLowerInvariant()}`"));
        foreach (var log in Enum.GetNames<MemoizerLog>().Except(["None"])) Assert.That(environment, Does.Contain($"| `{log.ToLowerInvariant()}`"));
    });

    [Test]
    public void Presets() => Assert.That(
        Rows("### Presets"),
        Is.EquivalentTo(Directory.GetFiles(Path.Combine(RuleTable.Root, "Package", "presets")).Select(file => Path.GetFileName(file).Split('.')[1])));

    // The first column of the tables in a section.
    private static IEnumerable<string> Rows(string heading) => Row().Matches(Section(heading)).Select(row => row.Groups[1].Value).Distinct();

    private static string Section(string heading)
    {
        var start = s_page.IndexOf(heading + "\n", StringComparison.Ordinal);
        Assert.That(start, Is.Not.Negative, heading);
        var end = s_page.IndexOf("\n##", start + heading.Length, StringComparison.Ordinal);
        return s_page[start..(end < 0 ? s_page.Length : end)];
    }

    private static string ReadSource(string path) => File.ReadAllText(Path.Combine(RuleTable.Root, path));

    private static IEnumerable<string> Names(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `([\w.]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"CompilerVisibleProperty Include=""(\w+)""")]
    private static partial Regex VisibleProperty();

    [GeneratedRegex(@"'(Memo\w+)'")]
    private static partial Regex OwnProperty();

    [GeneratedRegex(@"variable\(""(MEMO_\w+)""\)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^    options\.(\w+) = ", RegexOptions.Multiline)]
    private static partial Regex Option();
}
