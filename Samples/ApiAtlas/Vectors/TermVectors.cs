namespace ApiAtlas.Vectors;

/// <summary>A sparse matrix by rows, one unit vector for each document.</summary>
/// <param name="Columns">The number of terms.</param>
/// <param name="Starts">Where each row begins, and at the end where the last one ends.</param>
/// <param name="Terms">The column of each entry, ascending in a row.</param>
/// <param name="Weights">The value of each entry. Single precision halves what steps exchange; sums are made in double.</param>
internal sealed record TermVectors(int Columns, int[] Starts, int[] Terms, float[] Weights)
{
    public int Rows => Starts.Length - 1;
}
