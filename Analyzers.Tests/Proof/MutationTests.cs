using System.Collections.Concurrent;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>
/// The proof of design and documentation: whatever is changed in the corpus, what runs differs only if the hash does, and the hash
/// differs hardly ever if what runs does not.
/// </summary>
public sealed class MutationTests
{
    private const int SampleSize = 360;
    private const int Seed = 20250607;

    private static IEnumerable<string> Files => CorpusFile.Names;

    [Test]
    public void A_sample_of_mutants_is_safe_and_precise() => Prove(mutants =>
    {
        // By number and seed, never by time: the same mutants on every machine.
        new Random(Seed).Shuffle(mutants);
        return mutants[..SampleSize];
    });

    [Test, Explicit("takes tens of minutes; its report is docs/proof.md")]
    public void Every_mutant_is_safe_and_precise() => Prove(mutants => mutants);

    [TestCaseSource(nameof(Files))]
    public void A_file_of_the_corpus_compiles_and_memoizes(string file) => Assert.That(CorpusFile.Load(file).Roots, Is.GreaterThan(1));

    private static void Prove(Func<(CorpusFile File, Mutation Mutation)[], (CorpusFile File, Mutation Mutation)[]> choose)
    {
        var outcomes = new ConcurrentBag<Outcome>();
        var compiled = 0;
        var mutants = choose([.. CorpusFile.Names.Select(CorpusFile.Load).SelectMany(file => file.AllMutations.Select(mutation => (file, mutation)))]);
        Parallel.ForEach(Partitioner.Create(mutants, EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, pair =>
        {
            var found = pair.File.Try(pair.Mutation).ToList();
            Interlocked.Add(ref compiled, found.Count > 0 ? 1 : 0);
            found.ForEach(outcomes.Add);
        });
        var report = new ProofReport([.. outcomes], mutants.Length, compiled);
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
