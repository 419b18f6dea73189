using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; s ← s + g²; θ ← θ − ηg / (√s + ε).</summary>
internal readonly struct AdaGradRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly T[] _sum;
    private readonly T _learningRate;
    private readonly T _eps;
    private readonly T _weightDecay;

    /// <param name="sum">s.</param>
    /// <param name="learningRate">η, as it has decayed so far.</param>
    /// <param name="eps">ε.</param>
    /// <param name="weightDecay">λ.</param>
    public AdaGradRule(T[] sum, double learningRate, double eps, double weightDecay)
    {
        _sum = sum;
        _learningRate = Real.From<T>(learningRate);
        _eps = Real.From<T>(eps);
        _weightDecay = Real.From<T>(weightDecay);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TArithmetic, TVector>(TVector gradient, TVector parameter, nint index)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector g = v.Add(gradient, v.Multiply(v.Fill(_weightDecay), parameter));
        TVector sum = v.Add(v.Load(ref _sum[0], index), v.Multiply(g, g));
        v.Store(sum, ref _sum[0], index);
        return v.Subtract(parameter, v.Multiply(v.Fill(_learningRate), v.Divide(g, v.Add(v.SquareRoot(sum), v.Fill(_eps)))));
    }
}
