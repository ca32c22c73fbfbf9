using System.Globalization;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>What a run found, by kind of mutation.</summary>
internal sealed class ProofReport(IReadOnlyList<Outcome> outcomes, int mutations, int compiled)
{
    public IReadOnlyList<string> Unsafe { get; } = Texts(outcomes, outcome => outcome.IsUnsafe);

    public IReadOnlyList<string> Imprecise { get; } = Texts(outcomes, outcome => outcome.IsImprecise);

    public double ShareOfImprecise => (double)Imprecise.Count / outcomes.Count(outcome => outcome.MostIsSame);

    public void Write(TextWriter writer)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{mutations} mutations, {compiled} compile; {outcomes.Count} pairs; {Unsafe.Count} unsafe; {Imprecise.Count} of {outcomes.Count(o => o.MostIsSame)} imprecise ({ShareOfImprecise:P2})"));
        writer.WriteLine();
        writer.WriteLine("| kind | pairs | run other code | unsafe | run the same | imprecise |");
        writer.WriteLine("|---|---|---|---|---|---|");
        foreach (var kind in outcomes.GroupBy(outcome => outcome.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.WriteLine($"| {kind.Key} | {kind.Count()} | {kind.Count(o => !o.LeastIsSame)} | {kind.Count(o => o.IsUnsafe)} | {kind.Count(o => o.MostIsSame)} | {kind.Count(o => o.IsImprecise)} |");
        }

        writer.WriteLine();
        foreach (var text in Unsafe) writer.WriteLine("unsafe: " + text);
        foreach (var text in Imprecise) writer.WriteLine("imprecise: " + text);
    }

    private static List<string> Texts(IEnumerable<Outcome> outcomes, Func<Outcome, bool> where) =>
        [.. outcomes.Where(where).Select(outcome => outcome.Text).Order(StringComparer.Ordinal)];
}
