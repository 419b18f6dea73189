using System;
using System.Linq;
using System.Numerics;
using NetGen.Integration.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Rule 3: no written span may lie in the parameters, and TrainStep, which writes them, may not read there.</summary>
/// <remarks>Memory&lt;T&gt; cannot hold a span of the parameters, so the calls stand here one by one.</remarks>
public class Rule3ParametersOverlapTests
{
    // One sample and few numbers: every span fits into the parameters.
    [Fact]
    public void Single_precision_refuses() => Check<float>(new OverlapNetworkSingle());

    [Fact]
    public void Double_precision_refuses() => Check<double>(new OverlapNetworkDouble());

    [Fact]
    public void Reading_inputs_and_targets_from_the_parameters_is_allowed_where_nothing_writes_them()
    {
        var network = (IClassifier<float>)(object)new OverlapNetworkSingle();
        float[] outputs = new float[2];
        float[] gradients = new float[network.StorageLength];
        network.Forward(network.Parameters[..3], outputs);
        float loss = network.Loss(network.Parameters[..3], network.Parameters[..2]);
        Assert.Equal(loss, network.Backward(network.Parameters[..3], network.Parameters[..2], gradients), 1e-6f);

        // Spans that are only read may be the same.
        Assert.Equal(2, outputs.Length);
        network.Loss(outputs.Append(1).ToArray(), outputs);
    }

    private static void Check<T>(object instance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var network = (IClassifier<T>)instance;
        T[] x = Numbers.To<T>([0.5, -1, 2]);
        T[] t = Numbers.To<T>([0, 1]);
        T[] gradients = new T[network.StorageLength];
        T[] inputGradients = new T[3];
        int[] labels = [1];
        T rate = T.One;

        Refuses(network, ["outputs"], () => network.Forward(x, network.Parameters[..2]));
        Refuses(network, ["outputs"], () => network.Forward(x, network.Parameters[^2..]));
        Refuses(network, ["gradients"], () => network.Backward(x, t, network.Parameters));
        Refuses(network, ["gradients"], () => network.Backward(x, t, network.Parameters, inputGradients));
        Refuses(network, ["inputGradients"], () => network.Backward(x, t, gradients, network.Parameters[..3]));
        Refuses(network, ["gradients"], () => network.Backward(x, labels, network.Parameters));
        Refuses(network, ["gradients"], () => network.Backward(x, labels, network.Parameters, inputGradients));
        Refuses(network, ["inputGradients"], () => network.Backward(x, labels, gradients, network.Parameters[1..4]));
        Refuses(network, ["gradients"], () => network.Backpropagate(x, t, network.Parameters, inputGradients));
        Refuses(network, ["gradients"], () => network.Backpropagate(x, t, network.Parameters, []));
        Refuses(network, ["inputGradients"], () => network.Backpropagate(x, t, gradients, network.Parameters[^3..]));
        Refuses(network, ["inputs"], () => network.TrainStep(network.Parameters[..3], t, rate));
        Refuses(network, ["targets"], () => network.TrainStep(x, network.Parameters[..2], rate));
        Refuses(network, ["inputs"], () => network.TrainStep(network.Parameters[..3], labels, rate));
        Refuses(network, ["labels"], () => network.TrainStep(x, LabelsInParameters(network), rate));
        Refuses(network, ["labels"], () => network.Predict(x, LabelsInParameters(network)));
    }

    /// <summary>The first number of the parameters, seen as a label; it is 0 while the first weight is.</summary>
    private static Span<int> LabelsInParameters<T>(INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        network.Parameters.Clear();
        return System.Runtime.InteropServices.MemoryMarshal.Cast<T, int>(network.Parameters)[..1];
    }

    private static void Refuses<T>(INetwork<T> network, string[] parameters, Action call)
        where T : unmanaged
    {
        T[] before = network.Parameters.ToArray();
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Contains(refusal.ParamName, parameters);
        if (!parameters.Contains("labels"))
        {
            Assert.Equal(before, network.Parameters.ToArray());
        }
    }
}

[Network(3)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class OverlapNetworkSingle
{
}

[Network(3, Precision = Precision.Double)]
[Dense(4, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class OverlapNetworkDouble
{
}
