using System.Numerics;

namespace Corpus.Algebra;

public sealed class Matrix<T> where T : IFloatingPointIeee754<T>
{
    private readonly T[] _cells;

    public Matrix(int rows, int columns) => (Rows, Columns, _cells) = (rows, columns, new T[rows * columns]);

    public Matrix(T[][] rows) : this(rows.Length, rows.Length > 0 ? rows[0].Length : 0)
    {
        for (var i = 0; i < Rows; i++) rows[i].CopyTo(Row(i));
    }

    public int Rows { get; }

    public int Columns { get; }

    public ref T this[int row, int column] => ref _cells[row * Columns + column];

    public static Matrix<T> Identity(int size)
    {
        var result = new Matrix<T>(size, size);
        for (var i = 0; i < size; i++) result[i, i] = T.One;
        return result;
    }

    public static Matrix<T> operator *(Matrix<T> a, Matrix<T> b)
    {
        if (a.Columns != b.Rows) throw new ArgumentException($"{a.Columns} columns, {b.Rows} rows");
        var result = new Matrix<T>(a.Rows, b.Columns);
        for (var i = 0; i < a.Rows; i++)
        {
            for (var k = 0; k < a.Columns; k++)
            {
                var factor = a[i, k];
                if (T.IsZero(factor)) continue;
                for (var j = 0; j < b.Columns; j++) result[i, j] += factor * b[k, j];
            }
        }

        return result;
    }

    public static T[] operator *(Matrix<T> a, ReadOnlySpan<T> vector)
    {
        var result = new T[a.Rows];
        for (var i = 0; i < result.Length; i++) result[i] = Vectors.Dot<T>(a.Row(i), vector);
        return result;
    }

    public Span<T> Row(int row) => _cells.AsSpan(row * Columns, Columns);

    public Matrix<T> Transposed()
    {
        var result = new Matrix<T>(Columns, Rows);
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++) result[j, i] = this[i, j];
        }

        return result;
    }

    /// <summary>By elimination with partial pivoting; null if there is no single solution.</summary>
    public T[]? Solve(params ReadOnlySpan<T> right)
    {
        var left = new Matrix<T>(Rows, Columns);
        _cells.CopyTo(left._cells, 0);
        T[] result = [.. right];
        for (var k = 0; k < Rows; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < Rows; i++)
            {
                if (T.Abs(left[i, k]) > T.Abs(left[pivot, k])) pivot = i;
            }

            if (T.Abs(left[pivot, k]) < T.CreateChecked(1e-12)) return null;
            (result[k], result[pivot]) = (result[pivot], result[k]);
            for (var j = 0; j < Columns; j++) (left[k, j], left[pivot, j]) = (left[pivot, j], left[k, j]);
            for (var i = k + 1; i < Rows; i++)
            {
                var factor = left[i, k] / left[k, k];
                for (var j = k; j < Columns; j++) left[i, j] -= factor * left[k, j];
                result[i] -= factor * result[k];
            }
        }

        for (var i = Rows - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < Columns; j++) result[i] -= left[i, j] * result[j];
            result[i] /= left[i, i];
        }

        return result;
    }
}

