namespace Memo.Benchmarks.Projects;

/// <summary>What a generated project looks like. The same shape gives the same text, on every machine.</summary>
/// <param name="Lines">Lines of code, about; the last component is finished.</param>
/// <param name="Roots">Memoized methods.</param>
/// <param name="Share">The part of all components that the closures of the roots reach together, from 0 to 1.</param>
/// <param name="CallSites">Calls of memoized methods from code that is not memoized.</param>
internal sealed record ProjectShape(int Lines = 100_000, int Roots = 100, double Share = 0.1, int CallSites = 300)
{
    /// <summary>The package is referenced, and nothing is memoized.</summary>
    public static ProjectShape None { get; } = new(Roots: 0, Share: 0, CallSites: 0);

    /// <summary>One memoized method, which reaches a good thousand units of code in two dozen files.</summary>
    public static ProjectShape ThousandMethods { get; } = new(Roots: 1, Share: 0.09);

    public static ProjectShape Reaching(int percent) => percent == 0 ? None : new(Share: percent / 100.0);
}
