using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Usage;

/// <summary>Names are looked for in the text of a file; what is found must be what the compiler reads there.</summary>
public class NamedPlacesTests
{
    private static string[] Lines(string text, params string[] names)
    {
        var tree = CSharpSyntaxTree.ParseText(text);
        return [.. new NamedPlaces(names).TokensIn(tree, default).Select(token => $"{token.ValueText} {token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}")];
    }

    [Test]
    public void A_name_is_found_wherever_it_stands() =>
        Assert.That(Lines("class C\n{\n    int Rate = 1;\n    int M() => Rate + this.Rate;\n}", "Rate"), Is.EqualTo(new[] { "Rate 3", "Rate 4", "Rate 4" }));

    [TestCase("int Rates = 1; int MyRate, Rate_, Rate1, rate;", TestName = "part of another name")]
    [TestCase("// Rate\n/* Rate */ /// <see cref=\"Rate\"/>\nint x;", TestName = "in a comment")]
    [TestCase("string s = \"Rate\" + @\"Rate\" + \"\"\"Rate\"\"\" + 'R';", TestName = "in a string")]
    [TestCase("\n#if NO\nint Rate;\n#endif\nint x;", TestName = "in code that is not compiled")]
    public void What_is_no_name_is_not_found(string members) => Assert.That(Lines($"class C {{ {members} }}", "Rate"), Is.Empty);

    [TestCase("int @Rate;", TestName = "after an at sign")]
    [TestCase("int R\\u0061te;", TestName = "with an escape")]
    [TestCase("int \\U00000052ate;", TestName = "with a long escape")]
    [TestCase("int Ra\u200dte;", TestName = "with a character that only formats")]
    [TestCase("string s = $\"{Rate}\";", TestName = "in an interpolated string")]
    [TestCase("string s = $\"\"\"{Rate,5:N}\"\"\";", TestName = "in a raw interpolated string")]
    [TestCase("string s = \"\\u0020\"; int Rate;", TestName = "beside an escape in a string")]
    public void A_name_is_found_however_it_is_spelled(string members) => Assert.That(Lines($"class C {{ {members} }}", "Rate"), Is.EqualTo(new[] { "Rate 1" }));

    [Test]
    public void A_name_beyond_ASCII_is_found() =>
        Assert.That(Lines("class C { int Größe, Größen, 値; }", "Größe", "値"), Is.EqualTo(new[] { "Größe 1", "値 1" }));

    [Test]
    public void The_text_may_be_of_any_length([Range(4085, 4100)] int before) =>
        Assert.That(Lines(new string(' ', before) + "class Rate;\nclass X { Rate r; }", "Rate"), Is.EqualTo(new[] { "Rate 1", "Rate 2" }));
}
