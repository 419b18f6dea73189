using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>θ ← θ − ηg and nothing else: not even 0·θ, which is no number where θ is infinite.</summary>
internal readonly struct SubtractionRule<T>(T learningRate) : IUpdateRule<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(Compiled.ByItself)]
    public nint Run<TArithmetic, TVector>(nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector factor = v.Fill(learningRate);
        for (; index + v.Count <= length; index += v.Count)
        {
            v.Store(v.Subtract(v.Load(ref parameters, index), v.Multiply(factor, v.Load(ref gradients, index))), ref parameters, index);
        }

        return index;
    }
}
