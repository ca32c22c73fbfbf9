using ApiAtlas.Vectors;
using Memo;

namespace ApiAtlas.Map;

/// <param name="Rounds">How often every link pulls.</param>
/// <param name="Repulsions">How many random others push for each pull.</param>
/// <param name="Seed">What the others are drawn from.</param>
internal sealed record LayoutOptions(int Rounds, int Repulsions, int Seed);

/// <summary>A place on the map for each document, from 0 to 1 in both directions.</summary>
internal sealed record Places(double[] X, double[] Y);

/// <summary>
/// Puts similar documents side by side: links pull, random pairs push. The forces are those of UMAP (L. McInnes, J. Healy and
/// J. Melville, arXiv:1802.03426) with its curve at a = b = 1, which needs nothing but additions, products and quotients:
/// the same bits on every machine.
/// </summary>
internal static class MapLayout
{
    private const double StrongestMove = 4;

    [Memoize]
    public static Places LayOut(NeighbourGraph graph, LatentVectors start, LayoutOptions options)
    {
        var random = new Random(options.Seed);
        var (x, y) = Start(start, random);
        var pulls = Pulls(graph);
        for (var round = 0; round < options.Rounds; round++)
        {
            var step = 1 - (double)round / options.Rounds;
            for (var i = 0; i < graph.Neighbours.Length; i++)
            {
                // A weak link pulls in a smaller share of the rounds, spread evenly over them.
                if ((int)((round + 1) * pulls[i]) == (int)(round * pulls[i]))
                    continue;
                var from = i / graph.Degree;
                Pull(x, y, from, graph.Neighbours[i], step);
                for (var k = 0; k < options.Repulsions; k++)
                    Push(x, y, from, random.Next(x.Length), step);
            }
        }
        return new Places(Spread(x), Spread(y));
    }

    /// <summary>The two strongest axes after the first, which only tells long texts from short ones; a little noise parts what coincides.</summary>
    private static (double[] X, double[] Y) Start(LatentVectors latent, Random random)
    {
        var count = latent.Dimensions == 0 ? 0 : latent.Values.Length / latent.Dimensions;
        return (Axis(Math.Min(1, latent.Dimensions - 1)), Axis(Math.Min(2, latent.Dimensions - 1)));

        double[] Axis(int axis)
        {
            var values = new double[count];
            for (var i = 0; i < count; i++)
                values[i] = latent.Values[i * latent.Dimensions + axis] * 25 + random.NextDouble() - 0.5;
            return values;
        }
    }

    /// <summary>How strongly each link pulls, from 0 to 1: relative to the document's best link, so that lonely documents are held too.</summary>
    private static double[] Pulls(NeighbourGraph graph)
    {
        var pulls = new double[graph.Neighbours.Length];
        for (var i = 0; i < pulls.Length; i++)
        {
            var best = graph.Similarities[i - i % graph.Degree];
            var relative = best > 0 ? graph.Similarities[i] / best : 0;
            pulls[i] = relative * relative;
        }
        return pulls;
    }

    private static void Pull(double[] x, double[] y, int a, int b, double step)
    {
        var (dx, dy) = (x[a] - x[b], y[a] - y[b]);
        var force = -2 / (1 + dx * dx + dy * dy);
        Move(x, y, a, force * dx, force * dy, step);
        Move(x, y, b, -force * dx, -force * dy, step);
    }

    private static void Push(double[] x, double[] y, int a, int b, double step)
    {
        if (a == b)
            return;
        var (dx, dy) = (x[a] - x[b], y[a] - y[b]);
        var squared = dx * dx + dy * dy;
        var force = 2 / ((0.001 + squared) * (1 + squared));
        Move(x, y, a, force * dx, force * dy, step);
    }

    private static void Move(double[] x, double[] y, int point, double dx, double dy, double step)
    {
        x[point] += Math.Clamp(dx, -StrongestMove, StrongestMove) * step;
        y[point] += Math.Clamp(dy, -StrongestMove, StrongestMove) * step;
    }

    /// <summary>
    /// Scales to 0…1, half by value and half by rank: values alone leave a crowd in the middle of an empty sheet, and ranks alone
    /// fill the sheet but melt all shapes.
    /// </summary>
    private static double[] Spread(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var low = Quantile(0.01);
        var high = Quantile(0.99);
        var spread = new double[values.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            var byValue = high > low ? Math.Clamp((values[order[rank]] - low) / (high - low), 0, 1) : 0.5;
            spread[order[rank]] = (byValue + (double)rank / order.Length) / 2;
        }
        return spread;

        double Quantile(double share) => values[order[(int)(share * (order.Length - 1))]];
    }
}
