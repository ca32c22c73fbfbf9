using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Dependencies;

/// <summary>Declarations of directories, variables, statics and dependencies of one's own that cannot be meant.</summary>
public sealed class WrongDependencyTests
{
    [TestCase("DependsOnDirectory(\"{path}/{file}\")", "the method has no parameter 'file'")]
    [TestCase("DependsOnDirectory(\"{path}\", Pattern = \"\")", "its pattern '' is not one of names")]
    [TestCase("DependsOnDirectory(\"{path}\", Pattern = \"sub/*.csv\")", "its pattern 'sub/*.csv' is not one of names")]
    [TestCase("DependsOnDirectory(\"{path}\", Pattern = null!)", "its pattern '' is not one of names")]
    [TestCase("DependsOnEnvironment(\"{PATH}\")", "the method has no parameter 'PATH'")]
    [TestCase("DependsOnEnvironment(\"\")", "it is empty")]
    [TestCase("DependsOnStatic(typeof(C), \"Valu\")", "'C' has no static field or property 'Valu'")]
    [TestCase("DependsOnStatic(typeof(C), \"Instance\")", "'Other' has no static field or property 'Instance'")]
    [TestCase("DependsOnStatic(typeof(C), \"F\")", "'C' has no static field or property 'F'")]
    [TestCase("DependsOnStatic(typeof(C), \"WriteOnly\")", "'C.WriteOnly' cannot be read")]
    [TestCase("DependsOnStatic(typeof(C), \"OfThread\")", "'C.OfThread' has a value for each thread")]
    [TestCase("DependsOnStatic(typeof(Generic<>), \"Value\")", "has no type arguments")]
    [TestCase("DependsOnStatic(typeof(Generic<int>), \"_hidden\")", "'Generic._hidden' cannot be named in generated code")]
    [TestCase("DependsOnStatic(typeof(IAbstract), \"Value\")", "'IAbstract.Value' has no value of its own")]
    [TestCase("DependsOnStatic(typeof(Environment), \"s_processId\")", "'Environment'")]
    [TestCase("DependsOnStatic(null!, \"Value\")", "it names no type")]
    [TestCase("DependsOnStatic(typeof(C), null!)", "'C' has no static field or property ''")]
    [TestCase("DependsOn<Hidden>", "'C.Hidden' cannot be named in generated code; make it internal")]
    public async Task What_is_wrong_is_an_error_and_keeps_the_gate_closed(string attribute, string reason)
    {
        var source = Source(attribute.Replace("typeof(C), \"Instance\"", "typeof(Other), \"Instance\"", StringComparison.Ordinal));
        var found = (await Reported.InFiles(("C.cs", source))).Single(d => d.Id == "MEMO401");
        Assert.That(found.Severity, Is.EqualTo(DiagnosticSeverity.Error));
        Assert.That(found.Message(), Does.Contain(reason));
        var generated = Generated.From(source);
        Assert.That(generated.Problems, Is.Empty);
        Assert.That(EmittedManifest.Of(generated).FindingsOf("F"), Has.Exactly(1).StartsWith("MEMO401 "));
    }

    [TestCase("Stream")]
    [TestCase("Func<int>")]
    [TestCase("Encoding")]
    [TestCase("List<Lazy<int>>")]
    public async Task A_static_that_cannot_be_a_key_is_reported_and_keeps_the_gate_closed(string type)
    {
        var source = SourceText.Class($$"""
            public static {{type}}? Value;
            [Memoize, DependsOnStatic(typeof(C), nameof(Value))] public static bool F(int x) => Value is null;
            public static bool Use() => F(1);
            """);
        Assert.That((await Reported.InFiles(("C.cs", source))).IdsAndLines(), Is.EqualTo(["MEMO405 line 4"]));
        var generated = Generated.From(source);
        Assert.That(generated.Problems, Is.Empty);
        Assert.That(EmittedManifest.Of(generated).FindingsOf("F"), Has.One.StartsWith("MEMO405 "));
    }

    [Test]
    public void What_is_right_is_in_the_manifest() => Assert.That(
        EmittedManifest.Of(SourceText.Class("""
            public static int Value;
            public sealed class Own : IDependency { public static string? Fingerprint() => ""; }
            [Memoize, DependsOnFile("{path}"), DependsOnDirectory("{path}"), DependsOnDirectory("a", Pattern = "*.csv", Recursive = true), DependsOnEnvironment("HOME"),
                DependsOnStatic(typeof(C), nameof(Value)), DependsOnCulture, DependsOn<Own>]
            public static int F(string path) => path.Length;
            """)).DependenciesOf("F"),
        Is.EqualTo(["file {path}", "directory {path}/*", "directory tree a/*.csv", "environment variable HOME", "static C.Value", "culture", "custom C.Own"]));

