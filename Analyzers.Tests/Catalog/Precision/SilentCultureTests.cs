namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>What follows the culture, or the time zone in its fingerprint, in a way that is rarely a mistake: nothing is said, and it is in the key.</summary>
public sealed class SilentCultureTests
{
    private static readonly (string Parameter, string Expression, bool IsKeyed)[] s_cases =
    [
        ("string x", "int.Parse(x)", true),
        ("string x", "int.Parse(x, CultureInfo.InvariantCulture)", false),
        ("int x", "x.ToString()", true),
        ("int x", "x.ToString(CultureInfo.InvariantCulture)", false),
        ("int x", "$\"{x}\"", true),
        ("int x", "string.Create(CultureInfo.InvariantCulture, $\"{x}\")", false),
        ("string x", "$\"{x}\"", false),
        ("int x", "\"x\" + x", true),
        ("char x", "\"x\" + x", false),
        ("int[] x", "string.Join(\",\", x)", true),
        ("string[] x", "string.Join(\",\", x)", false),
        ("string x", "new StringBuilder().Append(1).Append(x).ToString()", true),
        ("string x", "new StringBuilder().Append('a').Append(x).ToString()", false),
        ("DayOfWeek x", "x.ToString()", true),
        ("DayOfWeek x", "(int)x", false),
        ("string x", "Convert.ToInt32(x)", true),
        ("string x", "Convert.ToInt32(x, 16)", false),
        ("System.Numerics.BigInteger x", "x.ToString()", true),
        ("Guid x", "x.ToString()", false),
        ("DateTime x", "x.ToString(\"yyyy\", CultureInfo.InvariantCulture)", true),
        ("DateOnly x", "x.ToString(\"yyyy\", CultureInfo.InvariantCulture)", false),
        ("DateTime x", "x.ToUniversalTime()", true),
        ("DateTime x", "x.AddDays(1)", false),
        ("DateTime x", "new DateTimeOffset(x)", true),
        ("DateTime x", "new DateTimeOffset(x, TimeSpan.Zero)", false),
        ("string x", "CultureInfo.GetCultureInfo(x).NumberFormat.NumberDecimalSeparator", true),
        ("string x", "CultureInfo.InvariantCulture.NumberFormat.NumberDecimalSeparator", false),
        ("string x", "CultureInfo.InvariantCulture.CompareInfo.GetSortKey(x).KeyData.Length", true),
        ("string x", "CultureInfo.InvariantCulture.CompareInfo.Compare(x, \"a\")", false),
        ("int x", "new GregorianCalendar().ToFourDigitYear(x)", true),
        ("int x", "new GregorianCalendar().GetDaysInYear(x)", false),
        ("string x", "System.Text.RegularExpressions.Regex.IsMatch(x, \"a\")", true),
        ("string x", "System.Text.RegularExpressions.Regex.Escape(x)", false),
        ("string x", "System.Text.Json.JsonDocument.Parse(x, default).RootElement.GetDateTime()", true),
        ("string x", "System.Text.Json.JsonDocument.Parse(x, default).RootElement.GetInt32()", false),
        ("string x", "System.Text.Json.Nodes.JsonNode.Parse(x, null, default)!.ToJsonString()", true),
        ("string x", "System.Text.Json.Nodes.JsonNode.Parse(x, null, default)!.GetValueKind()", false),
        ("int x", "new System.Xml.Linq.XElement(\"a\", x).ToString()", true),
        ("string x", "System.Xml.Linq.XElement.Parse(x).ToString()", false),
        ("DateTime x", "System.Xml.XmlConvert.ToString(x, System.Xml.XmlDateTimeSerializationMode.RoundtripKind)", true),
        ("double x", "System.Xml.XmlConvert.ToString(x)", false),
        ("DateTime x", "Shown(x)", true),
        ("byte[] x", "System.Buffers.Text.Utf8Parser.TryParse(x, out DateTime _, out _)", true),
        ("byte[] x", "System.Buffers.Text.Utf8Parser.TryParse(x, out int _, out _)", false),
    ];

    private static readonly Lazy<EmittedManifest> s_manifest = new(() => EmittedManifest.Of(SourceText.Class(string.Join('\n', s_cases.Select((c, i) =>
        $"[Memoize] public static object F{i}({c.Parameter}) => {c.Expression};").Append(Helper)))));

    private const string Helper = "private static string Shown<T>(T x) where T : IFormattable => x.ToString(\"o\", CultureInfo.InvariantCulture);";

    private static IEnumerable<TestCaseData> Cases => s_cases.Select((c, i) => new TestCaseData(i, c.IsKeyed).SetArgDisplayNames(c.Expression, c.IsKeyed ? "keyed" : "not keyed"));

    [TestCaseSource(nameof(Cases))]
    public void The_culture_is_in_the_key_where_it_shows(int number, bool isKeyed)
    {
        var effects = s_manifest.Value.Method($"F{number}").GetProperty("effects").EnumerateArray().Select(effect => effect.GetString());
        Assert.That(effects, Is.EqualTo(isKeyed ? ["ReadsCultureOfIntegers"] : Array.Empty<string>()));
    }
}
