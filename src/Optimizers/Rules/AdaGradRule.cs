using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; s ← s + g²; θ ← θ − ηg / (√s + ε).</summary>
internal readonly struct AdaGradRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly ParameterStorage<T> _sum;
    private readonly T _learningRate;
    private readonly T _eps;
    private readonly T _weightDecay;

    /// <param name="sum">s.</param>
    /// <param name="learningRate">η, as it has decayed so far.</param>
    /// <param name="eps">ε.</param>
    /// <param name="weightDecay">λ.</param>
    public AdaGradRule(ParameterStorage<T> sum, double learningRate, double eps, double weightDecay)
    {
        _sum = sum;
        _learningRate = Real.From<T>(learningRate);
        _eps = Real.From<T>(eps);
        _weightDecay = Real.From<T>(weightDecay);
    }

    /// <inheritdoc/>
    [MethodImpl(Compiled.ByItself)]
    public nint Run<TArithmetic, TVector>(nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector learningRate = v.Fill(_learningRate);
        TVector eps = v.Fill(_eps);
        TVector weightDecay = v.Fill(_weightDecay);
        ref T sums = ref Unsafe.Add(ref _sum.First, offset);
        TVector guard = Subnormal<T>.Guard<TArithmetic, TVector>(v);
        for (; index + v.Count <= length; index += v.Count)
        {
            TVector parameter = v.Load(ref parameters, index);
            TVector g = v.Add(v.Load(ref gradients, index), v.Multiply(weightDecay, parameter));

            TVector sum = v.Subtract(v.MultiplyAdd(g, g, v.Add(v.Load(ref sums, index), guard)), guard);
            v.Store(sum, ref sums, index);

            TVector direction = v.Divide(g, v.Add(v.SquareRoot(sum), eps));
            v.Store(v.Subtract(parameter, v.Multiply(learningRate, direction)), ref parameters, index);
        }

        return index;
    }
}