    [TestCase("DependsOnStatic(typeof(C), nameof(Other))", "Value")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Value))", "Value++", "MEMO103")]
    [TestCase("DependsOnStatic(typeof(D<int>), \"Value\")", "D<string>.Value")]
    [TestCase("DependsOnEnvironment(\"A\")", "int.Parse(Environment.GetEnvironmentVariable(\"B\")!, CultureInfo.InvariantCulture)", "MEMO105")]
    [TestCase("DependsOnEnvironment(\"A\")", "Environment.GetEnvironmentVariables().Count", "MEMO105")]
    [TestCase("DependsOnDirectory(\"a\")", "Directory.GetFiles(\"b\").Length", "MEMO101")]
    [TestCase("DependsOnDirectory(\"a\")", "Directory.GetFiles(\"a\", \"*\", SearchOption.AllDirectories).Length", "MEMO404")]
    [TestCase("DependsOnDirectory(\"a\", Pattern = \"*.csv\")", "Directory.GetFiles(\"a\").Length", "MEMO404")]
    [TestCase("DependsOn<Own>", "Delete()", "MEMO101")]
    public async Task What_is_declared_covers_nothing_else(string attribute, string expression, string id = "MEMO102")
    {
        var found = await Reported.InFiles(("C.cs", Covering(attribute, expression)));
        Assert.That(found.Select(d => d.Id), Has.Some.EqualTo(id));
    }

    [TestCase("DependsOnStatic(typeof(C), nameof(Value))", "Value")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Auto))", "Auto")]
    [TestCase("DependsOnEnvironment(\"A\")", "int.Parse(Environment.GetEnvironmentVariable(\"A\")!, CultureInfo.InvariantCulture)")]
    [TestCase("DependsOnDirectory(\"a\")", "Directory.GetFiles(\"a\").Length")]
    [TestCase("DependsOnDirectory(\"a\", Recursive = true)", "Directory.EnumerateDirectories(\"a\").Count()")]
    [TestCase("DependsOn<Own>", "new System.Net.Http.HttpClient().GetStringAsync(\"http://a\").Result.Length")]
    [TestCase("DependsOnCulture", "1.5.ToString().Length")]
    public async Task What_is_declared_is_covered(string attribute, string expression)
    {
        var found = await Reported.InFiles(("C.cs", Covering(attribute, expression)));
        Assert.That(found.Select(d => d.ToString()), Is.Empty);
    }

    // The static was read when the type was initialized; what it holds now says nothing about that.
    [TestCase("private static readonly int s_first = E.Plain + 1;", "s_first + E.Plain")]
    [TestCase("private static readonly int s_first = E.Plain + 1;", "E.Plain + s_first")]
    public async Task What_an_initializer_read_is_not_covered(string member, string expression)
    {
        var source = Covering("DependsOnStatic(typeof(E), nameof(E.Plain))", expression);
        source = source.Replace("public static int Auto", member + " public static int Auto", StringComparison.Ordinal);
        var found = await Reported.InFiles(("C.cs", source + " public static class E { public static int Plain; }"));
        Assert.That(found.Select(d => d.Id), Is.EqualTo(["MEMO102"]));
    }

    private static string Covering(string attribute, string expression) => $$"""
        public static class C
        {
            public static int Value, Other;
            public static int Auto { get; set; }
            public static int Delete() { File.Delete("a"); return 1; }
            [Memoize, {{attribute}}] public static int F(int x) => x + {{expression}};
        }
        public static class D<T> { public static int Value; }
        public sealed class Own : IDependency { public static string? Fingerprint() => null; }
        """;

    private static string Source(string attribute) => $$"""
        public static class C
        {
            [ThreadStatic] public static int OfThread;
            public static int WriteOnly { set { } }
            private sealed class Hidden : IDependency { public static string? Fingerprint() => ""; }
            [Memoize, {{attribute}}] public static int F(string path) => path.Length;
            public static int Use() => F("a");
        }
        public class Other { public int Instance; }
        public class Generic<T> { public static int Value; private static int _hidden = 1; public static int Use() => _hidden; }
        public interface IAbstract { static abstract int Value { get; } }
        """;
}
