namespace Memo.Analyzers.Tests.Clean;

/// <summary>Text, parsing and formatting: no warning at all.</summary>
public sealed class TextPipelineTests
{
    private static IEnumerable<CleanCode> Programs =>
    [
        new("word counts", """
            [Memoize]
            public static Dictionary<string, int> Count(string text)
            {
                var counts = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    counts.TryGetValue(word, out var n);
                    counts[word] = n + 1;
                }
                return counts;
            }
            """),
        new("term frequency and inverse document frequency", """
            [Memoize]
            public static Dictionary<string, double>[] TfIdf(List<string[]> documents)
            {
                var frequency = documents.SelectMany(d => d.Distinct()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
                return documents.Select(d => d.GroupBy(w => w)
                    .ToDictionary(g => g.Key, g => (double)g.Count() / d.Length * Math.Log((double)documents.Count / frequency[g.Key]))).ToArray();
            }
            """),
        new("a builder", """
            [Memoize]
            public static string Table(IReadOnlyList<(string Name, double Value)> rows)
            {
                var text = new StringBuilder();
                foreach (var (name, value) in rows)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name,-10} {value:F2}").AppendLine();
                    text.AppendFormat(CultureInfo.InvariantCulture, "{0:N1}", value).Append('\n').Insert(0, "> ");
                }
                return text.ToString().TrimEnd();
            }
            """),
        new("regular expressions", """
            private static readonly System.Text.RegularExpressions.Regex Word = new(@"[\p{L}']+", System.Text.RegularExpressions.RegexOptions.CultureInvariant);
            [Memoize]
            public static List<string> Tokens(string text) =>
                Word.Matches(System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ")).Select(m => m.Value.ToLowerInvariant()).ToList();
            """),
        new("a replacing regular expression", """
            [Memoize]
            public static string Mask(string text) =>
                System.Text.RegularExpressions.Regex.Replace(text, @"\d+", m => new string('*', m.Length));
            """),
        new("invariant formats", """
            [Memoize]
            public static string Show(double x, DateTime at) =>
                string.Create(CultureInfo.InvariantCulture, $"{x:R} {at:yyyy-MM-dd}") + x.ToString("F3", CultureInfo.InvariantCulture)
                + string.Format(CultureInfo.InvariantCulture, "{0}", x) + at.ToString("O", CultureInfo.InvariantCulture);
            """),
        new("parsing a table", """
            public sealed record Row(string City, double Value, DateOnly At);
            [Memoize]
            public static List<Row> Parse(string csv) =>
                csv.Split('\n').Skip(1).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Split(','))
                    .Select(f => new Row(f[0].Trim(), double.Parse(f[1], CultureInfo.InvariantCulture), DateOnly.ParseExact(f[2], "yyyy-MM-dd", CultureInfo.InvariantCulture)))
                    .OrderBy(r => r.City, StringComparer.Ordinal).ThenByDescending(r => r.Value).ToList();
            """),
        new("JSON of a string", """
            [Memoize]
            public static int Sum(string json)
            {
                using var document = System.Text.Json.JsonDocument.Parse(json);
                var sum = 0;
                foreach (var item in document.RootElement.EnumerateArray()) sum += item.GetProperty("n").GetInt32();
                return sum;
            }
            """),
        new("XML of a string", """
            [Memoize]
            public static string[] Names(string xml) =>
                System.Xml.Linq.XDocument.Parse(xml).Descendants("item").Select(e => (string?)e.Attribute("name") ?? "").ToArray();
            """),
        new("hashes and encodings", """
            [Memoize]
            public static string Digest(string text) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            [Memoize]
            public static string Back(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
            """),
        new("identifiers and dates", """
            [Memoize]
            public static Guid Id(string text) => Guid.Parse(text, CultureInfo.InvariantCulture);
            [Memoize]
            public static int Days(DateTime from, DateTime to) => (to.Date - from.AddDays(1)).Days + DateTime.DaysInMonth(from.Year, from.Month);
            [Memoize]
            public static DateOnly Next(DateOnly day) => day.AddDays(1).DayOfWeek == DayOfWeek.Saturday ? day.AddDays(3) : day.AddDays(1);
            """),
        new("a date by a constant format, which leaves nothing to the clock", """
            [Memoize]
            public static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            """),
        new("edit distance over spans", """
            [Memoize]
            public static int Distance(string a, string b)
            {
                Span<int> previous = new int[b.Length + 1];
                Span<int> current = new int[b.Length + 1];
                for (var j = 0; j <= b.Length; j++) previous[j] = j;
                for (var i = 1; i <= a.Length; i++)
                {
                    current[0] = i;
                    for (var j = 1; j <= b.Length; j++)
                        current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                    var swap = previous; previous = current; current = swap;
                }
                return previous[b.Length];
            }
            """),
        new("characters and slices", """
            [Memoize]
            public static bool IsPalindrome(string text)
            {
                var letters = text.Where(char.IsLetter).Select(char.ToUpperInvariant).ToArray();
                ReadOnlySpan<char> span = letters;
                return span[..(span.Length / 2)].SequenceEqual(letters.Reverse().Take(span.Length / 2).ToArray());
            }
            """),
        new("a tokenizer with local functions and a switch", """
            [Memoize]
            public static double Evaluate(string text)
            {
                var at = 0;
                return Sum();
                double Sum()
                {
                    var value = Product();
                    while (at < text.Length && text[at] is '+' or '-') value = text[at++] switch { '+' => value + Product(), _ => value - Product() };
                    return value;
                }
                double Product()
                {
                    var start = at;
                    while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
                    return double.Parse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
                }
            }
            """),
        new("a reader over a string", """
            [Memoize]
            public static List<string> Lines(string text)
            {
                var lines = new List<string>();
                using var reader = new StringReader(text);
                while (reader.ReadLine() is { } line) lines.Add(line.Trim());
                return lines;
            }
            """),
        new("enums as text", """
            public enum Color { Red, Green }
            [Memoize] public static string Name(Color color) => color.ToString() + Enum.GetName(color) + (Enum.TryParse<Color>("Red", out var c) ? (int)c : 0);
            """),
    ];

    [TestCaseSource(nameof(Programs))]
    public Task Pure_code_has_no_warning(CleanCode code) => Check.Members(code.Members);
}
