using NetGen.Reference;

namespace NetGen.Integration.Tests.Support;

/// <summary>A declaration, numbers for it, and everything that its members must then give; arrays of parameters are canonical.</summary>
internal sealed record NetworkCase
{
    public required string Name { get; init; }

    /// <summary>Whether the looser tolerance of rule 6 holds: logits beyond ±80 or saturated units.</summary>
    public bool IsExtreme { get; init; }

    public required NetworkSpec Network { get; init; }

    public required double[] Parameters { get; init; }

    public required double[] Inputs { get; init; }

    /// <summary>G of Backpropagate.</summary>
    public required double[] OutputGradients { get; init; }

    public double[]? Targets { get; init; }

    /// <summary>Class indices, where the targets are their one-hot rows.</summary>
    public int[]? Labels { get; init; }

    public double LearningRate { get; init; }

    public required double[] Outputs { get; init; }

    public required double[] VjpGradients { get; init; }

    public required double[] VjpInputGradients { get; init; }

    public double? Loss { get; init; }

    public double[]? Gradients { get; init; }

    public double[]? InputGradients { get; init; }

    /// <summary>The parameters after one TrainStep.</summary>
    public double[]? Trained { get; init; }
}
