namespace Memo.Analyzers.Tests.Effects;

/// <summary>A generic method that serializes what it is given: who calls it says what that is.</summary>
public sealed class SerializingHelperTests
{
    private const string Types = """
        public class U { public long A => NOW; public string B { get; set; } = ""; }
        public sealed class V : U { public List<int> N { get; } = []; }
        public sealed class Counted { int _n; public int N => ++_n; }
        public sealed class Any { public object? O { get; set; } }
        static string ToJson<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
        static string Through<T>(T value) => ToJson(value);
        static string All<T>(IEnumerable<T> values) => ToJson(values.ToList());
        static string Both<T, S>(T left, S right) => ToJson(right) + Through(left);
        static string Bytes<T>(T value) => Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value));
        static T FromJson<T>(string text) => System.Text.Json.JsonSerializer.Deserialize<T>(text)!;
        sealed class Writer<T> { public string Write(T value) => ToJson(value); }

        """;

    private static readonly (string Name, string Method)[] Uses =
    [
        ("A class", "string F(int x) => ToJson(new U());"),
        ("What is passed", "string F(U x) => ToJson(x);"),
        ("Two levels up", "string F(U x) => Through(x);"),
        ("A list", "string F(int x) => All(new[] { new U() });"),
        ("The second of two", "string F(int x) => Both(x, new U());"),
        ("The first of two", "string F(int x) => Both(new U(), x);"),
        ("A derived one", "string F(int x) => ToJson<U>(new V());"),
        ("An anonymous object", "string F(int x) => ToJson(new { A = new U() });"),
        ("As bytes", "string F(U x) => Bytes(x);"),
        ("A dictionary", "string F(int x) => ToJson(new SortedDictionary<string, U> { [\"a\"] = new() });"),
        ("Read and written", "string F(string x) => ToJson(FromJson<U>(x));"),
        ("A constructed method", "string F(int x) => G(new U()); [Memoize] public static string G<T>(T x) => ToJson(x);"),
    ];

    private static IEnumerable<Snippet> Pure => Uses.Select(use => new Snippet(use.Name, Types.Replace("NOW", "1", StringComparison.Ordinal), use.Method));
    private static IEnumerable<Snippet> Impure => Uses.Select(use => new Snippet(use.Name, Types.Replace("NOW", "Now()", StringComparison.Ordinal), use.Method, "MEMO104"));

    private static IEnumerable<Snippet> Unverifiable =>
    [
        new("An object", Types.Replace("NOW", "1", StringComparison.Ordinal), "string F(int x) => ToJson<object>(x);", "MEMO108|MEMO107"),
        new("A class that holds an object", Types.Replace("NOW", "1", StringComparison.Ordinal), "string F(int x) => ToJson(new Any { O = x });", "MEMO108|MEMO107"),
        new("A type parameter of a class", Types.Replace("NOW", "1", StringComparison.Ordinal), "string F(int x) => new Writer<U>().Write(new U());", "MEMO108|MEMO107"),
        new("A function", Types.Replace("NOW", "1", StringComparison.Ordinal), "string F(int x) { Func<U, string> f = ToJson; return f(new U()); }", "MEMO108|MEMO107"),
        new("A getter that counts", Types.Replace("NOW", "1", StringComparison.Ordinal), "string F(Counted x) => ToJson(x);", "MEMO106|MEMO108|MEMO107"),
    ];

    private static IEnumerable<Snippet> Ordered =>
    [
        new("A set two levels up", Types.Replace("NOW", "1", StringComparison.Ordinal), "string F(string x) => Through(System.Collections.Immutable.ImmutableHashSet.Create(x, \"a\"));", "MEMO104"),
        new("A set of a constructed method", Types.Replace("NOW", "1", StringComparison.Ordinal), "string F(string x) => G(System.Collections.Immutable.ImmutableHashSet.Create(x, \"a\")); [Memoize] public static string G<T>(T x) => ToJson(x);", "MEMO104"),
    ];

    [TestCaseSource(nameof(Pure))]
    public Task Is_pure(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Impure))]
    public Task Reads_the_clock(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Unverifiable))]
    public Task Cannot_be_verified(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Ordered))]
    public Task Shows_an_order(Snippet snippet) => snippet.Holds();
}
