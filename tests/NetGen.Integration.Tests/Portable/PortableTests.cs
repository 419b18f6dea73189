using System;
using System.IO;
using System.Linq;
using NetGen.Compilation;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Portable;

/// <summary>
/// Networks in a class library for .NET Standard, which has no vectors: the code that they become is plain, and runs here on the library of today's .NET, as it
/// does in a program that uses such a class library.
/// </summary>
public class PortableTests
{
    private static readonly CompiledCases Compiled = new(
        [
            Draw("classifier", 5, [4], "CrossEntropy", new LayerSpec { Units = 16, Activation = "Relu" }, new LayerSpec { Units = 3, Activation = "Softmax" }),
            Draw("classifier of two layers", 37, [4, 4], "CrossEntropy", new LayerSpec { Units = 32, Activation = "Gelu" }, new LayerSpec { Units = 31, Activation = "Elu" }, new LayerSpec { Units = 4, Activation = "Softmax" }),
            Draw("regression", 130, [13], "SquaredError", new LayerSpec { Units = 65, Activation = "Silu", Bias = "Shared" }, new LayerSpec { Units = 1, Bias = "None" }),
            Draw("labels of many", 9, [67], "BinaryCrossEntropy", new LayerSpec { Units = 100, Activation = "Softplus" }, new LayerSpec { Units = 10, Activation = "Sigmoid" }),
            Draw("features", 6, [7], null, new LayerSpec { Units = 40, Activation = "LeakyRelu" }, new LayerSpec { Units = 33, Activation = "Tanh" }),
        ],
        new CompilationSettings { LibraryPath = Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "NetGen.dll") });

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

    [Fact]
    public void Generated_code_knows_no_vectors() => Assert.All(Compiled.GeneratedTexts, text => Assert.DoesNotContain("Vector", text, StringComparison.Ordinal));

    private static NetworkCase Draw(string name, int n, int[] inputShape, string? loss, params LayerSpec[] layers) =>
        CaseNumbers.DrawClear(new NetworkSpec { InputShape = inputShape, Loss = loss, L2 = 0.001, Layers = [.. layers] }, seed: name.Length, n) with { Name = name };
}
