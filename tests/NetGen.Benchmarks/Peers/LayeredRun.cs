using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A run in C# that works layer by layer over <see cref="RowMajorLayer"/>s; how one layer is computed is the derived class's.</summary>
internal abstract class LayeredRun(Workload workload) : InProcessRun
{
    private readonly RowMajorLayer[] _layers = RowMajorLayer.From(workload);

    public override float[] Forward()
    {
        Outputs();
        return [.. _layers[^1].Activations];
    }

    public override (float Loss, float[] Parameters) TrainStep(float learningRate)
    {
        float loss = Step(learningRate);
        return (loss, RowMajorLayer.ToCanonical(_layers));
    }

    protected override void RepeatForward(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            Outputs();
        }
    }

    protected override void RepeatTrainStep(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            Step(Workload.TimedRate);
        }
    }

    /// <summary>a = f(x·W + b), all rows.</summary>
    protected abstract void Forward(RowMajorLayer layer, float[] inputs, int n);

    /// <summary>The mean loss, and Δ of the last layer.</summary>
    protected abstract float Loss(RowMajorLayer last, LossFunction loss, float[] targets, int n);

    /// <summary>Δ of the layer before: Δ·Wᵀ ⊙ f′.</summary>
    protected abstract void Backward(RowMajorLayer layer, RowMajorLayer previous, int n);

    /// <summary>W −= rate·xᵀ·Δ, b −= rate·ΣΔ.</summary>
    protected abstract void Update(RowMajorLayer layer, float[] inputs, int n, float rate);

    private void Outputs()
    {
        float[] inputs = workload.Inputs;
        foreach (RowMajorLayer layer in _layers)
        {
            Forward(layer, inputs, workload.N);
            inputs = layer.Activations;
        }
    }

    private float Step(float learningRate)
    {
        Outputs();
        float loss = Loss(_layers[^1], workload.Network.Loss, workload.Targets, workload.N);
        for (int l = _layers.Length - 1; l > 0; l--)
        {
            Backward(_layers[l], _layers[l - 1], workload.N);
        }

        for (int l = 0; l < _layers.Length; l++)
        {
            Update(_layers[l], l == 0 ? workload.Inputs : _layers[l - 1].Activations, workload.N, learningRate / workload.N);
        }

        return loss;
    }
}
