using System;
using NetGen.Optimizers.Rules;

namespace NetGen.Optimizers;

/// <summary>
/// Adam: g ← g + λθ; m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; θ ← θ − η/(1 − β₁ᵗ) · m / (√(v/(1 − β₂ᵗ)) + ε) at step t = 1, 2, ….
/// </summary>
/// <remarks>
/// D. P. Kingma and J. Ba, arXiv:1412.6980; AMSGrad, which takes the largest v so far, S. J. Reddi, S. Kale and S. Kumar, ICLR 2018. The definition is that of
/// PyTorch's <c>torch.optim.Adam</c>. The weight decay is a penalty within the gradient; <see cref="AdamW{T}"/> has the decoupled one.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public class Adam<T> : Optimizer<T>
    where T : unmanaged
{
    private readonly bool _decoupled;
    private readonly BiasCorrection _correction1;
    private readonly BiasCorrection _correction2;
    private AdamRule<T> _rule;

    /// <summary>Starts without state.</summary>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="beta1">β₁, at least 0 and below 1.</param>
    /// <param name="beta2">β₂, at least 0 and below 1.</param>
    /// <param name="eps">ε > 0.</param>
    /// <param name="weightDecay">λ ≥ 0: adds λθ to the gradient of every parameter, biases included.</param>
    /// <param name="amsgrad">Whether the largest v so far takes the place of v.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Adam(
        double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weightDecay = 0, bool amsgrad = false)
        : this(learningRate, beta1, beta2, eps, weightDecay, amsgrad, decoupled: false)
    {
    }

    private protected Adam(double learningRate, double beta1, double beta2, double eps, double weightDecay, bool amsgrad, bool decoupled)
        : base(learningRate, amsgrad ? ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"] : ["exp_avg", "exp_avg_sq"])
    {
        Beta1 = Hyperparameter.Fraction(beta1, nameof(beta1));
        Beta2 = Hyperparameter.Fraction(beta2, nameof(beta2));
        Eps = Hyperparameter.Positive<T>(eps, nameof(eps));
        WeightDecay = Hyperparameter.NotNegative(weightDecay, nameof(weightDecay));
        Amsgrad = amsgrad;
        _decoupled = decoupled;
        _correction1 = new BiasCorrection(Beta1);
        _correction2 = new BiasCorrection(Beta2);
    }

    /// <summary>β₁.</summary>
    public double Beta1 { get; }

    /// <summary>β₂.</summary>
    public double Beta2 { get; }

    /// <summary>ε.</summary>
    public double Eps { get; }

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether the largest v so far takes the place of v.</summary>
    public bool Amsgrad { get; }

    private protected override void Prepare() => _rule = new AdamRule<T>(
        States[0], States[1], Amsgrad ? States[2] : null, _correction1.At(StepCount), _correction2.At(StepCount), LearningRate, Beta1, Beta2, Eps,
        weightDecay: _decoupled ? 0 : WeightDecay, shrinkage: _decoupled ? 1 - (LearningRate * WeightDecay) : 1);

    private protected override void Apply(int offset, Span<T> parameters, ReadOnlySpan<T> gradients) => UpdateLoop.Run(_rule, offset, parameters, gradients);
}
