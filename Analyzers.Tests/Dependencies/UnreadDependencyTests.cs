namespace Memo.Analyzers.Tests.Dependencies;

/// <summary>MEMO402: a declaration that nothing reads is told; one that something may read is not.</summary>
public sealed class UnreadDependencyTests
{
    [TestCase("DependsOnFile(\"{p}\")", "p.Length")]
    [TestCase("DependsOnFile(\"a.txt\")", "File.ReadAllText(p).Length", TestName = "Another file is read")]
    [TestCase("DependsOnFile(\"{p}\")", "Called(() => 1)", TestName = "A lambda of its own is run")]
    [TestCase("DependsOnDirectory(\"{p}\")", "p.Length")]
    [TestCase("DependsOnDirectory(\"data\")", "Directory.GetFiles(p).Length", TestName = "Another directory is read")]
    [TestCase("DependsOnEnvironment(\"HOME\")", "p.Length")]
    [TestCase("DependsOnEnvironment(\"HOME\")", "Environment.GetEnvironmentVariable(\"PATH\")!.Length", TestName = "Another variable is read")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Value))", "p.Length")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Value))", "Other", TestName = "Another static is read")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Fixed))", "Fixed", "it cannot change", TestName = "A static that cannot change")]
    [TestCase("DependsOnCulture", "p.Length")]
    [TestCase("DependsOn<Own>", "p.Length")]
    public async Task What_nothing_reads_is_not_needed(string declaration, string body, string reason = "nothing that it runs reads it")
    {
        var found = (await Find(declaration, body)).Single(d => d.Id == "MEMO402");
        Assert.Multiple(() =>
        {
            Assert.That(found.Severity, Is.EqualTo(Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
            Assert.That(found.Message(), Does.StartWith("'F' does not need the dependency '").And.EndsWith("': " + reason));
            Assert.That(found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan), Is.EqualTo(declaration));
        });
    }

    [TestCase("DependsOnFile(\"{p}\")", "File.ReadAllText(p).Length")]
    [TestCase("DependsOnFile(\"{p}\")", "Helper(p)", TestName = "A helper reads it")]
    [TestCase("DependsOnFile(\"a.txt\")", "File.ReadAllText(p.Trim()).Length", TestName = "A file is read whose path is not known")]
    [TestCase("DependsOnFile(\"{p}/a.txt\")", "Directory.GetFiles(p).Length", TestName = "The directory of the file is read")]
    [TestCase("DependsOnFile(\"a.txt\")", "typeof(C).GetMethods().Length", TestName = "Code runs that cannot be verified")]
    [TestCase("DependsOnFile(\"a.txt\")", "Accepted()", TestName = "Code runs that is accepted")]
    [TestCase("DependsOnFile(\"a.txt\")", "Inner(p)", TestName = "A memoized method within declares a file")]
    [TestCase("DependsOnFile(\"{p}\")", "File.GetLastWriteTimeUtc(p).Second", TestName = "Something else of the file is read")]
    [TestCase("DependsOnDirectory(\"{p}\")", "Directory.GetFiles(p).Length")]
    [TestCase("DependsOnDirectory(\"{p}\")", "File.ReadAllText(p + \"/a/b.txt\").Length", TestName = "Something deeper is read")]
    [TestCase("DependsOnEnvironment(\"HOME\")", "Environment.GetEnvironmentVariable(\"HOME\")!.Length")]
    [TestCase("DependsOnEnvironment(\"HOME\")", "Environment.GetEnvironmentVariables().Count", TestName = "All variables are read")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Value))", "Value")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Value))", "Value = 1", TestName = "It is written")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Computed))", "Computed", TestName = "A property that computes")]
    [TestCase("DependsOnStatic(typeof(C), nameof(Auto))", "Auto", TestName = "A property that does not")]
    [TestCase("DependsOnCulture", "1.5.ToString().Length")]
    [TestCase("DependsOnCulture", "$\"{p.Length}\".Length", TestName = "The sign of an integer follows the culture")]
    [TestCase("DependsOn<Own>", "new System.Net.Http.HttpClient().GetStringAsync(\"u\").Result.Length")]
    [TestCase("DependsOn<Own>", "File.ReadAllText(p).Length", TestName = "A person may think that it covers a file")]
    [TestCase("DependsOnFile(\"{q}\")", "p.Length", TestName = "A wrong declaration")]
    public async Task What_something_may_read_is_not_told(string declaration, string body) =>
        Assert.That((await Find(declaration, body)).Select(d => d.Id), Has.None.EqualTo("MEMO402"));

    [Test]
    public void A_declaration_that_nothing_reads_does_not_close_the_gate() => Assert.That(
        EmittedManifest.Of(Program("DependsOnFile(\"{p}\")", "p.Length")).FindingsOf("F"), Is.Empty);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> Find(string declaration, string body) =>
        Reported.InFiles(("C.cs", Program(declaration, body)));

    private static string Program(string declaration, string body) => $$"""
        public static class C
        {
            public static int Value, Other;
            public static readonly int Fixed = 3;
            public static int Computed => Value;
            public static int Auto { get; set; }
            private static int Helper(string path) => File.ReadAllText(path).Length;
            [AssumePure("why")] private static int Accepted() => File.ReadAllText("a.txt").Length;
            [Memoize, DependsOnFile("{path}")] private static int Inner(string path) => File.ReadAllText(path).Length;
            private static int Called(Func<int> f) => f();
            [Memoize, {{declaration}}] public static int F(string p) => {{body}};
        }
        public sealed class Own : IDependency { public static string? Fingerprint() => null; }
        """;
}
