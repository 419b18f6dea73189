using System;
using NetGen.Numerics;
using NetGen.Optimizers.Rules;

namespace NetGen.Optimizers;

/// <summary>AdaGrad: g ← g + λθ; s ← s + g²; θ ← θ − η/(1 + (t − 1)ρ) · g / (√s + ε) at step t = 1, 2, ….</summary>
/// <remarks>J. Duchi, E. Hazan and Y. Singer, JMLR 12 (2011). The definition is that of PyTorch's <c>torch.optim.Adagrad</c>.</remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class AdaGrad<T> : Optimizer<T>
    where T : unmanaged
{
    private AdaGradRule<T> _rule;

    /// <summary>Starts without state.</summary>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="learningRateDecay">ρ ≥ 0.</param>
    /// <param name="weightDecay">λ ≥ 0: adds λθ to the gradient of every parameter, biases included.</param>
    /// <param name="initialAccumulatorValue">What s starts from, at least 0.</param>
    /// <param name="eps">ε > 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AdaGrad(
        double learningRate = 1e-2, double learningRateDecay = 0, double weightDecay = 0, double initialAccumulatorValue = 0, double eps = 1e-10)
        : base(learningRate, "sum")
    {
        LearningRateDecay = Hyperparameter.NotNegative(learningRateDecay, nameof(learningRateDecay));
        WeightDecay = Hyperparameter.NotNegative(weightDecay, nameof(weightDecay));
        InitialAccumulatorValue = Hyperparameter.NotNegative(initialAccumulatorValue, nameof(initialAccumulatorValue));
        Eps = Hyperparameter.Positive<T>(eps, nameof(eps));
    }

    /// <summary>ρ.</summary>
    public double LearningRateDecay { get; }

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <summary>What s starts from.</summary>
    public double InitialAccumulatorValue { get; }

    /// <summary>ε.</summary>
    public double Eps { get; }

    private protected override T InitialState => Real.From<T>(InitialAccumulatorValue);

    private protected override void Prepare() =>
        _rule = new AdaGradRule<T>(States[0], LearningRate / (1 + ((StepCount - 1) * LearningRateDecay)), Eps, WeightDecay);

    private protected override void Apply(int offset, Span<T> parameters, ReadOnlySpan<T> gradients) => UpdateLoop.Run(_rule, offset, parameters, gradients);
}
