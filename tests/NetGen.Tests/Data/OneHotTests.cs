using System;
using NetGen.Data;
using Xunit;

namespace NetGen.Tests.Data;

public class OneHotTests
{
    [Fact]
    public void Rows_have_a_one_at_the_label()
    {
        float[] targets = [9, 9, 9, 9, 9, 9];
        OneHot.Encode<float>([2, 0], 3, targets);

        Assert.Equal([0, 0, 1, 1, 0, 0], targets);
    }

    [Fact]
    public void A_data_set_keeps_its_inputs()
    {
        Dataset<double> encoded = OneHot.Encode(new Dataset<double>(new double[] { 5, 6 }, 1, new[] { 1, 0 }), 2);

        Assert.False(encoded.HasLabels);
        Assert.Equal([5, 6], encoded.Inputs.ToArray());
        Assert.Equal([0, 1, 1, 0], encoded.Targets.ToArray());
    }

    [Fact]
    public void Decoding_takes_the_first_of_the_largest()
    {
        int[] labels = new int[3];
        OneHot.Decode<double>([0, 0, 1, 0.2, 0.4, 0.4, -1, -2, -3], 3, labels);

        Assert.Equal([2, 1, 0], labels);
    }

    [Fact]
    public void What_does_not_fit_is_an_error()
    {
        Throws("labels[1] is 3; expected 0 to 2.", () => OneHot.Encode<float>([0, 3], 3, new float[6]));
        Throws("targets holds 5 numbers; expected 2 × 3 = 6.", () => OneHot.Encode<float>([0, 2], 3, new float[5]));
        Throws("rows holds 5 numbers; expected 2 × 3 = 6.", () => OneHot.Decode<float>(new float[5], 3, new int[2]));
        Throws("dataset has targets; expected labels.", () => OneHot.Encode(new Dataset<float>(new float[1], 1, new float[1], 1), 3));
        Throws("dataset[0] is 4; expected 0 to 2.", () => OneHot.Encode(new Dataset<float>(new float[1], 1, new[] { 4 }), 3));
    }

    private static void Throws(string message, Action act)
    {
        var error = Assert.ThrowsAny<ArgumentException>(act);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
