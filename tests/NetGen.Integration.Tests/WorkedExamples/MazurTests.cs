using NetGen.Integration.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.WorkedExamples;

/// <summary>Matt Mazur, "A Step by Step Backpropagation Example": a 2-2-2 sigmoid network with one bias a layer and ½ squared error.</summary>
public class MazurTests
{
    private static readonly double[] Inputs = [0.05, 0.10];
    private static readonly double[] Targets = [0.01, 0.99];

    // w1 and w2 feed the first hidden unit, w5 and w6 the first output: canonical W is the transpose of the tutorial's order.
    private static readonly double[] Before = [0.15, 0.25, 0.20, 0.30, 0.35, 0.40, 0.50, 0.45, 0.55, 0.60];

    [Fact]
    public void Double_precision_gives_the_numbers_of_the_tutorial() =>
        Check(new NetworkUnderTest<double>(new MazurNetwork()) { Parameters = Before }, tolerance: 1e-8);

    [Fact]
    public void Single_precision_gives_the_numbers_of_the_tutorial() =>
        Check(new NetworkUnderTest<float>(new MazurNetworkSingle()) { Parameters = Before }, tolerance: 1e-6);

    private static void Check<T>(NetworkUnderTest<T> network, double tolerance)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>, System.Numerics.IMinMaxValue<T>
    {
        double[] outputs = network.Forward(Inputs);
        Assert.Equal(0.75136507, outputs[0], tolerance);
        Assert.Equal(0.772928465, outputs[1], tolerance);
        Assert.Equal(0.298371109, network.TrainStep(Inputs, Targets, 0.5), tolerance);

        // w1 … w4, then w5 … w8, in the tutorial's order.
        double[] after = network.Parameters;
        Assert.Equal(0.149780716, after[0], tolerance);
        Assert.Equal(0.19956143, after[2], tolerance);
        Assert.Equal(0.24975114, after[1], tolerance);
        Assert.Equal(0.29950229, after[3], tolerance);
        Assert.Equal(0.35891648, after[5], tolerance);
        Assert.Equal(0.408666186, after[7], tolerance);
        Assert.Equal(0.511301270, after[6], tolerance);
        Assert.Equal(0.561370121, after[8], tolerance);
    }
}

[Network(2, Precision = Precision.Double)]
[Dense(2, Activation.Sigmoid, Bias = Bias.Shared)]
[Dense(2, Activation.Sigmoid, Bias = Bias.Shared)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class MazurNetwork
{
}

[Network(2)]
[Dense(2, Activation.Sigmoid, Bias = Bias.Shared)]
[Dense(2, Activation.Sigmoid, Bias = Bias.Shared)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class MazurNetworkSingle
{
}
