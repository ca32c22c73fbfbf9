namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>JSON, XML and regular expressions compute; only what is loaded by name is read from outside.</summary>
public sealed class DocumentTests
{
    [Test]
    public Task Json_is_read_and_written_in_memory() => Check.MembersWithInfo("""
        [Memoize] public static int A(string j) => System.Text.Json.JsonDocument.Parse(j).RootElement.GetProperty("a").GetInt32();
        [Memoize] public static string? B(string j)
        {
            using var d = System.Text.Json.JsonDocument.Parse(j);
            foreach (var e in d.RootElement.EnumerateArray()) if (e.ValueKind == System.Text.Json.JsonValueKind.String) return e.GetString();
            return null;
        }
        [Memoize] public static string? C1(string j) => System.Text.Json.Nodes.JsonNode.Parse(j)!["a"]!.GetValue<string>();
        [Memoize] public static string D(int j) => new System.Text.Json.Nodes.JsonObject { ["a"] = j, ["b"] = new System.Text.Json.Nodes.JsonArray(1, 2) }.ToJsonString();
        [Memoize] public static DateTime E(string j) => System.Text.Json.JsonDocument.Parse(j).RootElement.GetDateTime();
        [Memoize] public static string F(int j)
        {
            using var m = new MemoryStream();
            using (var w = new System.Text.Json.Utf8JsonWriter(m)) { w.WriteStartObject(); w.WriteNumber("a", j); w.WriteEndObject(); }
            return Encoding.UTF8.GetString(m.ToArray());
        }
        """);

    [Test]
    public Task A_serializer_of_a_type_that_says_what_is_in_it_is_followed() => Check.Members("""
        public sealed record Person(string Name, int Age);
        [Memoize] public static string A(string n) => System.Text.Json.JsonSerializer.Serialize(new Person(n, 1));
        [Memoize] public static Person B(string j) => System.Text.Json.JsonSerializer.Deserialize<Person>(j)!;
        [Memoize] public static List<Person> C1(string j) => System.Text.Json.JsonSerializer.Deserialize<List<Person>>(j, System.Text.Json.JsonSerializerOptions.Web)!;
        [Memoize] public static string? D(string j) => {|MEMO107:System.Text.Json.JsonSerializer.Deserialize<object>(j)|}!.ToString();
        """);

    [Test]
    public Task Xml_is_parsed_in_memory_and_loaded_from_files() => Check.MembersWithInfo("""
        [Memoize] public static string A(string x) => System.Xml.Linq.XElement.Parse(x).Elements("a").First().Value;
        [Memoize] public static string B(string p) => {|MEMO101:System.Xml.Linq.XElement.Load(p)|}.Value;
        [Memoize] public static string C1(string x) => System.Xml.Linq.XElement.Load(new StringReader(x)).Value;
        [Memoize] public static string D(string x) => new System.Xml.Linq.XElement("a", new System.Xml.Linq.XAttribute("b", x), new System.Xml.Linq.XElement("c", 1.5)).ToString();
        [Memoize] public static int E(string x) => (int)System.Xml.Linq.XElement.Parse(x).Attribute("n")!;
        [Memoize] public static DateTime F(string x) => {|MEMO104:(DateTime)System.Xml.Linq.XElement.Parse(x).Attribute("n")!|};
        [Memoize] public static string G(string x) { var d = new System.Xml.XmlDocument(); d.LoadXml(x); return d.DocumentElement!.Attributes["a"]!.Value + d.SelectNodes("//a")!.Count; }
        [Memoize] public static string H(string p) { var d = new System.Xml.XmlDocument(); {|MEMO101:d.Load(p)|}; return d.InnerText; }
        [Memoize] public static string I(string x) { using var r = System.Xml.XmlReader.Create(new StringReader(x)); while (r.Read()) if (r.NodeType == System.Xml.XmlNodeType.Text) return r.Value; return ""; }
        [Memoize] public static string J(string p) { using var r = {|MEMO101:System.Xml.XmlReader.Create(p)|}; return r.Value; }
        [Memoize] public static string K(string x) { var b = new StringBuilder(); using (var w = System.Xml.XmlWriter.Create(b)) w.WriteElementString("a", x); return b.ToString(); }
        [Memoize] public static int L(string x) { var i = new System.Xml.XPath.XPathDocument(new StringReader(x)).CreateNavigator().Select("//a"); var n = 0; while (i.MoveNext()) n++; return n; }
        """);

    [Test]
    public Task Regular_expressions_say_nothing() => Check.MembersWithInfo("""
        private static readonly System.Text.RegularExpressions.Regex s_word = new("a+", System.Text.RegularExpressions.RegexOptions.Compiled);
        [Memoize] public static bool A(string x) => s_word.IsMatch(x);
        [Memoize] public static string B(string x) => System.Text.RegularExpressions.Regex.Replace(x, "a+", m => m.Value.ToUpperInvariant());
        [Memoize] public static string C1(string x) => System.Text.RegularExpressions.Regex.Replace(x, "a+", m => {|MEMO105:m.Value.ToUpper()|});
        [Memoize] public static string[] D(string x) => System.Text.RegularExpressions.Regex.Matches(x, "(?<n>a)+").Select(m => m.Groups["n"].Value).ToArray();
        [Memoize] public static bool E(string x) => System.Text.RegularExpressions.Regex.IsMatch(x, "a", System.Text.RegularExpressions.RegexOptions.IgnoreCase);
        """);

    [Test]
    public Task Encodings_are_tables_and_a_name_is_looked_up_among_those_that_are_registered() => Check.MembersWithInfo("""
        [Memoize] public static byte[] A(string x) => Encoding.UTF8.GetBytes(x);
        [Memoize] public static string B(byte[] x) => Encoding.Latin1.GetString(x) + Encoding.ASCII.GetString(x) + Encoding.Default.GetString(x);
        [Memoize] public static string C1(byte[] x) => {|MEMO102:Encoding.GetEncoding("windows-1252")|}.GetString(x);
        [Memoize] public static int D(byte[] b, string x) => {|MEMO106:Encoding.UTF8.GetBytes(x, 0, 1, b, 0)|};
        [Memoize] public static string E(string x) => Convert.ToBase64String(Encoding.UTF8.GetBytes(x)) + Convert.ToHexString([1]) + Uri.EscapeDataString(x);
        """);
}
