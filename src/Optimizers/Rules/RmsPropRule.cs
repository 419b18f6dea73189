using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; v ← αv + (1 − α)g²; d = g / (√v + ε); θ ← θ − ηd.</summary>
/// <remarks>Centered, with a ← αa + (1 − α)g, the root is that of v − a². With momentum, b ← μb + d takes the place of d.</remarks>
internal readonly struct RmsPropRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly ParameterStorage<T> _square;
    private readonly ParameterStorage<T>? _mean;
    private readonly ParameterStorage<T>? _buffer;
    private readonly T _learningRate;
    private readonly T _alpha;
    private readonly T _gain;
    private readonly T _eps;
    private readonly T _weightDecay;
    private readonly T _momentum;

    /// <param name="square">v.</param>
    /// <param name="mean">a, or null where it is not centered.</param>
    /// <param name="buffer">b, or null without momentum.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="alpha">α.</param>
    /// <param name="eps">ε.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="momentum">μ.</param>
    public RmsPropRule(
        ParameterStorage<T> square, ParameterStorage<T>? mean, ParameterStorage<T>? buffer, double learningRate, double alpha, double eps, double weightDecay, double momentum)
    {
        _square = square;
        _mean = mean;
        _buffer = buffer;
        _learningRate = Real.From<T>(learningRate);
        _alpha = Real.From<T>(alpha);
        _gain = Real.From<T>(1 - alpha);
        _eps = Real.From<T>(eps);
        _weightDecay = Real.From<T>(weightDecay);
        _momentum = Real.From<T>(momentum);
    }

    /// <inheritdoc/>
    [MethodImpl(Compiled.ByItself)]
    public nint Run<TArithmetic, TVector>(nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector learningRate = v.Fill(_learningRate);
        TVector alpha = v.Fill(_alpha);
        TVector gain = v.Fill(_gain);
        TVector eps = v.Fill(_eps);
        TVector weightDecay = v.Fill(_weightDecay);
        TVector momentum = v.Fill(_momentum);
        bool centered = _mean is not null;
        bool hasMomentum = _buffer is not null;
        ref T squares = ref Unsafe.Add(ref _square.First, offset);
        ref T means = ref Unsafe.Add(ref (_mean ?? _square).First, offset);
        ref T buffer = ref Unsafe.Add(ref (_buffer ?? _square).First, offset);
        TVector guard = Subnormal<T>.Guard<TArithmetic, TVector>(v);
        for (; index + v.Count <= length; index += v.Count)
        {
            TVector parameter = v.Load(ref parameters, index);
            TVector g = v.Add(v.Load(ref gradients, index), v.Multiply(weightDecay, parameter));

            TVector square = Subnormal<T>.Average(v, alpha, v.Load(ref squares, index), v.Multiply(gain, g), g, guard);
            v.Store(square, ref squares, index);

            if (centered)
            {
                TVector mean = Subnormal<T>.Average(v, alpha, v.Load(ref means, index), gain, g, guard);
                v.Store(mean, ref means, index);

                // A variance; rounding may take it below 0.
                square = v.Max(v.Subtract(square, v.Multiply(mean, mean)), v.Fill(default));
            }

            TVector direction = v.Divide(g, v.Add(v.SquareRoot(square), eps));
            if (hasMomentum)
            {
                direction = v.Add(v.MultiplyAdd(momentum, v.Load(ref buffer, index), guard), direction);
                direction = v.Subtract(direction, guard);
                v.Store(direction, ref buffer, index);
            }

            v.Store(v.Subtract(parameter, v.Multiply(learningRate, direction)), ref parameters, index);
        }

        return index;
    }
}
