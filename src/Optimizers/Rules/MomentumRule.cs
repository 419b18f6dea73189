using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; b ← μb + (1 − τ)g; θ ← θ − ηb, or θ − η(g + μb) with Nesterov's momentum.</summary>
internal readonly struct MomentumRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly ParameterStorage<T> _buffer;
    private readonly T _learningRate;
    private readonly T _momentum;
    private readonly T _gain;
    private readonly T _weightDecay;
    private readonly bool _nesterov;

    /// <param name="buffer">b.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="momentum">μ.</param>
    /// <param name="gain">1 − τ, the share of the gradient that the dampening τ leaves.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
    public MomentumRule(ParameterStorage<T> buffer, double learningRate, double momentum, double gain, double weightDecay, bool nesterov)
    {
        _buffer = buffer;
        _learningRate = Real.From<T>(learningRate);
        _momentum = Real.From<T>(momentum);
        _gain = Real.From<T>(gain);
        _weightDecay = Real.From<T>(weightDecay);
        _nesterov = nesterov;
    }

    /// <inheritdoc/>
    [MethodImpl(Compiled.ByItself)]
    public nint Run<TArithmetic, TVector>(nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector learningRate = v.Fill(_learningRate);
        TVector momentum = v.Fill(_momentum);
        TVector gain = v.Fill(_gain);
        TVector weightDecay = v.Fill(_weightDecay);
        ref T buffer = ref Unsafe.Add(ref _buffer.First, offset);
        bool nesterov = _nesterov;
        TVector guard = Subnormal<T>.Guard<TArithmetic, TVector>(v);
        for (; index + v.Count <= length; index += v.Count)
        {
            TVector parameter = v.Load(ref parameters, index);
            TVector g = v.MultiplyAdd(weightDecay, parameter, v.Load(ref gradients, index));

            TVector b = Subnormal<T>.Average(v, momentum, v.Load(ref buffer, index), gain, g, guard);
            v.Store(b, ref buffer, index);

            TVector direction = nesterov ? v.Add(g, v.Multiply(momentum, b)) : b;
            v.Store(v.Subtract(parameter, v.Multiply(learningRate, direction)), ref parameters, index);
        }

        return index;
    }
}
