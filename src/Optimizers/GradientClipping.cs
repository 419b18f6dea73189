using System;
using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>Keeps gradients from growing too large, between the backward pass and the step.</summary>
public static class GradientClipping
{
    /// <summary>Scales all gradients down, so that their Euclidean norm does not exceed a limit: g ← g · min(1, limit / (‖g‖ + 10⁻⁶)).</summary>
    /// <remarks>The definition is that of PyTorch's <c>clip_grad_norm_</c>. The squares are summed in double.</remarks>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="gradients">g, the gradients of all parameters, overwritten.</param>
    /// <param name="maxNorm">The limit, above 0.</param>
    /// <returns>‖g‖ before clipping. It is NaN or infinite where a gradient is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxNorm"/> is not a finite number above 0.</exception>
    public static double ByNorm<T>(Span<T> gradients, double maxNorm)
        where T : unmanaged
    {
        Hyperparameter.Positive(maxNorm, nameof(maxNorm));
        double norm = Norm<T>(gradients);
        double coefficient = maxNorm / (norm + 1e-6);
        if (!(coefficient >= 1))
        {
            Scale(gradients, Real.From<T>(coefficient));
        }

        return norm;
    }

    /// <summary>Limits every gradient to −limit … limit.</summary>
    /// <remarks>The definition is that of PyTorch's <c>clip_grad_value_</c>. NaN stays NaN.</remarks>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="gradients">The gradients, overwritten.</param>
    /// <param name="clipValue">The limit, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="clipValue"/> is not a finite number above 0.</exception>
    public static void ByValue<T>(Span<T> gradients, double clipValue)
        where T : unmanaged
    {
        Hyperparameter.Positive(clipValue, nameof(clipValue));
        T upper = Real.From<T>(clipValue);
        T lower = Real.From<T>(-clipValue);
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(gradients);
        Vector<T> uppers = new(upper);
        Vector<T> lowers = new(lower);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector<T> g = vectors[i];
            g = Vector.ConditionalSelect(Vector.GreaterThan(g, uppers), uppers, g);
            vectors[i] = Vector.ConditionalSelect(Vector.LessThan(g, lowers), lowers, g);
        }

        for (int i = vectors.Length * Vector<T>.Count; i < gradients.Length; i++)
        {
            double g = Real.ToDouble(gradients[i]);
            gradients[i] = g > clipValue ? upper : g < -clipValue ? lower : gradients[i];
        }
    }

    private static double Norm<T>(ReadOnlySpan<T> gradients)
        where T : unmanaged =>
        Math.Sqrt(
            typeof(T) == typeof(float) ? SumOfSquares(MemoryMarshal.Cast<T, float>(gradients))
            : typeof(T) == typeof(double) ? SumOfSquares(MemoryMarshal.Cast<T, double>(gradients))
            : throw Real.NotSupported<T>());

    private static double SumOfSquares(ReadOnlySpan<float> numbers)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(numbers);
        Vector<double> lowSum = default;
        Vector<double> highSum = default;
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector.Widen(vectors[i], out Vector<double> low, out Vector<double> high);
            lowSum += low * low;
            highSum += high * high;
        }

        double sum = Vector.Dot(lowSum + highSum, Vector<double>.One);
        for (int i = vectors.Length * Vector<float>.Count; i < numbers.Length; i++)
        {
            sum += (double)numbers[i] * numbers[i];
        }

        return sum;
    }

    private static double SumOfSquares(ReadOnlySpan<double> numbers)
    {
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        Vector<double> sums = default;
        for (int i = 0; i < vectors.Length; i++)
        {
            sums += vectors[i] * vectors[i];
        }

        double sum = Vector.Dot(sums, Vector<double>.One);
        for (int i = vectors.Length * Vector<double>.Count; i < numbers.Length; i++)
        {
            sum += numbers[i] * numbers[i];
        }

        return sum;
    }

    private static void Scale<T>(Span<T> numbers, T factor)
        where T : unmanaged
    {
        Span<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(numbers);
        Vector<T> factors = new(factor);
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] *= factors;
        }

        double single = Real.ToDouble(factor);
        for (int i = vectors.Length * Vector<T>.Count; i < numbers.Length; i++)
        {
            numbers[i] = Real.From<T>(Real.ToDouble(numbers[i]) * single);
        }
    }
}
