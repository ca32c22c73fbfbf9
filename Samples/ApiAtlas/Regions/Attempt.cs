using ApiAtlas.Vectors;

namespace ApiAtlas.Regions;

/// <summary>One run of k-means from one random start. Works on arrays of its own and only reads the vectors.</summary>
internal sealed class Attempt
{
    private readonly UnitVectors vectors;
    private readonly int count;
    private readonly float[] centres;

    public Attempt(UnitVectors vectors, int count, Random random)
    {
        this.vectors = vectors;
        this.count = count;
        centres = new float[count * vectors.Dimensions];
        ClusterOf = new int[vectors.Count];
        Closeness = new float[ClusterOf.Length];
        Array.Fill(ClusterOf, -1);
        SpreadCentres(random);
    }

    public int[] ClusterOf { get; }

    public float[] Closeness { get; }

    /// <summary>The sum of all documents' cosines to their centres: what the rounds increase.</summary>
    public double Cohesion { get; private set; }

    public void Settle(int maximumRounds)
    {
        for (var round = 0; round < maximumRounds && Assign(); round++)
            MoveCentres();
    }

    private Span<float> Centre(int cluster) => centres.AsSpan(cluster * vectors.Dimensions, vectors.Dimensions);

    /// <summary>k-means++ (D. Arthur and S. Vassilvitskii, SODA 2007): far documents are likelier to be the next centre.</summary>
    private void SpreadCentres(Random random)
    {
        var distances = new double[ClusterOf.Length];
        Array.Fill(distances, 1);
        for (var cluster = 0; cluster < count; cluster++)
        {
            var chosen = Draw(distances, random);
            vectors[chosen].CopyTo(Centre(cluster));
            for (var i = 0; i < distances.Length; i++)
                distances[i] = Math.Min(distances[i], Math.Max(0, 1 - UnitVectors.Dot(vectors[i], Centre(cluster))));
        }
    }

    private static int Draw(double[] weights, Random random)
    {
        var rest = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            rest -= weights[i];
            if (rest < 0)
                return i;
        }
        return weights.Length - 1;
    }

    private bool Assign()
    {
        var changed = false;
        Cohesion = 0;
        for (var i = 0; i < ClusterOf.Length; i++)
        {
            var (best, closeness) = (0, double.NegativeInfinity);
            for (var cluster = 0; cluster < count; cluster++)
            {
                var cosine = UnitVectors.Dot(vectors[i], Centre(cluster));
                if (cosine > closeness)
                    (best, closeness) = (cluster, cosine);
            }
            changed |= ClusterOf[i] != best;
            ClusterOf[i] = best;
            Closeness[i] = (float)closeness;
            Cohesion += closeness;
        }
        return changed;
    }

    private void MoveCentres()
    {
        Array.Clear(centres);
        for (var i = 0; i < ClusterOf.Length; i++)
        {
            var centre = Centre(ClusterOf[i]);
            var vector = vectors[i];
            for (var k = 0; k < vector.Length; k++)
                centre[k] += vector[k];
        }
        for (var cluster = 0; cluster < count; cluster++)
            UnitVectors.Normalize(Centre(cluster));
    }
}
