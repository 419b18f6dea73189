using System;

namespace CartPole;

/// <summary>What happened in a game, step by step. There is room for the longest one, so that playing allocates nothing.</summary>
internal sealed class Episode
{
    private readonly float[] _observations = new float[(Game.StepLimit + 1) * Game.ObservationSize];
    private readonly float[] _probabilities = new float[Game.StepLimit * PolicyNet.OutputSize];
    private readonly int[] _actions = new int[Game.StepLimit];

    /// <summary>What was seen before each of the first steps, and, one more, where they led to.</summary>
    public ReadOnlySpan<float> Observations(int count) => _observations.AsSpan(0, count * Game.ObservationSize);

    /// <summary>What was seen before a step.</summary>
    public Span<float> Observation(int step) => _observations.AsSpan(step * Game.ObservationSize, Game.ObservationSize);

    /// <summary>How probable each action was in a step.</summary>
    public Span<float> Probabilities(int step) => _probabilities.AsSpan(step * PolicyNet.OutputSize, PolicyNet.OutputSize);

    /// <summary>What was done in each step, the index of an output.</summary>
    public Span<int> Actions => _actions;
}
