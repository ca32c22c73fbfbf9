using Memo;

namespace ApiAtlas.Vectors;

/// <summary>Exact nearest neighbours by cosine: every document is compared with every other.</summary>
internal static class NeighbourSearch
{
    // A fixed number, not the machine's: work is cut the same way everywhere, and every part is computed on its own.
    private const int Parts = 16;

    [Memoize]
    public static async Task<NeighbourGraph> FindAsync(LatentVectors documents, int neighbours)
    {
        var units = UnitVectors.Of(documents);
        var degree = Math.Max(0, Math.Min(neighbours, units.Count - 1));
        var parts = await Task.WhenAll(Enumerable.Range(0, Parts).Select(part =>
        {
            var first = (int)((long)units.Count * part / Parts);
            var last = (int)((long)units.Count * (part + 1) / Parts);
            return Task.Run(() => FindPart(units, first, last, degree));
        }));
        return new NeighbourGraph(
            degree,
            [.. parts.SelectMany(part => part.Neighbours)],
            [.. parts.SelectMany(part => part.Similarities)]);
    }

    private static NeighbourGraph FindPart(UnitVectors units, int first, int last, int degree)
    {
        var found = new int[(last - first) * degree];
        var similarities = new float[found.Length];
        var cosines = new double[units.Count];
        for (var document = first; document < last; document++)
        {
            for (var other = 0; other < cosines.Length; other++)
                cosines[other] = UnitVectors.Dot(units[document], units[other]);
            cosines[document] = double.NegativeInfinity;

            var at = (document - first) * degree;
            SelectLargest(cosines, found.AsSpan(at, degree));
            for (var i = 0; i < degree; i++)
                similarities[at + i] = (float)cosines[found[at + i]];
        }
        return new NeighbourGraph(degree, found, similarities);
    }

    /// <summary>Fills <paramref name="largest"/> with the indices of the largest values, descending; of equal ones the first.</summary>
    private static void SelectLargest(double[] values, Span<int> largest)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (count == largest.Length && (count == 0 || values[i] <= values[largest[^1]]))
                continue;
            var at = count < largest.Length ? count++ : count - 1;
            for (; at > 0 && values[largest[at - 1]] < values[i]; at--)
                largest[at] = largest[at - 1];
            largest[at] = i;
        }
    }
}
