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

    /// <inheritdoc/>
    [MethodImpl(Compiled.ByItself)]
    public nint Run<TArithmetic, TVector>(nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector learningRate = v.Fill(_learningRate);
        TVector weightDecay = v.Fill(_weightDecay);
        for (; index + v.Count <= length; index += v.Count)
        {
            TVector parameter = v.Load(ref parameters, index);
            TVector g = v.Add(v.Load(ref gradients, index), v.Multiply(weightDecay, parameter));
            v.Store(v.Subtract(parameter, v.Multiply(learningRate, g)), ref parameters, index);
        }

        return index;
    }
}
