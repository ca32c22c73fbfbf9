namespace ApiAtlas.Vectors;

/// <summary>For each document the most similar others, the most similar first.</summary>
/// <param name="Degree">How many neighbours each document has.</param>
/// <param name="Neighbours">The neighbours of document i begin at i · Degree.</param>
/// <param name="Similarities">Their cosines, in the same order.</param>
internal sealed record NeighbourGraph(int Degree, int[] Neighbours, float[] Similarities)
{
    public int Count => Degree == 0 ? 0 : Neighbours.Length / Degree;
}
