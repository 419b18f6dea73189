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
    private readonly T[] _mean;
    private readonly T[] _square;
    private readonly T[] _largest;
    private readonly bool _amsgrad;
    private readonly T _beta1;
    private readonly T _beta2;
    private readonly T _gain1;
    private readonly T _gain2;
    private readonly T _minusStepSize;
    private readonly T _rootScale;
    private readonly T _eps;
    private readonly T _weightDecay;
    private readonly bool _decays;
    private readonly bool _shrinks;
    private readonly T _shrinkage;

    /// <param name="mean">m.</param>
    /// <param name="square">v.</param>
    /// <param name="largest">The largest v so far, or empty without AMSGrad.</param>
    /// <param name="step">t, from 1.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁.</param>
    /// <param name="beta2">β₂.</param>
    /// <param name="eps">ε.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="shrinkage">κ.</param>
    public AdamRule(
        T[] mean, T[] square, T[] largest, long step, double learningRate, double beta1, double beta2, double eps, double weightDecay, double shrinkage)
    {
        _mean = mean;
        _square = square;
        _largest = largest;
        _amsgrad = largest.Length > 0;
        _beta1 = Real.From<T>(beta1);
        _beta2 = Real.From<T>(beta2);
        _gain1 = Real.From<T>(1 - beta1);
        _gain2 = Real.From<T>(1 - beta2);
        _minusStepSize = Real.From<T>(-learningRate / (1 - Math.Pow(beta1, step)));
        _rootScale = Real.From<T>(1 / Math.Sqrt(1 - Math.Pow(beta2, step)));
        _eps = Real.From<T>(eps);
        _weightDecay = Real.From<T>(weightDecay);
        _decays = weightDecay != 0;
        _shrinks = shrinkage != 1;
        _shrinkage = Real.From<T>(shrinkage);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Update<TArithmetic, TVector>(TVector gradient, TVector parameter, nint index)
        where TArithmetic : struct, IArithmetic<TVector, T>
    {
        TArithmetic v = default;
        TVector g = _decays ? v.MultiplyAdd(v.Fill(_weightDecay), parameter, gradient) : gradient;

        TVector mean = v.MultiplyAdd(v.Fill(_beta1), v.Load(ref _mean[0], index), v.Multiply(v.Fill(_gain1), g));
        v.Store(mean, ref _mean[0], index);

        TVector square = v.MultiplyAdd(v.Fill(_beta2), v.Load(ref _square[0], index), v.Multiply(v.Fill(_gain2), v.Multiply(g, g)));
        v.Store(square, ref _square[0], index);

        if (_amsgrad)
        {
            square = v.Max(v.Load(ref _largest[0], index), square);
            v.Store(square, ref _largest[0], index);
        }

        TVector root = v.MultiplyAdd(v.SquareRoot(square), v.Fill(_rootScale), v.Fill(_eps));
        TVector kept = _shrinks ? v.Multiply(v.Fill(_shrinkage), parameter) : parameter;
        return v.MultiplyAdd(v.Fill(_minusStepSize), v.Divide(mean, root), kept);
    }
}
