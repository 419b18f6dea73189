using System;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>g ← g + λθ; m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; θ ← κθ − η/(1 − β₁ᵗ) · m / (√(v/(1 − β₂ᵗ)) + ε).</summary>
/// <remarks>κ = 1 − ηλ is the decay of AdamW, whose λ in the first equation is 0. With AMSGrad, the largest v so far takes the place of v in the last equation.</remarks>
internal readonly struct AdamRule<T> : IUpdateRule<T>
    where T : unmanaged
{
    private readonly ParameterStorage<T> _mean;
    private readonly ParameterStorage<T> _square;
    private readonly ParameterStorage<T>? _largest;
    private readonly T _beta1;
    private readonly T _beta2;
    private readonly T _gain1;
    private readonly T _gain2;
    private readonly T _minusStepSize;
    private readonly T _rootScale;
    private readonly T _eps;
    private readonly T _weightDecay;
    private readonly T _shrinkage;
    private readonly bool _decays;

    /// <param name="mean">m.</param>
    /// <param name="square">v.</param>
    /// <param name="largest">The largest v so far, or null without AMSGrad.</param>
    /// <param name="correction1">1 − β₁ᵗ.</param>
    /// <param name="correction2">1 − β₂ᵗ.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁.</param>
    /// <param name="beta2">β₂.</param>
    /// <param name="eps">ε.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="shrinkage">κ.</param>
    public AdamRule(
        ParameterStorage<T> mean, ParameterStorage<T> square, ParameterStorage<T>? largest, double correction1, double correction2,
        double learningRate, double beta1, double beta2, double eps, double weightDecay, double shrinkage)
    {
        _mean = mean;
        _square = square;
        _largest = largest;
        _beta1 = Real.From<T>(beta1);
        _beta2 = Real.From<T>(beta2);
        _gain1 = Real.From<T>(1 - beta1);
        _gain2 = Real.From<T>(1 - beta2);
        _minusStepSize = Real.From<T>(-learningRate / correction1);
        _rootScale = Real.From<T>(1 / Math.Sqrt(correction2));
        _eps = Real.From<T>(eps);
        _weightDecay = Real.From<T>(weightDecay);
        _shrinkage = Real.From<T>(shrinkage);
        _decays = weightDecay != 0 || shrinkage != 1;
    }

    /// <inheritdoc/>
    [MethodImpl(Compiled.ByItself)]
    public nint Run<TArithmetic, TVector>(nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector beta1 = v.Fill(_beta1);
        TVector beta2 = v.Fill(_beta2);
        TVector gain1 = v.Fill(_gain1);
        TVector gain2 = v.Fill(_gain2);
        TVector minusStepSize = v.Fill(_minusStepSize);
        TVector rootScale = v.Fill(_rootScale);
        TVector eps = v.Fill(_eps);
        TVector weightDecay = v.Fill(_weightDecay);
        TVector shrinkage = v.Fill(_shrinkage);
        bool amsgrad = _largest is not null;
        bool decays = _decays;
        ref T means = ref Unsafe.Add(ref _mean.First, offset);
        ref T squares = ref Unsafe.Add(ref _square.First, offset);
        ref T largest = ref Unsafe.Add(ref (_largest ?? _square).First, offset);
        TVector guard = Subnormal<T>.Guard<TArithmetic, TVector>(v);
        for (; index + v.Count <= length; index += v.Count)
        {
            TVector parameter = v.Load(ref parameters, index);
            TVector g = v.Load(ref gradients, index);
            if (decays)
            {
                g = v.MultiplyAdd(weightDecay, parameter, g);
                parameter = v.Multiply(shrinkage, parameter);
            }

            TVector mean = Subnormal<T>.Average(v, beta1, v.Load(ref means, index), gain1, g, guard);
            v.Store(mean, ref means, index);

            TVector square = Subnormal<T>.Average(v, beta2, v.Load(ref squares, index), v.Multiply(gain2, g), g, guard);
            v.Store(square, ref squares, index);

            if (amsgrad)
            {
                square = v.Max(v.Load(ref largest, index), square);
                v.Store(square, ref largest, index);
            }

            TVector root = v.MultiplyAdd(v.SquareRoot(square), rootScale, eps);
            v.Store(v.MultiplyAdd(minusStepSize, v.Divide(mean, root), parameter), ref parameters, index);
        }

        return index;
    }
}
