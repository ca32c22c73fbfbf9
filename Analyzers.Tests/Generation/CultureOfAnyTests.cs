namespace Memo.Analyzers.Tests.Generation;

/// <summary>The text of a value whose type the code does not know follows the culture, as that of a number would: a result belongs to the culture.</summary>
public sealed class CultureOfAnyTests
{
    [TestCase("x!.ToString()!")]
    [TestCase("\"\" + x")]
    [TestCase("$\"{x}\"")]
    [TestCase("$\"{x:N2}\"")]
    [TestCase("string.Concat(x, 1)")]
    [TestCase("string.Format(\"{0}\", x)")]
    [TestCase("Convert.ToString(x)!")]
    [TestCase("new System.Text.StringBuilder().Append(x).ToString()")]
    [TestCase("x is IFormattable f ? f.ToString(null, null) : \"\"")]
    public void Behind_a_type_parameter(string text) => IsKeyed($"static string Show<T>(T x) => {text};");

    [TestCase("IFormattable", "\"\" + x")]
    [TestCase("IFormattable", "$\"{x}\"")]
    [TestCase("IFormattable", "$\"{x:N2}\"")]
    [TestCase("IComparable", "\"\" + x")]
    [TestCase("IComparable", "$\"{x}\"")]
    [TestCase("object", "$\"{x}\"")]
    [TestCase("dynamic", "$\"{x}\"")]
    [TestCase("ValueType", "\"\" + x")]
    public void Behind_a_type_that_others_derive_from(string type, string text) => IsKeyed($"static string Show({type} x) => {text};");

    [TestCase("static string Show(string x) => \"\" + x;", "\"a\"")]
    [TestCase("static string Show(char x) => $\"{x}\";", "'a'")]
    public void A_text_does_not(string helper, string value) => Assert.That(Text(helper, value), Does.Contain("ReadsCulture = false"));

    private static void IsKeyed(string helper) => Assert.That(Text(helper, "1.5"), Does.Contain("ReadsCulture = true"));

    private static string Text(string helper, string value) =>
        Generated.From($"class P {{ static string F() => C.F(1); }} static class C {{ [Memoize] internal static string F(int x) => Show({value}); {helper} }}").Text;
}
