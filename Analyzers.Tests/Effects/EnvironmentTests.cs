using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Effects;

public sealed class EnvironmentTests
{
    [TestCase("Environment.GetEnvironmentVariable(\"A\")!.Length")]
    [TestCase("Environment.CurrentDirectory.Length")]
    [TestCase("Directory.GetCurrentDirectory().Length")]
    [TestCase("Environment.MachineName.Length")]
    [TestCase("Environment.ProcessorCount")]
    [TestCase("Environment.GetCommandLineArgs().Length")]
    [TestCase("TimeZoneInfo.Local.Id.Length")]
    [TestCase("Environment.UserName.Length")]
    [TestCase("Path.GetTempPath().Length")]
    [TestCase("Path.GetFullPath(\"a\").Length")]
    public async Task What_surrounds_the_process_is_reported_as_a_warning(string expression)
    {
        var findings = await Reported.InMembers("[Memoize] public static int F(int x) => x + " + expression + ";");
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO105 line 3"]));
    }

    [TestCase("Environment.NewLine.Length")]
    [TestCase("Path.Combine(\"a\", \"b\").Length")]
    [TestCase("Path.GetExtension(\"a.b\").Length")]
    [TestCase("TimeZoneInfo.Utc.Id.Length")]
    [TestCase("int.MaxValue")]
    public Task What_is_the_same_on_one_platform_is_not(string expression) =>
        Check.Members("[Memoize] public static int F(int x) => x - " + expression + ";");

    [Test]
    public Task The_environment_in_a_helper_is_reported_at_the_call() => Check.Members("""
        [Memoize] public static string? F(int x) => {|MEMO105:Setting("A")|};
        private static string? Setting(string name) => Environment.GetEnvironmentVariable(name);
        """);

    [TestCase("1.5.ToString()")]
    [TestCase("1.5m.ToString(\"N2\")")]
    [TestCase("text.ToUpper()")]
    [TestCase("double.Parse(text).ToString(CultureInfo.InvariantCulture)")]
    [TestCase("$\"{1.5}\"")]
    [TestCase("new DateTime(2024, 1, 1).ToString(\"d\")")]
    [TestCase("string.Compare(text, \"a\") == 0 ? \"a\" : \"b\"")]
    public async Task The_culture_only_informs(string expression)
    {
        var findings = await Reported.InMembers("[Memoize] public static string F(string text) => " + expression + ";");
        Assert.That(findings.Select(f => (f.Id, f.Severity)), Is.EqualTo([("MEMO105", DiagnosticSeverity.Info)]));
    }

    [TestCase("1.5.ToString(CultureInfo.InvariantCulture)")]
    [TestCase("text.ToUpperInvariant()")]
    [TestCase("double.Parse(text, CultureInfo.InvariantCulture) > 1 ? \"a\" : \"b\"")]
    [TestCase("string.Create(CultureInfo.InvariantCulture, $\"{1.5}\")")]
    [TestCase("FormattableString.Invariant($\"{1.5}\")")]
    [TestCase("string.Compare(text, \"a\", StringComparison.Ordinal) == 0 ? \"a\" : \"b\"")]
    [TestCase("text.StartsWith(\"a\", StringComparison.OrdinalIgnoreCase) ? \"a\" : \"b\"")]
    [TestCase("text.Contains('a') ? \"a\" : \"b\"")]
    [TestCase("text == \"a\" ? \"a\" : \"b\"")]
    [TestCase("text.Replace(\"a\", \"b\").Trim().Substring(1)")]
    [TestCase("$\"{1}{text}\"")]
    [TestCase("7.ToString()")]
    public Task What_follows_no_culture_does_not_even_inform(string expression) =>
        Check.MembersWithInfo("[Memoize] public static string F(string text) => " + expression + ";");

    [Test]
    public async Task A_culture_that_is_a_parameter_s_choice_is_no_ambient_one()
    {
        var findings = await Reported.InMembers("""
            [Memoize] public static string F(double x) => Show(x, CultureInfo.InvariantCulture);
            private static string Show(double x, IFormatProvider provider) => x.ToString(provider);
            """);
        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void The_culture_is_no_finding_of_the_gate() => Assert.That(
        EmittedManifest.Of(SourceText.Class("[Memoize] public static string F(double x) => x.ToString();")).FindingsOf("F"), Is.Empty);

    [Test]
    public void The_environment_is_a_finding_of_the_gate() => Assert.That(
        EmittedManifest.Of(SourceText.Class("[Memoize] public static string F(double x) => Environment.MachineName;")).FindingsOf("F"),
        Has.One.StartsWith("MEMO105 "));
}
