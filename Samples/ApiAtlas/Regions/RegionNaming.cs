using ApiAtlas.Vectors;
using Memo;

namespace ApiAtlas.Regions;

/// <summary>Finds words for what a cluster's types have in common.</summary>
internal static class RegionNaming
{
    private const int TopicsOfRegion = 8;

    [Memoize]
    public static Region[] Describe(WeighedCorpus corpus, Clustering clustering)
    {
        var members = Enumerable.Range(0, corpus.Types.Length).ToLookup(type => clustering.ClusterOf[type]);
        var everywhere = MeanWeights(corpus.Vectors, [.. Enumerable.Range(0, corpus.Types.Length)]);
        return Enumerable.Range(0, clustering.Count).Select(cluster =>
        {
            var types = members[cluster].OrderByDescending(type => clustering.Closeness[type]).ThenBy(type => type).ToArray();
            var library = types.CountBy(type => corpus.Types[type].Library).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First();
            return new Region(Topics(corpus, types, everywhere), types, corpus.Libraries[library.Key], library.Value);
        }).ToArray();
    }

    /// <summary>Words that are weighty here and not everywhere.</summary>
    private static string[] Topics(WeighedCorpus corpus, int[] types, double[] everywhere)
    {
        var here = MeanWeights(corpus.Vectors, types);
        return Enumerable.Range(0, here.Length)
            .OrderByDescending(term => here[term] - everywhere[term]).ThenBy(term => term)
            .Take(TopicsOfRegion)
            .Select(term => corpus.Words[term])
            .ToArray();
    }

    private static double[] MeanWeights(TermVectors vectors, int[] rows)
    {
        var means = new double[vectors.Columns];
        foreach (var row in rows)
        {
            for (var i = vectors.Starts[row]; i < vectors.Starts[row + 1]; i++)
                means[vectors.Terms[i]] += vectors.Weights[i] / rows.Length;
        }
        return means;
    }
}
