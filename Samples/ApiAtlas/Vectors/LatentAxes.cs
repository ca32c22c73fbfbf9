using System.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using Memo;

namespace ApiAtlas.Vectors;

/// <summary>The documents by what they mean rather than by which words they use: rows of U·Σ of the truncated singular value decomposition.</summary>
/// <param name="Dimensions">The number of axes, the strongest first.</param>
/// <param name="Values">One row after the other.</param>
internal sealed record LatentVectors(int Dimensions, float[] Values);

/// <summary>
/// Latent semantic analysis by a randomized decomposition: N. Halko, P.-G. Martinsson and J. A. Tropp, <i>Finding structure with
/// randomness</i>, SIAM Review 53 (2011), algorithm 4.4. Only products with the sparse matrix are ever made, never a dense copy of it.
/// </summary>
internal static class LatentAxes
{
    private const int Oversampling = 12;
    private const int PowerIterations = 3;

    [Memoize]
    public static LatentVectors Find(TermVectors vectors, int dimensions, int seed)
    {
        var width = Math.Min(dimensions + Oversampling, Math.Min(vectors.Rows, vectors.Columns));
        var kept = Math.Min(dimensions, width);

        var basis = Orthonormal(Multiply(vectors, RandomSigns(vectors.Columns * width, seed), width), vectors.Rows, width);
        for (var i = 0; i < PowerIterations; i++)
        {
            var back = Orthonormal(MultiplyTransposed(vectors, basis, width), vectors.Columns, width);
            basis = Orthonormal(Multiply(vectors, back, width), vectors.Rows, width);
        }

        // With B = Qᵀ·A, the left singular vectors of A are Q times the eigenvectors of the small matrix B·Bᵀ.
        var projected = MultiplyTransposed(vectors, basis, width);
        var (values, axes) = SymmetricEigen(Gram(projected, vectors.Columns, width), width);

        var result = new float[vectors.Rows * kept];
        for (var axis = 0; axis < kept; axis++)
        {
            var source = width - 1 - axis; // the decomposition lists the strongest last
            var strength = Math.Sqrt(Math.Max(0, values[source]));
            for (var row = 0; row < vectors.Rows; row++)
            {
                var sum = 0.0;
                for (var k = 0; k < width; k++)
                    sum += basis[k * vectors.Rows + row] * axes[source * width + k];
                result[row * kept + axis] = (float)(sum * strength);
            }
        }
        return new LatentVectors(kept, result);
    }

    // Dense matrices are arrays by column, as LAPACK and MathNet have them.

    private static double[] RandomSigns(int count, int seed)
    {
        var random = new Random(seed);
        var signs = new double[count];
        for (var i = 0; i < count; i++)
            signs[i] = random.Next(2) == 0 ? -1 : 1;
        return signs;
    }

    private static double[] Multiply(TermVectors sparse, double[] dense, int width)
    {
        var product = new double[sparse.Rows * width];
        for (var column = 0; column < width; column++)
        {
            for (var row = 0; row < sparse.Rows; row++)
            {
                var sum = 0.0;
                for (var i = sparse.Starts[row]; i < sparse.Starts[row + 1]; i++)
                    sum += sparse.Weights[i] * dense[column * sparse.Columns + sparse.Terms[i]];
                product[column * sparse.Rows + row] = sum;
            }
        }
        return product;
    }

    private static double[] MultiplyTransposed(TermVectors sparse, double[] dense, int width)
    {
        var product = new double[sparse.Columns * width];
        for (var column = 0; column < width; column++)
        {
            for (var row = 0; row < sparse.Rows; row++)
            {
                var factor = dense[column * sparse.Rows + row];
                for (var i = sparse.Starts[row]; i < sparse.Starts[row + 1]; i++)
                    product[column * sparse.Columns + sparse.Terms[i]] += sparse.Weights[i] * factor;
            }
        }
        return product;
    }

    private static double[] Gram(double[] dense, int rows, int width)
    {
        var gram = new double[width * width];
        for (var a = 0; a < width; a++)
        {
            for (var b = a; b < width; b++)
            {
                var sum = 0.0;
                for (var i = 0; i < rows; i++)
                    sum += dense[a * rows + i] * dense[b * rows + i];
                gram[a * width + b] = sum;
                gram[b * width + a] = sum;
            }
        }
        return gram;
    }

    // The factorizations name the managed provider instead of going through Matrix<double>: that would take whatever provider
    // the process has been configured with, which no key would notice.

    /// <summary>An orthonormal basis of the columns' span: Q of the thin QR factorization.</summary>
    private static double[] Orthonormal(double[] matrix, int rows, int columns)
    {
        var q = matrix.ToArray(); // the factorization works in place
        new ManagedLinearAlgebraProvider().ThinQRFactor(q, rows, columns, new double[columns * columns], new double[columns]);
        return q;
    }

    private static (double[] Values, double[] Vectors) SymmetricEigen(double[] matrix, int order)
    {
        var vectors = new double[order * order];
        var values = new Complex[order];
        new ManagedLinearAlgebraProvider().EigenDecomp(true, order, matrix, vectors, values, new double[order * order]);
        return ([.. values.Select(value => value.Real)], vectors);
    }
}
