namespace NetGen.Benchmarks.Networks;

/// <summary>What of a network is measured.</summary>
internal enum Pass
{
    /// <summary>The outputs of N samples.</summary>
    Forward,

    /// <summary>One step of plain gradient descent on N samples: loss, backward pass and update.</summary>
    TrainStep,
}
