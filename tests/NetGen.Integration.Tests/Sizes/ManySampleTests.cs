using System.Collections.Generic;
using System.Linq;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Sizes;

/// <summary>Networks small enough for samples in the lanes of vectors, with every activation and loss and any number of samples, agree with the reference.</summary>
public class ManySampleTests
{
    private static readonly string[] Hidden = ["Identity", "Relu", "LeakyRelu", "Sigmoid", "Tanh", "Softmax", "Elu", "Softplus", "Silu", "Gelu"];

    private static readonly (string Loss, string Output)[] Ends =
    [
        ("CrossEntropy", "Softmax"), ("CrossEntropy", "Softplus"), ("BinaryCrossEntropy", "Sigmoid"), ("SquaredError", "Identity"), ("SquaredError", "Tanh"), ("MeanSquaredError", "Relu"),
    ];

    private static readonly CompiledCases Compiled = new(
    [
        // Straight-line code, and blocks of samples with matrices that are stored either way.
        .. Hidden.SelectMany(activation => new[]
        {
            Draw($"5-9-3 {activation}", 37, Network(5, "CrossEntropy", (9, activation), (3, "Softmax"))),
            Draw($"12-24-6 {activation}", 37, Network(12, "CrossEntropy", (24, activation), (6, "Softmax"))),
            Draw($"9-20-17-5 {activation}", 29, Network(9, "SquaredError", (20, activation), (17, "Tanh"), (5, "Identity"))),
        }),
        .. Ends.SelectMany(end => new[]
        {
            Draw($"4-8-3 {end.Output} {end.Loss}", 41, Network(4, end.Loss, (8, "Gelu"), (3, end.Output))),
            Draw($"17-19-4 {end.Output} {end.Loss}", 41, Network(17, end.Loss, (19, "Gelu"), (4, end.Output))),
        }),
        .. new[] { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 24, 31, 32, 48, 49, 100, 161, 700 }.SelectMany(n => new[]
        {
            Draw($"3-6-2, N = {n}", n, Network(3, "BinaryCrossEntropy", (6, "Silu"), (2, "Sigmoid"))),
            Draw($"16-20-4, N = {n}", n, Network(16, "CrossEntropy", (20, "Relu"), (4, "Softmax"))),
            Draw($"16-32-32-4, N = {n}", n, Network(16, "CrossEntropy", (32, "Tanh"), (32, "Silu"), (4, "Softmax"))),
        }),

        // Inputs of a network with samples in the lanes may be many.
        .. new[] { 7, 9, 17, 33 }.Select(n => Draw($"100-3, N = {n}", n, Network(100, "CrossEntropy", (3, "Softmax")))),

        // Few samples run one by one, forward up to 16 of 16-64-4 and any number of 12-48-6, in a step up to 12 of these, and more in blocks; a penalty is added once.
        .. new[] { 15, 16, 17, 40 }.Select(n => Draw($"16-64-4, N = {n}", n, Network(16, "CrossEntropy", (64, "Relu"), (4, "Softmax")))),
        .. new[] { 2, 3, 4, 5, 7, 8, 12, 13 }.SelectMany(n => new[]
        {
            Draw($"12-48-6, N = {n}", n, Network(12, "CrossEntropy", (48, "Relu"), (6, "Softmax"))),
            Draw($"16-20-4, N = {n}, a penalty", n, Network(16, "CrossEntropy", (20, "Relu"), (4, "Softmax")) with { L2 = 0.1 }),
        }),
        Draw("a penalty, straight-line", 40, Network(4, "CrossEntropy", (8, "Relu"), (3, "Softmax")) with { L2 = 0.1 }),
        Draw("a penalty", 40, Network(20, "CrossEntropy", (18, "Relu"), (3, "Softmax")) with { L2 = 0.1 }),
        Draw("other biases", 40, Biases(new LayerSpec { Units = 24, Activation = "Softplus", Bias = "Shared" }, new LayerSpec { Units = 7, Activation = "Elu", Bias = "None" })),
        Draw("a bias for a single output", 40, Biases(new LayerSpec { Units = 31, Activation = "Gelu", Bias = "None" }, new LayerSpec { Units = 1, Activation = "Softplus", Bias = "Shared" })),
        Draw("without a loss", 40, Network(11, null, (26, "Sigmoid"), (6, "Softmax"))),
        .. new[] { 16, 17, 40 }.Select(n => Draw($"16-32-2 without a loss, N = {n}", n, Network(16, null, (32, "Relu"), (2, "Identity")))),
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

    private static NetworkSpec Network(int inputs, string? loss, params (int Units, string Activation)[] layers) => new()
    {
        InputShape = [inputs],
        Loss = loss,
        Layers = [.. layers.Select(layer => new LayerSpec { Units = layer.Units, Activation = layer.Activation })],
    };

    private static NetworkSpec Biases(params LayerSpec[] layers) => new() { InputShape = [14], Loss = "MeanSquaredError", Layers = layers };
}
