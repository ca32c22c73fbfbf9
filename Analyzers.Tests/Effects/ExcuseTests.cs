namespace Memo.Analyzers.Tests.Effects;

/// <summary>What silences a finding, and what of it the gate still sees.</summary>
public sealed class ExcuseTests
{
    private const string Clocked = "[Memoize] public static long F(int x) => x + DateTime.UtcNow.Ticks;";

    [Test]
    public Task A_pragma_hides_the_message() => Check.Members("""
        #pragma warning disable MEMO104
        [Memoize] public static long F(int x) => x + DateTime.UtcNow.Ticks;
        #pragma warning restore MEMO104
        [Memoize] public static long G(int x) => x + {|MEMO104:DateTime.UtcNow|}.Ticks;
        """);

    [Test]
    public void A_pragma_does_not_hide_the_risk() => Assert.That(
        EmittedManifest.Of(SourceText.Class("#pragma warning disable MEMO104\n" + Clocked)).FindingsOf("F"), Is.Not.Empty);

    [Test]
    public Task Severity_none_silences_the_rule() =>
        new AnalysisTest().EditorConfig("dotnet_diagnostic.MEMO104.severity = none").File("C.cs", SourceText.Class(Clocked)).RunAsync();

    [Test]
    public async Task Severity_error_makes_it_an_error()
    {
        var test = new AnalysisTest().EditorConfig("dotnet_diagnostic.MEMO104.severity = error")
            .File("C.cs", SourceText.Class("[Memoize] public static long F(int x) => x + {|#0:DateTime.UtcNow|}.Ticks;"));
        test.ExpectedDiagnostics.Add(Microsoft.CodeAnalysis.Testing.DiagnosticResult.CompilerError("MEMO104").WithLocation(0)
            .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Test]
    public Task The_severity_of_another_rule_is_another_matter() =>
        new AnalysisTest().EditorConfig("dotnet_diagnostic.MEMO101.severity = none")
            .File("C.cs", SourceText.Class("[Memoize] public static long F(int x) => x + {|MEMO104:DateTime.UtcNow|}.Ticks;")).RunAsync();

    [Test]
    public Task A_helper_that_is_assumed_pure_ends_it() => Check.Members("""
        [Memoize] public static long F(int x) => x + Stamp();
        [Memoize] public static long G(int x) => x + {|MEMO104:Other()|};
        [AssumePure("only for the log")] private static long Stamp() => DateTime.UtcNow.Ticks;
        private static long Other() => DateTime.UtcNow.Ticks;
        """);

    [Test]
    public Task A_memoized_method_may_accept_its_own_findings() => Check.Members("""
        [Memoize, AssumePure("the clock is only shown")] public static long F(int x) => x + DateTime.UtcNow.Ticks;
        """);

    [Test]
    public void What_is_assumed_pure_is_no_finding_of_the_gate() => Assert.That(
        EmittedManifest.Of(SourceText.Class("[AssumePure(\"shown\")] " + Clocked)).FindingsOf("F"), Is.Empty);

    [Test]
    public Task A_type_a_property_and_a_constructor_may_be_assumed_pure() => Check.Code("""
        [AssumePure("a test clock")] public static class Clock { public static long Now() => DateTime.UtcNow.Ticks; }
        public sealed class Stamp
        {
            [AssumePure("shown")] public Stamp() { At = DateTime.UtcNow; }
            public DateTime At { get; }
            [AssumePure("shown")] public long Ticks => DateTime.UtcNow.Ticks;
        }
        public static class C
        {
            [Memoize] public static long F(int x) => x + Clock.Now() + new Stamp().At.Ticks + new Stamp().Ticks;
        }
        """);

    [Test]
    public Task A_cancellation_token_is_no_effect() => Check.Members("""
        [Memoize]
        public static async Task<int> F(int x, CancellationToken token)
        {
            token.ThrowIfCancellationRequested();
            await Task.Delay(1, token);
            return token.IsCancellationRequested ? 0 : x;
        }
        """);

    [Test]
    public Task A_library_s_memoized_method_brings_its_effects() => new AnalysisTest()
        .Library("Lib", """
            public static class Library
            {
                public static long Now() => DateTime.UtcNow.Ticks;
                public static int Twice(int x) => 2 * x;
            }
            """)
        .File("C.cs", SourceText.Class("[Memoize] public static long F(int x) => {|MEMO108:Library.Now()|};")).RunAsync();
}