public static class Vectors
{
    public static T Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : INumberBase<T>
    {
        var sum = T.AdditiveIdentity;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    public static T Norm<T>(this T[] vector) where T : IRootFunctions<T> => T.Sqrt(Dot<T>(vector, vector));

    public static T[] Scaled<T>(this T[] vector, T factor) where T : INumberBase<T> => Array.ConvertAll(vector, x => x * factor);
}

public readonly record struct Ratio(long Numerator, long Denominator) : IComparable<Ratio>, IAdditionOperators<Ratio, Ratio, Ratio>
{
    public static readonly Ratio Zero = new(0, 1), One = new(1, 1);

    public static Ratio operator +(Ratio a, Ratio b) => Of(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);
    public static Ratio operator checked +(Ratio a, Ratio b) => checked(Of(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator));
    public static Ratio operator *(Ratio a, Ratio b) => Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    public static Ratio operator ++(Ratio a) => a + One;
    public static implicit operator Ratio(int whole) => new(whole, 1);
    public static explicit operator double(Ratio a) => (double)a.Numerator / a.Denominator;

    public static Ratio Of(long numerator, long denominator)
    {
        var divisor = Gcd(Math.Abs(numerator), Math.Abs(denominator)) * Math.Sign(denominator);
        return divisor == 0 ? throw new DivideByZeroException() : new(numerator / divisor, denominator / divisor);

        static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
    }

    public int CompareTo(Ratio other) => Math.Sign(Math.BigMul(Numerator, other.Denominator).CompareTo(Math.BigMul(other.Numerator, Denominator)));

    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}

public static class Analyses
{
    [Memoize]
    public static double[]? Fit(double[] x, double[] y, int degree)
    {
        var design = new Matrix<double>(x.Length, degree + 1);
        for (var i = 0; i < x.Length; i++)
        {
            var power = 1.0;
            foreach (ref var cell in design.Row(i))
            {
                cell = power;
                power *= x[i];
            }
        }

        var transposed = design.Transposed();
        return (transposed * design).Solve(transposed * y.AsSpan());
    }

    [Memoize]
    public static float[]? Intersection(float[][] rows, float[] right) => new Matrix<float>(rows).Solve(right);

    [Memoize]
    public static (double Value, double[] Vector) Dominant(double[][] rows, int rounds = 50)
    {
        var matrix = new Matrix<double>(rows);
        var vector = Enumerable.Repeat(1.0, matrix.Rows).ToArray();
        var value = 0.0;
        while (rounds-- > 0)
        {
            var next = matrix * vector.AsSpan();
            (value, var last) = (next.Norm(), value);
            if (value == 0) break;
            vector = next.Scaled(1 / value);
            if (Math.Abs(value - last) < 1e-10 * value) break;
        }

        return (value, vector);
    }

    [Memoize]
    public static string Harmonic(int n, bool isExact)
    {
        var sum = Ratio.Zero;
        for (var i = 1; i <= n; i++) sum = isExact ? checked(sum + Ratio.Of(1, i)) : sum + Ratio.Of(1, i);
        sum++;
        return sum.CompareTo(3) > 0 ? $"{(double)(sum * 2):F4}" : sum.ToString();
    }

    [Memoize]
    public static double Root(double[] coefficients, double from, double to)
    {
        double F(double x) => coefficients.Reverse().Aggregate((sum, c) => sum * x + c);
        var (low, high) = (F(from), F(to));
        if (low * high > 0) return double.NaN;
        while (to - from > 1e-9)
        {
            var middle = double.Lerp(from, to, 0.5);
            if (Math.Sign(F(middle)) == Math.Sign(low)) from = middle;
            else to = middle;
        }

        return from;
    }

    [Memoize]
    public static Complex[] Spectrum(double[] samples) => Transform([.. samples.Select(s => new Complex(s, 0))]);

    [Memoize]
    public static BigInteger Binomial(int n, int k)
    {
        var result = BigInteger.One;
        for (var i = 1; i <= k; i++) result = result * (n - k + i) / i;
        return result;
    }

    [Memoize]
    public static int[] Clusters(double[] values, int count)
    {
        var centres = values.Distinct().Order().Take(count).ToArray();
        var assigned = new int[values.Length];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < values.Length; i++)
            {
                var nearest = Array.IndexOf(centres, centres.MinBy(c => Math.Abs(c - values[i])));
                changed |= nearest != assigned[i];
                assigned[i] = nearest;
            }

            foreach (var group in values.Zip(assigned).GroupBy(pair => pair.Second)) centres[group.Key] = group.Average(pair => pair.First);
        }

        return assigned;
    }

    private static Complex[] Transform(Complex[] values)
    {
        if (values is not { Length: > 1 and var n } || n % 2 != 0) return values;
        var even = Transform([.. values.Where((_, i) => i % 2 == 0)]);
        var odd = Transform([.. values.Where((_, i) => i % 2 == 1)]);
        var result = new Complex[n];
        for (var k = 0; k < n / 2; k++)
        {
            var turned = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / n) * odd[k];
            (result[k], result[k + n / 2]) = (even[k] + turned, even[k] - turned);
        }

        return result;
    }
}
