using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; v ← αv + (1 − α)g²; d = g / (√v + ε); θ ← θ − ηd.</summary>
/// <remarks>Centered, with a ← αa + (1 − α)g, the root is that of v − a². With momentum, b ← μb + d takes the place of d.</remarks>
internal readonly struct RmsPropRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly T[] _square;
    private readonly T[] _mean;
    private readonly T[] _buffer;
    private readonly bool _centered;
    private readonly bool _hasMomentum;
    private readonly T _learningRate;
    private readonly T _alpha;
    private readonly T _gain;
    private readonly T _eps;
    private readonly T _weightDecay;
    private readonly T _momentum;

    /// <param name="square">v.</param>
    /// <param name="mean">a, or empty where it is not centered.</param>
    /// <param name="buffer">b, or empty without momentum.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="alpha">α.</param>
    /// <param name="eps">ε.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="momentum">μ.</param>
    public RmsPropRule(T[] square, T[] mean, T[] buffer, double learningRate, double alpha, double eps, double weightDecay, double momentum)
    {
        _square = square;
        _mean = mean;
        _buffer = buffer;
        _centered = mean.Length > 0;
        _hasMomentum = buffer.Length > 0;
        _learningRate = Real.From<T>(learningRate);
        _alpha = Real.From<T>(alpha);
        _gain = Real.From<T>(1 - alpha);
        _eps = Real.From<T>(eps);
        _weightDecay = Real.From<T>(weightDecay);
        _momentum = Real.From<T>(momentum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TArithmetic, TVector>(TVector gradient, TVector parameter, nint index)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector alpha = v.Fill(_alpha);
        TVector gain = v.Fill(_gain);
        TVector g = v.Add(gradient, v.Multiply(v.Fill(_weightDecay), parameter));

        TVector square = v.Add(v.Multiply(alpha, v.Load(ref _square[0], index)), v.Multiply(gain, v.Multiply(g, g)));
        v.Store(square, ref _square[0], index);

        if (_centered)
        {
            TVector mean = v.Add(v.Multiply(alpha, v.Load(ref _mean[0], index)), v.Multiply(gain, g));
            v.Store(mean, ref _mean[0], index);

            // A variance; rounding may take it below 0.
            square = v.Max(v.Subtract(square, v.Multiply(mean, mean)), v.Fill(default));
        }

        TVector direction = v.Divide(g, v.Add(v.SquareRoot(square), v.Fill(_eps)));
        if (_hasMomentum)
        {
            direction = v.Add(v.Multiply(v.Fill(_momentum), v.Load(ref _buffer[0], index)), direction);
            v.Store(direction, ref _buffer[0], index);
        }

        return v.Subtract(parameter, v.Multiply(v.Fill(_learningRate), direction));
    }
}
