using ApiAtlas.Vectors;
using Memo;

namespace ApiAtlas.Regions;

/// <param name="Count">How many clusters to make.</param>
/// <param name="Restarts">How many starts to try; the best wins.</param>
/// <param name="MaximumRounds">When to stop a start that does not settle.</param>
/// <param name="Seed">What the starts are drawn from.</param>
internal sealed record ClusterOptions(int Count, int Restarts, int MaximumRounds, int Seed);

/// <summary>Which cluster each document is in; the largest cluster is number 0.</summary>
/// <param name="Count">The number of clusters, none of them empty.</param>
/// <param name="ClusterOf">For each document its cluster.</param>
/// <param name="Closeness">For each document the cosine to its cluster's centre.</param>
internal sealed record Clustering(int Count, int[] ClusterOf, float[] Closeness);

/// <summary>Spherical k-means (I. S. Dhillon and D. S. Modha, Machine Learning 42, 2001) from k-means++ starts.</summary>
internal static class SphericalKMeans
{
    [Memoize]
    public static Clustering Cluster(LatentVectors documents, ClusterOptions options)
    {
        var vectors = UnitVectors.Of(documents);
        var count = Math.Min(options.Count, vectors.Count);
        var random = new Random(options.Seed);

        Attempt? best = null;
        for (var i = 0; i < options.Restarts; i++)
        {
            var attempt = new Attempt(vectors, count, random);
            attempt.Settle(options.MaximumRounds);
            if (best is null || attempt.Cohesion > best.Cohesion)
                best = attempt;
        }
        return best is null ? new Clustering(0, [], []) : LargestFirst(best);
    }

    private static Clustering LargestFirst(Attempt attempt)
    {
        // OrderBy is stable, so that clusters of one size keep the order of their first documents.
        var order = attempt.ClusterOf.Select((cluster, document) => (cluster, document))
            .GroupBy(member => member.cluster)
            .OrderByDescending(members => members.Count())
            .Select(members => members.Key)
            .ToArray();
        var numberOf = order.Select((cluster, number) => (cluster, number)).ToDictionary(pair => pair.cluster, pair => pair.number);
        return new Clustering(order.Length, [.. attempt.ClusterOf.Select(cluster => numberOf[cluster])], attempt.Closeness);
    }
}
