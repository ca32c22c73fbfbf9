namespace Memo.Analyzers.Tests.Clean;

/// <summary>Statics that pipelines share and nothing changes, and other code that looks worse than it is.</summary>
public sealed class SharedHelperTests
{
    private const string Rows = "public sealed record Row(string Name, int N); public enum Kind { A, B }\n";

    [TestCase("static readonly System.Text.Json.JsonSerializerOptions s_json = new() { WriteIndented = true };", "string F(int x) => System.Text.Json.JsonSerializer.Serialize(new[] { x }, s_json);", TestName = "Options of a serializer")]
    [TestCase("static readonly object s_lock = new();", "int F(int x) { lock (s_lock) return x; }", TestName = "An object to lock on")]
    [TestCase("static readonly IReadOnlyDictionary<string, int> s_ro = new Dictionary<string, int> { [\"a\"] = 1 };", "int F(string x) => s_ro[x];", TestName = "A dictionary that is only read")]
    [TestCase("static readonly byte[] s_key = [1, 2];", "byte[] F(byte[] x) => System.Security.Cryptography.HMACSHA256.HashData(s_key, x);", TestName = "Bytes that become a span")]
    [TestCase("static readonly List<Row> s_rows = [new(\"a\", 1)];", "int F(string x) => s_rows.Where(r => r.Name == x).Sum(r => r.N);", TestName = "Rows that are filtered")]
    [TestCase("static readonly Lazy<int[]> s_l = new(() => [1, 2]);", "int F(int x) => s_l.Value[x];", TestName = "An array that is made late")]
    [TestCase("static readonly Dictionary<Kind, string[]> s_d = new() { [Kind.A] = [\"a\"] };", "string F(Kind x) => s_d[x][0];", TestName = "Arrays in a dictionary")]
    [TestCase("", "byte[] F(byte[] x) { using var m = new MemoryStream(); using (var g = new System.IO.Compression.GZipStream(m, System.IO.Compression.CompressionMode.Compress)) g.Write(x, 0, x.Length); return m.ToArray(); }", TestName = "Bytes that a stream takes")]
    public void Nothing_is_found(string others, string method)
    {
        var source = Rows + SourceText.Class(others + "\n[Memoize] public static " + method);
        Assert.That(EmittedManifest.Of(source).FindingsOf("F"), Is.Empty);
    }

    [Test]
    public Task A_record_s_member_is_the_base_s_and_no_hidden_field() => Check.Code("""
        public record U(int A);
        public record T(int A, int Q) : U(A) { [Memoize] public int G() => A + Q; }
        """);
}
