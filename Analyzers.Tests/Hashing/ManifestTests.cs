using System.Text.Json;
using System.Text.RegularExpressions;

namespace Memo.Analyzers.Tests.Hashing;

public sealed class ManifestTests
{
    private const string Source = """
        namespace App;
        public static class Pipeline
        {
            [Memoize, DependsOnFile("{path}")] public static string Clean(string path) => Normalize(File.ReadAllText(path));
            [Memoize] public static long Now(int x) => DateTime.UtcNow.Ticks + x;
            private static string Normalize(string text) => text.Trim();
            public static int Unrelated(int x) => x;
        }
        """;

    [Test]
    public void It_has_the_fields_that_tools_rely_on()
    {
        var manifest = EmittedManifest.Of(Source);
        var clean = manifest.Method("Clean");
        Assert.Multiple(() =>
        {
            Assert.That(manifest.Root.GetProperty("schema").GetInt32(), Is.EqualTo(1));
            Assert.That(manifest.Root.GetProperty("assembly").GetString(), Is.EqualTo("App"));
            Assert.That(manifest.Root.GetProperty("generator").ValueKind, Is.EqualTo(JsonValueKind.String));
            Assert.That(clean.GetProperty("id").GetString(), Is.EqualTo("M:App.Pipeline.Clean(System.String)"));
            Assert.That(clean.GetProperty("own").GetString(), Does.Match("^[0-9a-f]{64}$"));
            Assert.That(clean.GetProperty("closure").GetString(), Does.Match("^[0-9a-f]{64}$"));
            Assert.That(clean.GetProperty("calls").EnumerateArray().Select(c => c.GetString()), Does.Contain("M:App.Pipeline.Normalize(System.String)"));
            Assert.That(clean.GetProperty("dependencies").EnumerateArray().Select(c => c.GetString()), Is.EqualTo(["file {path}"]));
        });
    }

    [Test]
    public void Findings_are_there_for_the_gate()
    {
        var manifest = EmittedManifest.Of(Source);
        Assert.That(manifest.FindingsOf("Clean"), Is.Empty);
        Assert.That(manifest.FindingsOf("Now"), Is.EqualTo(["MEMO104 reads the clock through Now → DateTime.UtcNow"]).Using<string>(
            (actual, expected) => actual.StartsWith(expected, StringComparison.Ordinal)));
    }

    [Test]
    public void It_names_memoized_methods_and_what_they_reach()
    {
        var manifest = EmittedManifest.Of(Source);
        Assert.That(manifest.Memoized, Is.EquivalentTo(["M:App.Pipeline.Clean(System.String)", "M:App.Pipeline.Now(System.Int32)"]));
        Assert.That(manifest.Method("Normalize").TryGetProperty("findings", out _), Is.False);
    }

    [Test]
    public void A_closure_hash_differs_from_the_own_hash_s_of_its_parts()
    {
        var manifest = EmittedManifest.Of(Source);
        Assert.That(manifest.Closure("Clean"), Is.Not.EqualTo(manifest.Closure("Now")));
    }

    [Test]
    public void Renaming_a_parameter_keeps_the_hash_of_a_method_with_a_dependency()
    {
        // Templates count parameters by position, not name.
        var renamed = Regex.Replace(Source, @"\bpath\b", "file");
        Assert.That(EmittedManifest.Of(renamed).Closure("Clean"), Is.EqualTo(EmittedManifest.Of(Source).Closure("Clean")));
    }

    [Test]
    public void An_assembly_that_is_assumed_pure_is_still_named_because_its_code_can_change()
    {
        const string App = """
            [assembly: AssumePure("M:Lib.Pure(System.Int32)", "adds one")]
            public static class C
            {
                [Memoize] public static int F(int x) => Help(x);
                [Memoize] public static int G(int x) => x;
                private static int Help(int x) => Lib.Pure(x);
            }
            """;
        var manifest = EmittedManifest.Of(Generated.From(Generated.Compile([("/0/App.cs", App)], references: [ExternalLibrary.Reference])));
        Assert.Multiple(() =>
        {
            Assert.That(manifest.FindingsOf("F"), Is.Empty);
            Assert.That(manifest.ExternalsOf("F"), Is.EqualTo(["Lib"]));
            Assert.That(manifest.ExternalsOf("G"), Is.Empty);
        });
    }

    [Test]
    public void The_framework_is_no_external() =>
        Assert.That(EmittedManifest.Of(SourceText.Class("[Memoize] public static int F(int[] x) => x.Sum() + Math.Abs(x[0]);")).ExternalsOf("F"), Is.Empty);

    [Test]
    public void A_type_of_another_assembly_in_a_closure_names_it()
    {
        // Its constructor, its equality and its text are code of that assembly.
        const string App = """
            [assembly: AssumePure("T:Lib", "pure")]
            public static class C
            {
                [Memoize] public static int F(int x) { Func<int, int> f = Lib.Pure; return f(x); }
            }
            """;
        var manifest = EmittedManifest.Of(Generated.From(Generated.Compile([("/0/App.cs", App)], references: [ExternalLibrary.Reference])));
        Assert.That(manifest.ExternalsOf("F"), Is.EqualTo(["Lib"]));
    }
}
