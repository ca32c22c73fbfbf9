namespace Memo.Analyzers.Tests.Effects;

/// <summary>What a serializer runs of an object that it knows by a base or an interface.</summary>
public sealed class SerializedCodeTests
{
    private const string Types = """
        public interface I { long V { get; } }
        public class B : I { public virtual long V => 1; }
        public class D : B { public override long V => NOW; }
        public class H { public B? P { get; set; } }

        """;

    private static readonly (string Name, string Method)[] Uses =
    [
        ("By its base", "string F(int x) => System.Text.Json.JsonSerializer.Serialize<B>(new D());"),
        ("By an interface", "string F(int x) => System.Text.Json.JsonSerializer.Serialize<I>(new D());"),
        ("In a list", "string F(int x) => System.Text.Json.JsonSerializer.Serialize(new List<B> { new D() });"),
        ("In a property", "string F(int x) => System.Text.Json.JsonSerializer.Serialize(new H { P = new D() });"),
    ];

    private static IEnumerable<Snippet> Impure => Uses.Select(use => new Snippet(use.Name, Types.Replace("NOW", "Now()", StringComparison.Ordinal), use.Method, "MEMO104"));
    private static IEnumerable<Snippet> Pure => Uses.Select(use => new Snippet(use.Name, Types.Replace("NOW", "2", StringComparison.Ordinal), use.Method));
    private static IEnumerable<Snippet> NotMade => Uses.Select(use => new Snippet(use.Name, Types.Replace("NOW", "Now()", StringComparison.Ordinal), use.Method.Replace("new D()", "new B()", StringComparison.Ordinal)));

    [TestCaseSource(nameof(Impure))]
    public Task Reads_the_clock(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(Pure))]
    [TestCaseSource(nameof(NotMade))]
    public Task Is_pure(Snippet snippet) => snippet.Holds();
}
