using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; b ← μb + (1 − τ)g; θ ← θ − ηb, or θ − η(g + μb) with Nesterov's momentum.</summary>
internal readonly struct MomentumRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly T[] _buffer;
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
    public MomentumRule(T[] buffer, double learningRate, double momentum, double gain, double weightDecay, bool nesterov)
    {
        _buffer = buffer;
        _learningRate = Real.From<T>(learningRate);
        _momentum = Real.From<T>(momentum);
        _gain = Real.From<T>(gain);
        _weightDecay = Real.From<T>(weightDecay);
        _nesterov = nesterov;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TArithmetic, TVector>(TVector gradient, TVector parameter, nint index)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector momentum = v.Fill(_momentum);
        TVector g = v.MultiplyAdd(v.Fill(_weightDecay), parameter, gradient);
        TVector b = v.MultiplyAdd(momentum, v.Load(ref _buffer[0], index), v.Multiply(v.Fill(_gain), g));
        v.Store(b, ref _buffer[0], index);
        TVector direction = _nesterov ? v.Add(g, v.Multiply(momentum, b)) : b;
        return v.Subtract(parameter, v.Multiply(v.Fill(_learningRate), direction));
    }
}
