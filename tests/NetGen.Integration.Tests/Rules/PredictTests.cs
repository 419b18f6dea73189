using System.Linq;
using NetGen.Integration.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Predict is the index of the largest output, the first of equals.</summary>
public class PredictTests
{
    [Fact]
    public void The_first_of_equal_outputs_wins()
    {
        // One input, one weight a class: the outputs are equal where the weights are.
        var network = new NetworkUnderTest<float>(new PredictNetwork()) { Parameters = [1, 3, 3, 2, 3] };
        Assert.Equal([1, 0, 0], network.Predict([1, -1, 0]));
        Assert.Equal([1, 0, 0], network.PredictEach([1, -1, 0]));
        network.Parameters = [0, 0, 0, 0, 0];
        Assert.Equal([0], network.Predict([5]));
        network.Parameters = [-1, -1, -1, -1, 4];
        Assert.Equal([4, 0], network.Predict([2, -2]));
    }

    [Fact]
    public void Outputs_that_round_to_the_same_number_are_equal()
    {
        // The logits differ by less than the outputs can show: all are 0.2.
        var network = new NetworkUnderTest<float>(new PredictNetwork()) { Parameters = [1e-9, 2e-9, 0, -1e-9, 1.5e-9] };
        double[] outputs = network.Forward([1]);
        Assert.Single(outputs.Distinct());
        Assert.Equal([0], network.Predict([1]));
    }

    [Fact]
    public void Every_class_can_be_predicted_in_any_place_of_a_batch()
    {
        var network = new NetworkUnderTest<float>(new PredictEachNetwork()) { Parameters = [.. Enumerable.Range(0, 121).Select(i => i % 12 == 0 ? 1.0 : 0.0)] };
        int[] classes = [.. Enumerable.Range(0, 57).Select(i => i * 7 % 11)];
        double[] oneHot = [.. classes.SelectMany(c => Enumerable.Range(0, 11).Select(k => k == c ? 1.0 : 0.0))];
        Assert.Equal(classes, network.Predict(oneHot));
        Assert.Equal(classes, network.PredictEach(oneHot));
    }
}

[Network(1)]
[Dense(5, Activation.Softmax, Bias = Bias.None)]
internal sealed partial class PredictNetwork
{
}

[Network(11)]
[Dense(11, Activation.Softmax, Bias = Bias.None)]
internal sealed partial class PredictEachNetwork
{
}
