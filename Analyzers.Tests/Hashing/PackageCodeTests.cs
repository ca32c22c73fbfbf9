namespace Memo.Analyzers.Tests.Hashing;

/// <summary>A package that is given objects may find out what they are made of, whatever is said of its effects.</summary>
public sealed class PackageCodeTests
{
    private const string Types = """
        public class U { int _n; public int A { get => GET; set => _n = SET; } }
        public class V { public int B => OTHER; }

        """;

    private const string Accepted = "[assembly: AssumePure(\"T:Lib\", \"only reads\")]\n";

    [TestCase("Lib.Show(new U()).Length", "GET")]
    [TestCase("Lib.Show(new[] { new U() }).Length", "GET")]
    [TestCase("Lib.Read<U>(\"a\").A", "SET")]
    [TestCase("Lib.Read<List<U>>(\"a\").Count", "SET")]
    public void An_accessor_of_what_it_is_given_changes_the_hash(string call, string where) => Assert.That(Hashes(call, where), Is.EqualTo(2));

    [TestCase("Lib.Show(new U()).Length", "OTHER", TestName = "An accessor of a class that is made nowhere")]
    [TestCase("Lib.Pure(x) + new V().B", "GET", TestName = "A package that is given numbers")]
    [TestCase("Lib.Pure(x) + (new U() is null ? 1 : 2)", "GET", TestName = "A package that is given numbers, beside an object")]
    public void Stays(string call, string where) => Assert.That(Hashes(call, where), Is.EqualTo(1));

    private static int Hashes(string call, string where) => new[] { "1", "2" }.Select(number =>
    {
        var text = Accepted + SourceText.Class($"[Memoize] public static int F(int x) => {call};\n" + Types.Replace(where, number, StringComparison.Ordinal)
            .Replace("GET", "0", StringComparison.Ordinal).Replace("SET", "0", StringComparison.Ordinal).Replace("OTHER", "0", StringComparison.Ordinal));
        var compilation = Generated.Compile([("/0/App.cs", text)], references: [ExternalLibrary.Reference]);
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
        var manifest = EmittedManifest.Of(Generated.From(compilation));
        Assert.That(manifest.FindingsOf("F"), Is.Empty);
        return manifest.Closure("F");
    }).Distinct().Count();
}
