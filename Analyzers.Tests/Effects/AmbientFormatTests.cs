namespace Memo.Analyzers.Tests.Effects;

/// <summary>Text that depends on the culture or the time zone without naming it: either it is in the key or nothing is stored.</summary>
public sealed class AmbientFormatTests
{
    [TestCase("string.Join(\";\", new List<double> { x })")]
    [TestCase("string.Concat(new double[] { x })")]
    [TestCase("string.Concat<double>(new List<double> { x })")]
    [TestCase("new StringBuilder().AppendJoin(\";\", new double[] { x }).ToString()")]
    [TestCase("string.Join(\";\", new object[] { x })")]
    [TestCase("string.Concat((object)x)")]
    [TestCase("string.Concat((object)x, \"a\")")]
    [TestCase("string.Join(\";\", new[] { x }.Select(a => a))")]
    [TestCase("string.Join(\",\", new[] { x }.Cast<object>())")]
    [TestCase("$\"{(object)x}\"")]
    [TestCase("x.ToString()")]
    public void The_culture_of_numbers_is_in_the_key(string text) => Assert.That(ReadsCulture(text) || Findings("double x", text).Length > 0);

    [TestCase("x.ToString(CultureInfo.InvariantCulture)")]
    [TestCase("string.Join(\";\", new List<string> { \"a\" })")]
    [TestCase("string.Create(CultureInfo.InvariantCulture, $\"{x}\")")]
    public void Other_text_needs_no_culture(string text)
    {
        Assert.That(ReadsCulture(text), Is.False);
        Assert.That(Findings("double x", text), Is.Empty);
    }

    [TestCase("new DateTime(x, 1, 1, 0, 0, 0, DateTimeKind.Local).ToString(\"O\", CultureInfo.InvariantCulture)")]
    [TestCase("new DateTime(x, 1, 1).ToString(\"zzz\", CultureInfo.InvariantCulture)")]
    [TestCase("string.Create(CultureInfo.InvariantCulture, $\"{new DateTime(x, 1, 1):zzz}\")")]
    [TestCase("new DateTime(x, 1, 1).ToString(\"U\", CultureInfo.InvariantCulture)")]
    [TestCase("string.Format(CultureInfo.InvariantCulture, \"{0:zzz}\", new DateTime(x, 1, 1))")]
    [TestCase("new StringBuilder().Append(CultureInfo.InvariantCulture, $\"{new DateTime(x, 1, 1):zzz}\").ToString()")]
    [TestCase("System.Text.Json.JsonSerializer.Serialize(new DateTime(x, 1, 1, 0, 0, 0, DateTimeKind.Local))")]
    [TestCase("System.Text.Json.JsonSerializer.Serialize(new { A = new DateTime(x, 1, 1, 0, 0, 0, DateTimeKind.Local) })")]
    [TestCase("((IFormattable)new DateTime(x, 1, 1)).ToString(\"zzz\", null)")]
    [TestCase("((DateTime)Convert.ChangeType(\"2024-01-01T00:00:00Z\", typeof(DateTime), CultureInfo.InvariantCulture)).Hour + \"\"")]
    [TestCase("System.Text.Json.JsonSerializer.Deserialize<DateTime[]>(\"[\\\"2024-01-01T00:00:00+05:00\\\"]\")![0].Hour + \"\"")]
    public void The_time_zone_is_in_the_key_with_the_culture(string text) => Assert.That(ReadsCulture(text, "int x") || Findings("int x", text).Length > 0);

    [TestCase("new DateTime(x, 1, 1).ToString(\"yyyy-MM-dd\", CultureInfo.InvariantCulture)")]
    [TestCase("string.Create(CultureInfo.InvariantCulture, $\"{new DateTime(x, 1, 1):yyyy-MM-dd}\")")]
    [TestCase("new DateOnly(x, 1, 1).ToString(\"O\", CultureInfo.InvariantCulture)")]
    public void A_date_without_a_zone_needs_none(string text) => Assert.That(Findings("int x", text), Is.Empty);

    private static string Source(string parameter, string text) => SourceText.Class($"[Memoize] public static string F({parameter}) => {text}; public static string Use() => F(1);");

    private static string[] Findings(string parameter, string text) => EmittedManifest.Of(Source(parameter, text)).FindingsOf("F");

    private static bool ReadsCulture(string text, string parameter = "double x") => Generated.From(Source(parameter, text)).Text.Contains("ReadsCulture = true", StringComparison.Ordinal);
}
