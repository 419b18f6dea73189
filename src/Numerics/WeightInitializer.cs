using System;
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>Draws the weights of a layer.</summary>
/// <remarks>
/// Called by generated code. The definitions are those of <see cref="Initializer"/>. Numbers are drawn in canonical order and in double whatever the layout and the
/// number type, so that neither changes the network that a seed gives, beyond rounding.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightInitializer
{
    /// <summary>Draws a matrix of weights, row by row as declared. Padding is left alone.</summary>
    /// <param name="weights">The compiled layout, from the first element of the matrix on.</param>
    /// <param name="initializer">The distribution; <see cref="Initializer.Zero"/> draws nothing.</param>
    /// <param name="layout">n_in × n_out numbers, and where they stand.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The initializer is <see cref="Initializer.Auto"/>, which the caller must resolve, or none at all.</exception>
    public static void Fill(Span<double> weights, Initializer initializer, MatrixLayout layout, ref Xoshiro256 random)
    {
        double scale = Scale(initializer, layout.Rows, layout.Columns);
        for (int i = 0; i < layout.Rows; i++)
        {
            for (int j = 0; j < layout.Columns; j++)
            {
                weights[layout.Offset(i, j)] = Draw(initializer, scale, ref random);
            }
        }
    }

    /// <inheritdoc cref="Fill(Span{double}, Initializer, MatrixLayout, ref Xoshiro256)"/>
    public static void Fill(Span<float> weights, Initializer initializer, MatrixLayout layout, ref Xoshiro256 random)
    {
        double scale = Scale(initializer, layout.Rows, layout.Columns);
        for (int i = 0; i < layout.Rows; i++)
        {
            for (int j = 0; j < layout.Columns; j++)
            {
                weights[layout.Offset(i, j)] = (float)Draw(initializer, scale, ref random);
            }
        }
    }

    private static double Scale(Initializer initializer, double rows, double columns) => initializer switch
    {
        Initializer.HeUniform => Math.Sqrt(6.0 / rows),
        Initializer.HeNormal => Math.Sqrt(2.0 / rows),
        Initializer.GlorotUniform => Math.Sqrt(6.0 / (rows + columns)),
        Initializer.GlorotNormal => Math.Sqrt(2.0 / (rows + columns)),
        Initializer.Zero => 0.0,
        _ => throw new ArgumentOutOfRangeException(nameof(initializer), $"{initializer} is no distribution."),
    };

    private static double Draw(Initializer initializer, double scale, ref Xoshiro256 random) => initializer switch
    {
        Initializer.HeNormal or Initializer.GlorotNormal => scale * random.NextNormal(),
        Initializer.Zero => 0.0,
        _ => scale * (2.0 * random.NextDouble() - 1.0),
    };
}
