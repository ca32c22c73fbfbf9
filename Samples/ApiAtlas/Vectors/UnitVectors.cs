namespace ApiAtlas.Vectors;

/// <summary>Dense vectors of length one, so that the cosine of two is their dot product. A null vector stays null: it is like nothing.</summary>
internal sealed class UnitVectors
{
    private readonly float[] values;

    private UnitVectors(float[] values, int dimensions)
    {
        this.values = values;
        Dimensions = dimensions;
        Count = dimensions == 0 ? 0 : values.Length / dimensions;
    }

    public int Count { get; }

    public int Dimensions { get; }

    public ReadOnlySpan<float> this[int vector] => values.AsSpan(vector * Dimensions, Dimensions);

    public static UnitVectors Of(LatentVectors documents)
    {
        var units = new UnitVectors(documents.Values.ToArray(), documents.Dimensions);
        for (var i = 0; i < units.Count; i++)
            Normalize(units.values.AsSpan(i * units.Dimensions, units.Dimensions));
        return units;
    }

    public static void Normalize(Span<float> vector)
    {
        var length = Math.Sqrt(Dot(vector, vector));
        if (length == 0)
            return;
        for (var i = 0; i < vector.Length; i++)
            vector[i] = (float)(vector[i] / length);
    }

    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (double)a[i] * b[i];
        return sum;
    }
}
