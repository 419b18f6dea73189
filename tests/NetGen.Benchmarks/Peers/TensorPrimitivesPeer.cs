using System;
using System.Numerics.Tensors;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>The same loops with the vectorized operations of System.Numerics.Tensors for whole rows.</summary>
internal sealed class TensorPrimitivesPeer : Peer
{
    public override string Name => "TensorPrimitives";

    public override string? Version => $"System.Numerics.Tensors {typeof(TensorPrimitives).Assembly.GetName().Version!.ToString(3)}";

    public override bool IsCompiledByJit => true;

    public override PeerRun Prepare(Workload workload) => new Run(workload);

    private sealed class Run(Workload workload) : LayeredRun(workload)
    {
        private readonly float[] _scratch = new float[workload.Targets.Length];

        protected override void Forward(RowMajorLayer layer, float[] inputs, int n)
        {
            for (int r = 0; r < n; r++)
            {
                ReadOnlySpan<float> x = inputs.AsSpan(r * layer.Inputs, layer.Inputs);
                Span<float> a = layer.Activations.AsSpan(r * layer.Outputs, layer.Outputs);
                for (int j = 0; j < layer.Outputs; j++)
                {
                    a[j] = TensorPrimitives.Dot(x, layer.Weights.AsSpan(j * layer.Inputs, layer.Inputs));
                }

                TensorPrimitives.Add(a, layer.Bias, a);
                switch (layer.Activation)
                {
                    case Activation.Relu:
                        TensorPrimitives.Max(a, 0, a);
                        break;
                    case Activation.Sigmoid:
                        TensorPrimitives.Sigmoid(a, a);
                        break;
                    case Activation.Tanh:
                        TensorPrimitives.Tanh(a, a);
                        break;
                    case Activation.Softmax:
                        // SoftMax itself does not subtract the largest first, and would overflow.
                        TensorPrimitives.Subtract(a, TensorPrimitives.Max(a), a);
                        TensorPrimitives.SoftMax(a, a);
                        break;
                }
            }
        }

        protected override float Loss(RowMajorLayer last, LossFunction loss, float[] targets, int n)
        {
            TensorPrimitives.Subtract(last.Activations, targets, last.Deltas);
            if (loss == LossFunction.CrossEntropy)
            {
                TensorPrimitives.Log(last.Activations, _scratch);
                return -TensorPrimitives.Dot(_scratch, targets) / n;
            }

            float sum = TensorPrimitives.SumOfSquares(last.Deltas);
            MultiplyByDerivative(last);
            if (loss == LossFunction.SquaredError)
            {
                return 0.5f * sum / n;
            }

            TensorPrimitives.Multiply(last.Deltas, 2f / last.Outputs, last.Deltas);
            return sum / last.Outputs / n;
        }

        protected override void Backward(RowMajorLayer layer, RowMajorLayer previous, int n)
        {
            Array.Clear(previous.Deltas);
            for (int r = 0; r < n; r++)
            {
                Span<float> result = previous.Deltas.AsSpan(r * layer.Inputs, layer.Inputs);
                for (int j = 0; j < layer.Outputs; j++)
                {
                    TensorPrimitives.MultiplyAdd(layer.Weights.AsSpan(j * layer.Inputs, layer.Inputs), layer.Deltas[(r * layer.Outputs) + j], result, result);
                }
            }

            MultiplyByDerivative(previous);
        }

        protected override void Update(RowMajorLayer layer, float[] inputs, int n, float rate)
        {
            for (int r = 0; r < n; r++)
            {
                ReadOnlySpan<float> x = inputs.AsSpan(r * layer.Inputs, layer.Inputs);
                Span<float> deltas = layer.Deltas.AsSpan(r * layer.Outputs, layer.Outputs);
                TensorPrimitives.MultiplyAdd(deltas, -rate, layer.Bias, layer.Bias);
                for (int j = 0; j < layer.Outputs; j++)
                {
                    Span<float> weights = layer.Weights.AsSpan(j * layer.Inputs, layer.Inputs);
                    TensorPrimitives.MultiplyAdd(x, -rate * deltas[j], weights, weights);
                }
            }
        }

        private static void MultiplyByDerivative(RowMajorLayer layer)
        {
            float[] activations = layer.Activations, deltas = layer.Deltas;
            for (int k = 0; k < deltas.Length; k++)
            {
                float a = activations[k];
                deltas[k] = layer.Activation switch
                {
                    Activation.Relu => a > 0 ? deltas[k] : 0,
                    Activation.Sigmoid => deltas[k] * a * (1 - a),
                    Activation.Tanh => deltas[k] * (1 - (a * a)),
                    _ => deltas[k],
                };
            }
        }
    }
}
