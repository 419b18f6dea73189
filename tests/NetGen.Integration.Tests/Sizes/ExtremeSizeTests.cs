using System.Collections.Generic;
using System.Linq;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Sizes;

/// <summary>Networks of unusual sizes, forced to either form of code, agree with the reference.</summary>
public class ExtremeSizeTests
{
    private static readonly CompiledCases Compiled = new(
    [
        // Wider than any vector or tile, and no multiple of one.
        Draw("300 units", 3, Network([17], "Auto", "SquaredError", (300, "Tanh"), (1, "Identity"))),
        Draw("301 units as loops", 9, Network([31], "None", "CrossEntropy", (301, "Relu"), (11, "Softmax"))),
        Draw("softmax over 257", 5, Network([6], "Auto", "CrossEntropy", (257, "Softmax"))),
        Draw("hidden softmax of 65", 4, Network([9], "None", "MeanSquaredError", (65, "Softmax"), (7, "Sigmoid"))),

        // Straight-line code near and above what one method may hold.
        Draw("40-40-10 unrolled", 7, Network([40], "Full", "CrossEntropy", (40, "Gelu"), (10, "Softmax"))),
        Draw("120-60-10 unrolled", 3, Network([120], "Full", "CrossEntropy", (60, "Relu"), (10, "Softmax"))),
        Draw("1-200-1 unrolled", 5, Network([1], "Full", "SquaredError", (200, "Silu"), (1, "Identity"))),

        // Sums too long for one method are loops amid straight-line code.
        Draw("2000-1 unrolled", 4, Network([2000], "Full", "SquaredError", (1, "Elu"))),
        Draw("1-1-256 unrolled", 4, Network([1], "Full", "CrossEntropy", (1, "Tanh"), (256, "Softmax"))),
        Draw("1500-1-1 unrolled", 4, Network([1500], "Full", "MeanSquaredError", (1, "Gelu"), (1, "Sigmoid"))),

        // Deep.
        Draw("5 deep", 6, Network([13], "Auto", "BinaryCrossEntropy", (12, "Relu"), (11, "LeakyRelu"), (10, "Elu"), (9, "Softplus"), (8, "Sigmoid"))),
        Draw("5 deep as loops", 6, Network([13], "None", "BinaryCrossEntropy", (12, "Gelu"), (11, "Silu"), (10, "Tanh"), (9, "Softmax"), (8, "Sigmoid"))),
        Draw("32 layers of 2", 3, Network([2], "Auto", "SquaredError", [.. Enumerable.Repeat((2, "Tanh"), 32)])),
        Draw("70 layers as loops", 3, Network([2], "None", "SquaredError", [.. Enumerable.Repeat((2, "Tanh"), 70)])),
        Draw("32 layers of 3 unrolled", 3, Network([3], "Full", "CrossEntropy", [.. Enumerable.Repeat((3, "Softplus"), 31), (3, "Softmax")])),

        // One in the middle, one at the end, one at the beginning.
        Draw("through one unit", 8, Network([21], "None", "SquaredError", (15, "Relu"), (1, "Tanh"), (15, "Relu"), (2, "Identity"))),
        Draw("all ones", 5, Network([1], "None", "SquaredError", (1, "Sigmoid"), (1, "Tanh"), (1, "Identity"))),
        Draw("all ones unrolled", 5, Network([1], "Full", "SquaredError", (1, "Sigmoid"), (1, "Tanh"), (1, "Identity"))),
        Draw("500 inputs to 1", 4, Network([5, 10, 10], "Auto", "BinaryCrossEntropy", (1, "Sigmoid"))),
        Draw("1 input to 500", 4, Network([1], "None", "MeanSquaredError", (500, "Sigmoid"))),

        // A network for each width around those of vectors.
        .. Enumerable.Range(1, 36).Select(width =>
            Draw($"width {width}", 5, Network([width], width % 2 == 0 ? "Auto" : "None", "SquaredError", (width + 1, "Relu"), (width, "Tanh"), (37 - width, "Identity")))),
    ]);

    public static TheoryData<int, string> Names => Compiled.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_precision_agrees(int index, string name)
    {
        Assert.Equal(name, Compiled.Cases[index].Name);
        Compiled.CheckSingle(index);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_precision_agrees(int index, string name)
    {
        Assert.Equal(name, Compiled.Cases[index].Name);
        Compiled.CheckDouble(index);
    }

    private static NetworkCase Draw(string name, int n, NetworkSpec spec) => CaseNumbers.DrawClear(spec, seed: name.Length, n) with { Name = name };

    private static NetworkSpec Network(int[] inputShape, string unroll, string loss, params IEnumerable<(int Units, string Activation)> layers) => new()
    {
        InputShape = inputShape,
        Unroll = unroll,
        Loss = loss,
        L2 = 0.001,
        Layers = [.. layers.Select(layer => new LayerSpec { Units = layer.Units, Activation = layer.Activation })],
    };
}
