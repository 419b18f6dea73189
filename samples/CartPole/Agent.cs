using System;
using NetGen.Optimizers;

namespace CartPole;

/// <summary>
/// Learns to play from nothing but its own games, by the policy gradient with a baseline: what went better than expected becomes more probable, what went worse less.
/// </summary>
/// <remarks>R. J. Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning", <i>Machine Learning</i> 8 (1992): REINFORCE.</remarks>
internal sealed class Agent
{
    /// <summary>What a step later is worth, relative to now.</summary>
    private const float Discount = 0.99f;

    /// <summary>What one step is worth: discounted, an endless game is then worth 2, a number that a network learns easily.</summary>
    private const float Reward = 0.02f;

    private readonly Random _random;
    private readonly Episode _episode = new();

    private readonly PolicyNet _policy = new();
    private readonly Adam<float> _policyOptimizer = new(learningRate: 3e-3);
    private readonly float[] _policyGradients = new float[PolicyNet.StorageLength];
    private readonly float[] _outputGradients = new float[Game.StepLimit * PolicyNet.OutputSize];

    private readonly ValueNet _value = new();
    private readonly Adam<float> _valueOptimizer = new(learningRate: 1e-2);
    private readonly float[] _valueGradients = new float[ValueNet.StorageLength];
    private readonly float[] _values = new float[Game.StepLimit + 1];
    private readonly float[] _returns = new float[Game.StepLimit];

    public Agent(int seed, Random random)
    {
        _random = random;

        // Different seeds: layers of the same shape would begin with the same weights.
        _policy.Initialize(2 * (ulong)seed);
        _value.Initialize((2 * (ulong)seed) + 1);

        // The optimizers get their memory now and not in the first step.
        _policyOptimizer.Reset(PolicyNet.StorageLength);
        _valueOptimizer.Reset(ValueNet.StorageLength);
    }

    /// <summary>Looks at the game and draws what to do, by the probabilities that the policy gives.</summary>
    /// <returns>Whether to push to the right.</returns>
    public bool Act(Game game)
    {
        int step = game.Steps;
        Span<float> observation = _episode.Observation(step);
        Span<float> probabilities = _episode.Probabilities(step);
        game.Observe(observation);
        _policy.Forward(observation, probabilities);

        int action = _random.NextSingle() < probabilities[1] ? 1 : 0;
        _episode.Actions[step] = action;
        return action == 1;
    }

    /// <summary>Learns from the game that is over.</summary>
    public void Learn(Game game)
    {
        int steps = game.Steps;
        game.Observe(_episode.Observation(steps));
        _value.Forward(_episode.Observations(steps + 1), _values.AsSpan(0, steps + 1));
        ComputeReturns(steps, afterwards: game.IsLost ? 0 : _values[steps]);

        ImprovePolicy(steps);
        ImproveValue(steps);
    }

    /// <summary>The return of a step: its reward and, discounted, all that came later.</summary>
    /// <param name="steps">How many steps were played.</param>
    /// <param name="afterwards">What would have come after the last one: nothing where the pole fell; where time was up, what the judge expects.</param>
    private void ComputeReturns(int steps, float afterwards)
    {
        for (int step = steps - 1; step >= 0; step--)
        {
            afterwards = Reward + (Discount * afterwards);
            _returns[step] = afterwards;
        }
    }

    /// <summary>Goes down the gradient of J = −1/T · Σ Aₜ ln p(actionₜ), where the advantage Aₜ is by how much the return exceeded the expectation.</summary>
    private void ImprovePolicy(int steps)
    {
        Span<float> outputGradients = _outputGradients.AsSpan(0, steps * PolicyNet.OutputSize);
        outputGradients.Clear();
        for (int step = 0; step < steps; step++)
        {
            // ∂J/∂p = −A / (T · p) for the action that was taken; the other one has no part in J.
            int action = _episode.Actions[step];
            float advantage = _returns[step] - _values[step];
            outputGradients[(step * PolicyNet.OutputSize) + action] = -advantage / (steps * _episode.Probabilities(step)[action]);
        }

        // The loss is our own, so the network is given its gradient by the outputs; the gradient by the inputs is not needed.
        _policy.Backpropagate(_episode.Observations(steps), outputGradients, _policyGradients, inputGradients: []);
        _policyOptimizer.Step(_policy.Parameters, _policyGradients);
    }

    /// <summary>Moves the expectations towards the returns.</summary>
    private void ImproveValue(int steps)
    {
        _value.Backward(_episode.Observations(steps), _returns.AsSpan(0, steps), _valueGradients);
        _valueOptimizer.Step(_value.Parameters, _valueGradients);
    }
}
