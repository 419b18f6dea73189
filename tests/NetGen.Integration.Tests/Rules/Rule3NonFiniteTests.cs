using System;
using System.Linq;
using System.Numerics;
using NetGen.Compilation;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 3: NaN and infinity in the data flow through by IEEE rules, and touch no other sample.</summary>
public class Rule3NonFiniteTests
{
    private const double Nan = double.NaN;
    private const double Inf = double.PositiveInfinity;

    private static readonly string[] Activations =
        ["Identity", "Relu", "LeakyRelu", "Sigmoid", "Tanh", "Softmax", "Elu", "Softplus", "Silu", "Gelu"];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(string.Concat(
        from activation in Activations
        from unroll in new[] { "Full", "None" }
        from isDouble in new[] { false, true }
        from units in new[] { 1, 19 }
        select Spec(activation, unroll, isDouble, units).ToDeclaration("NonFinite"))));

    public static TheoryData<string, double, double> Infinities => new()
    {
        { "Identity", Inf, -Inf }, { "Relu", Inf, 0 }, { "LeakyRelu", Inf, -Inf }, { "Sigmoid", 1, 0 }, { "Tanh", 1, -1 }, { "Elu", Inf, -1 }, { "Softplus", Inf, 0 },
    };

    public static TheoryData<string> Names => [.. Activations];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nan_goes_through_every_activation_and_stays_in_its_sample(string activation)
    {
        foreach ((NetworkSpec spec, Func<double[], double[]> forward, _) in Networks(activation))
        {
            double[] alone = forward([0.25, -0.5]);
            double[] outputs = forward([0.25, -0.5, Nan, -0.5, 0.25, -0.5, 0.25, Nan]);
            Assert.Equal(alone, outputs[..spec.OutputSize]);
            Assert.All(outputs[spec.OutputSize..(2 * spec.OutputSize)], y => Assert.Equal(Nan, y));
            Assert.Equal(alone, outputs[(2 * spec.OutputSize)..(3 * spec.OutputSize)]);
            Assert.All(outputs[(3 * spec.OutputSize)..], y => Assert.Equal(Nan, y));
        }
    }

    [Theory]
    [MemberData(nameof(Infinities))]
    public void Infinities_have_the_limits_of_the_function(string activation, double above, double below)
    {
        // All weights are 1 and the other input is finite: z is the infinity itself.
        foreach ((NetworkSpec spec, Func<double[], double[]> forward, _) in Networks(activation))
        {
            double[] outputs = forward([Inf, -0.5, -Inf, -0.5]);
            Assert.All(outputs[..spec.OutputSize], y => Assert.Equal(above, y));
            Assert.All(outputs[spec.OutputSize..], y => Assert.Equal(below, y));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nan_reaches_the_loss_and_the_gradients(string activation)
    {
        foreach ((NetworkSpec spec, _, Func<double[], double[], (double, double[])> backward) in Networks(activation))
        {
            double[] targets = [.. Enumerable.Repeat(0.5, 2 * spec.OutputSize)];
            (double loss, double[] gradients) = backward([0.25, Nan, 0.25, -0.5], targets);
            Assert.Equal(Nan, loss);
            if (activation is not ("Relu" or "LeakyRelu"))
            {
                // f′(NaN) of the piecewise linear ones is a matter of the comparison.
                Assert.All(gradients, g => Assert.Equal(Nan, g));
            }

            targets[0] = Nan;
            Assert.Equal(Nan, backward([0.25, -0.5, 0.25, -0.5], targets).Item1);
        }
    }

    [Fact]
    public void Predict_of_nan_is_some_class()
    {
        foreach (string name in RuleNetworks.Specs.Keys.Where(name => name.StartsWith("Classifier", StringComparison.Ordinal) && name.EndsWith("Single", StringComparison.Ordinal)))
        {
            var network = (IClassifier<float>)RuleNetworks.Create(name);
            Assert.InRange(network.Predict([.. Enumerable.Repeat(float.NaN, network.InputSize)]), 0, network.OutputSize - 1);
            int[] labels = [-1, -1];
            network.Predict([.. Enumerable.Repeat(float.NaN, network.InputSize), .. Enumerable.Repeat(float.PositiveInfinity, network.InputSize)], labels);
            Assert.All(labels, label => Assert.InRange(label, 0, network.OutputSize - 1));
        }
    }

    private static (NetworkSpec Spec, Func<double[], double[]> Forward, Func<double[], double[], (double, double[])> Backward)[] Networks(string activation) =>
    [
        .. from unroll in new[] { "Full", "None" }
           from units in new[] { 1, 19 }
           from isDouble in new[] { false, true }
           let spec = Spec(activation, unroll, isDouble, units)
           select isDouble ? Bind<double>(spec) : Bind<float>(spec),
    ];

    private static (NetworkSpec Spec, Func<double[], double[]> Forward, Func<double[], double[], (double, double[])> Backward) Bind<T>(NetworkSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var network = new NetworkUnderTest<T>(Compiled.Value.Create<object>($"NonFinite.{spec.Name}"))
        {
            Parameters = [.. Enumerable.Repeat(1.0, 2 * spec.OutputSize), .. new double[spec.OutputSize]],
        };
        return (spec, network.Forward, network.BackwardToParameters);
    }

    private static NetworkSpec Spec(string activation, string unroll, bool isDouble, int units) => new()
    {
        Name = $"{activation}{units}{unroll}{(isDouble ? "Double" : "Single")}",
        InputShape = [2],
        IsDouble = isDouble,
        Unroll = unroll,
        Loss = "SquaredError",
        Layers = [new LayerSpec { Units = units, Activation = activation }],
    };
}
