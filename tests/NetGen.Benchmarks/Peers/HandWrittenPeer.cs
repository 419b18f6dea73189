using System;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>What a good programmer writes in an evening: flat arrays, for loops, nothing allocated.</summary>
internal sealed class HandWrittenPeer : Peer
{
    public override string Name => "C# loops";

    public override string? Version => "flat arrays and for loops";

    public override bool IsCompiledByJit => true;

    public override PeerRun Prepare(Workload workload) => new Run(workload);

    private sealed class Run(Workload workload) : LayeredRun(workload)
    {
        protected override void Forward(RowMajorLayer layer, float[] inputs, int n)
        {
            float[] weights = layer.Weights, bias = layer.Bias, activations = layer.Activations;
            int width = layer.Inputs, outputs = layer.Outputs;
            for (int r = 0; r < n; r++)
            {
                for (int j = 0; j < outputs; j++)
                {
                    float sum = bias[j];
                    for (int i = 0; i < width; i++)
                    {
                        sum += inputs[(r * width) + i] * weights[(j * width) + i];
                    }

                    activations[(r * outputs) + j] = layer.Activation switch
                    {
                        Activation.Relu => Math.Max(0, sum),
                        Activation.Sigmoid => 1 / (1 + MathF.Exp(-sum)),
                        Activation.Tanh => MathF.Tanh(sum),
                        _ => sum,
                    };
                }

                if (layer.Activation == Activation.Softmax)
                {
                    Softmax(activations.AsSpan(r * outputs, outputs));
                }
            }
        }

        protected override float Loss(RowMajorLayer last, LossFunction loss, float[] targets, int n)
        {
            float[] outputs = last.Activations, deltas = last.Deltas;
            float sum = 0;
            for (int k = 0; k < targets.Length; k++)
            {
                float error = outputs[k] - targets[k];
                if (loss == LossFunction.CrossEntropy)
                {
                    deltas[k] = error;
                    sum -= targets[k] == 0 ? 0 : targets[k] * MathF.Log(outputs[k]);
                }
                else if (loss == LossFunction.SquaredError)
                {
                    deltas[k] = error * Derivative(last.Activation, outputs[k]);
                    sum += 0.5f * error * error;
                }
                else
                {
                    deltas[k] = 2f / last.Outputs * error * Derivative(last.Activation, outputs[k]);
                    sum += error * error / last.Outputs;
                }
            }

            return sum / n;
        }

        protected override void Backward(RowMajorLayer layer, RowMajorLayer previous, int n)
        {
            float[] weights = layer.Weights, deltas = layer.Deltas, result = previous.Deltas, activations = previous.Activations;
            int width = layer.Inputs, outputs = layer.Outputs;
            Array.Clear(result);
            for (int r = 0; r < n; r++)
            {
                for (int j = 0; j < outputs; j++)
                {
                    float delta = deltas[(r * outputs) + j];
                    for (int i = 0; i < width; i++)
                    {
                        result[(r * width) + i] += delta * weights[(j * width) + i];
                    }
                }
            }

            for (int k = 0; k < result.Length; k++)
            {
                result[k] *= Derivative(previous.Activation, activations[k]);
            }
        }

        protected override void Update(RowMajorLayer layer, float[] inputs, int n, float rate)
        {
            float[] weights = layer.Weights, bias = layer.Bias, deltas = layer.Deltas;
            int width = layer.Inputs, outputs = layer.Outputs;
            for (int r = 0; r < n; r++)
            {
                for (int j = 0; j < outputs; j++)
                {
                    float step = rate * deltas[(r * outputs) + j];
                    bias[j] -= step;
                    for (int i = 0; i < width; i++)
                    {
                        weights[(j * width) + i] -= step * inputs[(r * width) + i];
                    }
                }
            }
        }

        private static void Softmax(Span<float> row)
        {
            float largest = row[0];
            foreach (float value in row)
            {
                largest = Math.Max(largest, value);
            }

            float sum = 0;
            foreach (ref float value in row)
            {
                value = MathF.Exp(value - largest);
                sum += value;
            }

            foreach (ref float value in row)
            {
                value /= sum;
            }
        }

        private static float Derivative(Activation activation, float a) => activation switch
        {
            Activation.Relu => a > 0 ? 1 : 0,
            Activation.Sigmoid => a * (1 - a),
            Activation.Tanh => 1 - (a * a),
            _ => 1,
        };
    }
}
