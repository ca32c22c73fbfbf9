namespace Memo.Analyzers.Tests.Proof;

/// <summary>That the proof can fail: a mutant is applied, judged and counted.</summary>
public sealed class ProofReportTests
{
    private const string Source = """
        public static class C
        {
            [Memoize] public static int F(int x) => A(x) + 1;

            private static int A(int value) => value * 3;

            private static int Unreached(int value) => value * 5;
        }
        """;

    [TestCase("a literal", "1", false)]
    [TestCase("a literal", "3", false)]
    [TestCase("a literal", "5", true)]
    [TestCase("an operator", "*", false)]
    [TestCase("a private method's name", "A", true)]
    [TestCase("a parameter's name", "value", true)]
    [TestCase("the order of members", "[Memoize] public static int F(int x) => A(x) + 1;", true)]
    public void A_mutant_is_judged(string kind, string changed, bool isSame)
    {
        var file = CorpusFile.From(Source);
        var mutation = file.AllMutations.First(mutation => mutation.Kind == kind && mutation.Changes.Any(change => Source[change.Span.Start..change.Span.End] == changed));
        var outcome = file.Try(mutation).Single();
        Assert.Multiple(() =>
        {
            Assert.That((outcome.LeastIsSame, outcome.MostIsSame, outcome.HashIsSame), Is.EqualTo((isSame, isSame, isSame)));
            Assert.That((outcome.IsUnsafe, outcome.IsImprecise), Is.EqualTo((false, false)));
        });
    }

    [Test]
    public void A_mutant_that_does_not_compile_is_no_pair()
    {
        var file = CorpusFile.From(Source);
        var mutation = new Mutation("a type", new(Source.IndexOf("int F", StringComparison.Ordinal), 3), "Missing");
        Assert.That(file.Try(mutation), Is.Empty);
    }

    [Test]
    public void The_mutants_of_a_file_are_always_the_same()
    {
        static string[] All() => [.. CorpusFile.From(Source).AllMutations.Select(mutation => mutation.Kind + string.Concat(mutation.Changes))];
        Assert.That(All(), Is.Not.Empty.And.EqualTo(All()));
    }

    [Test]
    public void What_is_unsafe_and_what_is_imprecise_is_counted()
    {
        var report = new ProofReport(
            [
                new("a", "missed", LeastIsSame: false, MostIsSame: false, HashIsSame: true),
                new("a", "seen", LeastIsSame: false, MostIsSame: false, HashIsSame: false),
                new("b", "for nothing", LeastIsSame: true, MostIsSame: true, HashIsSame: false),
                new("b", "only where the framework calls back", LeastIsSame: true, MostIsSame: false, HashIsSame: false),
                new("b", "kept", LeastIsSame: true, MostIsSame: true, HashIsSame: true),
            ],
            mutations: 5, compiled: 5);
        var text = new StringWriter();
        report.Write(text);
        Assert.Multiple(() =>
        {
            Assert.That(report.Unsafe, Is.EqualTo(["missed"]));
            Assert.That(report.Imprecise, Is.EqualTo(["for nothing"]));
            Assert.That(report.ShareOfImprecise, Is.EqualTo(0.5));
            Assert.That(text.ToString(), Does.Contain("| a | 2 | 2 | 1 | 0 | 0 |").And.Contain("| b | 3 | 0 | 0 | 2 | 1 |"));
        });
    }
}
