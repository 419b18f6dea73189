using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; θ ← θ − ηg. No state.</summary>
internal readonly struct SgdRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly T _learningRate;
    private readonly T _weightDecay;

    public SgdRule(double learningRate, double weightDecay)
    {
        _learningRate = Real.From<T>(learningRate);
        _weightDecay = Real.From<T>(weightDecay);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TArithmetic, TVector>(TVector gradient, TVector parameter, nint index)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector g = v.Add(gradient, v.Multiply(v.Fill(_weightDecay), parameter));
        return v.Subtract(parameter, v.Multiply(v.Fill(_learningRate), g));
    }
}
