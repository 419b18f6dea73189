using System;
using System.Collections.Generic;
using NetGen.Optimizers.Rules;

namespace NetGen.Optimizers;

/// <summary>RMSProp: g ← g + λθ; v ← αv + (1 − α)g²; d = g / (√v + ε); θ ← θ − ηd.</summary>
/// <remarks>
/// G. Hinton's lecture 6e of Neural Networks for Machine Learning (2012). Centered, with √(v − a²) for √v and a ← αa + (1 − α)g, it is that of A. Graves,
/// arXiv:1308.0850. With momentum, b ← μb + d takes the place of d. The definition is that of PyTorch's <c>torch.optim.RMSprop</c>, but a v − a² that
/// rounding has taken below 0 counts as 0, where PyTorch gives NaN.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class RmsProp<T> : Optimizer<T>
    where T : unmanaged
{
    private RmsPropRule<T> _rule;

    /// <summary>Starts without state.</summary>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="alpha">α, at least 0 and below 1.</param>
    /// <param name="eps">ε > 0.</param>
    /// <param name="weightDecay">λ ≥ 0: adds λθ to the gradient of every parameter, biases included.</param>
    /// <param name="momentum">μ ≥ 0.</param>
    /// <param name="centered">Whether v is taken around the mean of the gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RmsProp(
        double learningRate = 1e-2, double alpha = 0.99, double eps = 1e-8, double weightDecay = 0, double momentum = 0, bool centered = false)
        : base(learningRate, StateNames(momentum, centered))
    {
        Alpha = Hyperparameter.Fraction(alpha, nameof(alpha));
        Eps = Hyperparameter.Positive<T>(eps, nameof(eps));
        WeightDecay = Hyperparameter.NotNegative(weightDecay, nameof(weightDecay));
        Momentum = Hyperparameter.NotNegative(momentum, nameof(momentum));
        Centered = centered;
    }

    /// <summary>α.</summary>
    public double Alpha { get; }

    /// <summary>ε.</summary>
    public double Eps { get; }

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <summary>μ.</summary>
    public double Momentum { get; }

    /// <summary>Whether v is taken around the mean of the gradient.</summary>
    public bool Centered { get; }

    private protected override void Prepare() => _rule = new RmsPropRule<T>(
        States[0], Centered ? States[1] : null, Momentum != 0 ? States[StateCount - 1] : null, LearningRate, Alpha, Eps, WeightDecay, Momentum);

    private protected override void Apply(int offset, Span<T> parameters, ReadOnlySpan<T> gradients) => UpdateLoop.Run(_rule, offset, parameters, gradients);

    private static string[] StateNames(double momentum, bool centered)
    {
        List<string> names = ["square_avg"];
        if (centered)
        {
            names.Add("grad_avg");
        }

        if (momentum != 0)
        {
            names.Add("momentum_buffer");
        }

        return [.. names];
    }
}
