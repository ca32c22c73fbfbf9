using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Dependencies;

public sealed class WrongDeclarationTests
{
    [TestCase("{file}", TestName = "An unknown parameter")]
    [TestCase("{path", TestName = "A brace that is not closed")]
    [TestCase("{}", TestName = "An empty name")]
    [TestCase("", TestName = "An empty template")]
    [TestCase("{path.Nothing}", TestName = "An unknown member")]
    [TestCase("{Path}", TestName = "A name in another case")]
    [TestCase("path}", TestName = "A brace that is not opened")]
    public async Task A_wrong_template_is_an_error(string template)
    {
        var findings = await Reported.InMembers("[Memoize, DependsOnFile(\"" + template + "\")] public static string F(string path) => path;");
        Assert.That(findings.Select(f => (f.Id, f.Severity)), Has.One.EqualTo(("MEMO401", DiagnosticSeverity.Error)));
    }

    [TestCase("{path}")]
    [TestCase("words.txt")]
    [TestCase("{path}/{n}.txt")]
    [TestCase("{path.Length}")]
    public async Task A_right_template_is_none(string template)
    {
        var findings = await Reported.InMembers("[Memoize, DependsOnFile(\"" + template + "\")] public static string F(string path, int n) => path;");
        Assert.That(findings.Select(f => f.Id), Has.None.EqualTo("MEMO401"));
    }

    [Test]
    public async Task A_wrong_declaration_silences_nothing()
    {
        var findings = await Reported.InMembers("[Memoize, DependsOnFile(\"{file}\")] public static string F(string path) => File.ReadAllText(path);");
        Assert.That(findings.Select(f => f.Id), Is.EquivalentTo(["MEMO401", "MEMO101"]));
    }

    [Test]
    public void A_program_with_a_wrong_declaration_still_generates_code_that_compiles() => Assert.That(
        Generated.From(SourceText.Class("[Memoize, DependsOnFile(\"{file}\")] public static string F(string path) => path; public static string G() => F(\"a\");")).Problems,
        Is.Empty);
}
