using System;
using NetGen.Optimizers.Rules;

namespace NetGen.Optimizers;

/// <summary>Stochastic gradient descent, with momentum if wanted: g ← g + λθ; b ← μb + (1 − τ)g; θ ← θ − ηb, or θ − η(g + μb) with Nesterov's momentum.</summary>
/// <remarks>The definition is that of PyTorch's <c>torch.optim.SGD</c>, the first step included, which takes b = g undampened.</remarks>
/// <typeparam name="T">The number type.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
    where T : unmanaged
{
    private SgdRule<T> _plain;
    private MomentumRule<T> _rule;

    /// <summary>Starts without state.</summary>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="momentum">μ ≥ 0.</param>
    /// <param name="dampening">τ, the share of the gradient that the momentum loses.</param>
    /// <param name="weightDecay">λ ≥ 0: adds λθ to the gradient of every parameter, biases included.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">Nesterov's momentum is asked for without momentum or with dampening.</exception>
    public Sgd(double learningRate, double momentum = 0, double dampening = 0, double weightDecay = 0, bool nesterov = false)
        : base(learningRate, momentum == 0 ? [] : ["momentum_buffer"])
    {
        Momentum = Hyperparameter.NotNegative(momentum, nameof(momentum));
        Dampening = Hyperparameter.Finite(dampening, nameof(dampening));
        WeightDecay = Hyperparameter.NotNegative(weightDecay, nameof(weightDecay));
        Nesterov = nesterov;
        if (nesterov && (momentum == 0 || dampening != 0))
        {
            throw new ArgumentException("Nesterov's momentum expects a momentum above 0 and no dampening.", nameof(nesterov));
        }
    }

    /// <summary>μ.</summary>
    public double Momentum { get; }

    /// <summary>τ.</summary>
    public double Dampening { get; }

    /// <summary>λ.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether the momentum is Nesterov's.</summary>
    public bool Nesterov { get; }

    /// <summary>Whether a step is θ ← θ − ηg and nothing else, which is what a network's TrainStep does.</summary>
    internal bool IsPlain => Momentum == 0 && WeightDecay == 0;

    private protected override void Prepare()
    {
        if (Momentum == 0)
        {
            _plain = new SgdRule<T>(LearningRate, WeightDecay);
        }
        else
        {
            double gain = StepCount == 1 ? 1 : 1 - Dampening;
            _rule = new MomentumRule<T>(States[0], LearningRate, Momentum, gain, WeightDecay, Nesterov);
        }
    }

    private protected override void Apply(int offset, Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (Momentum == 0)
        {
            UpdateLoop.Run(_plain, offset, parameters, gradients);
        }
        else
        {
            UpdateLoop.Run(_rule, offset, parameters, gradients);
        }
    }
}
