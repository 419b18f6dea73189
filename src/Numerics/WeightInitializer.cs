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
    /// <summary>Draws a matrix of weights, row by row. What lies between the rows is left alone.</summary>
    /// <param name="weights">The matrix; row r starts at r·stride.</param>
    /// <param name="initializer">The distribution; <see cref="Initializer.Zero"/> draws nothing.</param>
    /// <param name="rows">n_in.</param>
    /// <param name="columns">n_out.</param>
    /// <param name="stride">From the start of one row to that of the next, at least <paramref name="columns"/>.</param>
    /// <param name="random">Where the numbers come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The initializer is <see cref="Initializer.Auto"/>, which the caller must resolve, or none at all.</exception>
    public static void Fill(Span<double> weights, Initializer initializer, int rows, int columns, int stride, ref Xoshiro256 random)
    {
        double scale = Scale(initializer, rows, columns);
        for (int r = 0; r < rows; r++)
        {
            foreach (ref double weight in weights.Slice(r * stride, columns))
            {
                weight = Draw(initializer, scale, ref random);
            }
        }
    }

    /// <inheritdoc cref="Fill(Span{double}, Initializer, int, int, int, ref Xoshiro256)"/>
    public static void Fill(Span<float> weights, Initializer initializer, int rows, int columns, int stride, ref Xoshiro256 random)
    {
        double scale = Scale(initializer, rows, columns);
        for (int r = 0; r < rows; r++)
        {
            foreach (ref float weight in weights.Slice(r * stride, columns))
            {
                weight = (float)Draw(initializer, scale, ref random);
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
