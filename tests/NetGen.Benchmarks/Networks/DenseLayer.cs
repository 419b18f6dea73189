namespace NetGen.Benchmarks.Networks;

/// <summary>One layer of a network that is measured: a = f(x·W + b), W [Inputs × Outputs].</summary>
internal sealed record DenseLayer(int Inputs, int Outputs, Activation Activation)
{
    public int Weights => Inputs * Outputs;

    public int Parameters => Weights + Outputs;
}
