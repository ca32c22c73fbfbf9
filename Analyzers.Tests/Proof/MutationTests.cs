using System.Collections.Concurrent;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>
/// The proof of design and documentation: whatever is changed in the corpus, what runs differs only if the hash does, and the hash
/// differs hardly ever if what runs does not.
/// </summary>
public sealed class MutationTests
{
    // Prime, so that the sample does not follow the order of kinds; counted through all files.
    private const int Step = 101;

    private static IEnumerable<string> Files => CorpusFile.Names;

    [Test]
    public void A_sample_of_mutants_is_safe_and_precise() => Prove(Step);

    [Test, Explicit("takes tens of minutes; its report is docs/proof.md")]
    public void Every_mutant_is_safe_and_precise() => Prove(1);

    [TestCaseSource(nameof(Files))]
    public void A_file_of_the_corpus_compiles_and_memoizes(string file) => Assert.That(CorpusFile.Load(file).Roots, Is.GreaterThan(1));

    private static void Prove(int step)
    {
        var outcomes = new ConcurrentBag<Outcome>();
        var mutants = 0;
        var work = CorpusFile.Names.Select(CorpusFile.Load).SelectMany(file => file.AllMutations.Select(mutation => (file, mutation)))
            .Where((_, index) => index % step == 0).ToList();
        Parallel.ForEach(Partitioner.Create(work, EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, pair =>
        {
            var found = pair.file.Try(pair.mutation).ToList();
            Interlocked.Add(ref mutants, found.Count > 0 ? 1 : 0);
            found.ForEach(outcomes.Add);
        });
        var report = new ProofReport([.. outcomes], work.Count, mutants);
        report.Write(TestContext.Out);
        if (Environment.GetEnvironmentVariable("MEMO_PROOF_REPORT") is { Length: > 0 } path)
        {
            using var file = new StreamWriter(path);
            report.Write(file);
        }

        Assert.Multiple(() =>
        {
            Assert.That(report.Unsafe, Is.Empty, "what runs differs, the hash does not");
            Assert.That(report.ShareOfImprecise, Is.LessThanOrEqualTo(0.02), "the hash differs, what runs does not:\n" + string.Join('\n', report.Imprecise));
        });
    }
}
