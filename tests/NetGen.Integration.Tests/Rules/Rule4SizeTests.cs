using System.Linq;
using NetGen.Compilation;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>
/// Rule 4 at every size from 1 to 40: of inputs, of hidden units, of outputs and of samples. The forty networks of a precision have each of them, in different
/// orders, and take turns in how they are unrolled.
/// </summary>
public class Rule4SizeTests
{
    private const int Largest = 40;

    private static readonly string[] Hidden = ["Identity", "Relu", "LeakyRelu", "Sigmoid", "Tanh", "Softmax", "Elu", "Softplus", "Silu", "Gelu"];

    private static readonly (string Activation, string? Loss)[] Outputs =
        [("Softmax", "CrossEntropy"), ("Identity", "SquaredError"), ("Sigmoid", "BinaryCrossEntropy"), ("Softmax", null)];

    private static readonly string[] Biases = ["PerUnit", "Shared", "None"];

    private static readonly string[] Unrolls = ["Auto", "None", "Full"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Members_stay_inside_their_spans(bool isDouble)
    {
        NetworkSpec[] specs = [.. Enumerable.Range(1, Largest).Select(size => Spec(size, isDouble))];
        CompiledNetworks compiled = NetworkCompilation.Compile(string.Concat(specs.Select(spec => spec.ToDeclaration("Guarded"))));
        foreach (NetworkSpec spec in specs)
        {
            int[] sampleCounts = [1, Permuted(spec.InputSize, 29), Permuted(spec.InputSize, 12)];
            int shift = 1 + (spec.InputSize % 15);
            if (isDouble)
            {
                GuardedCalls.Check<double>(() => compiled.Create<object>($"Guarded.{spec.Name}"), spec, sampleCounts, shift);
            }
            else
            {
                GuardedCalls.Check<float>(() => compiled.Create<object>($"Guarded.{spec.Name}"), spec, sampleCounts, shift);
            }
        }
    }

    private static NetworkSpec Spec(int inputs, bool isDouble)
    {
        int hidden = Permuted(inputs, 17);
        int outputs = Permuted(inputs, 7);

        // In the other precision a size has another form of code, activation, loss and bias.
        int turn = isDouble ? inputs + 1 : inputs;
        (string activation, string? loss) = Outputs[turn % Outputs.Length];
        return new NetworkSpec
        {
            Name = $"Net{inputs}x{hidden}x{outputs}",
            InputShape = [inputs],
            IsDouble = isDouble,
            Unroll = Unrolls[turn % Unrolls.Length],
            Loss = loss,
            L2 = turn % 2 == 0 ? 0.01 : 0,
            Layers =
            [
                new LayerSpec { Units = hidden, Activation = Hidden[turn % Hidden.Length], Bias = Biases[turn % Biases.Length] },
                new LayerSpec { Units = outputs, Activation = activation, Bias = Biases[inputs % Biases.Length] },
            ],
        };
    }

    /// <summary>Goes through 1 to 40 in another order: 41 is a prime.</summary>
    private static int Permuted(int size, int factor) => size * factor % (Largest + 1);
}
