using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Tests.Lowering;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Code for older frameworks is compiled against this one, which has all that they have, and, without vectors, against the library as it is for them.</summary>
public sealed class VectorSupportTests
{
    private static readonly string[] Since9 = ["MultiplyAddEstimate", "MaxNative"];

    private static readonly string[] Since8 = ["Vector128", "Vector256", "Vector512", "Intrinsics", "Partial.", "Lanes.", "Fused."];

    [Fact]
    public void WithEstimatesTheyAreUsed() => AssertUsed(VectorSupport.Estimates, [.. Since9, .. Since8], []);

    [Fact]
    public void VectorTypesAloneAreEnough() => AssertUsed(VectorSupport.Types, Since8, Since9);

    [Fact]
    public void WithoutVectorsThereIsPlainCode() => AssertUsed(VectorSupport.None, [], [.. Since9, .. Since8]);

    private static void AssertUsed(VectorSupport support, string[] used, string[] unused)
    {
        Dictionary<string, NetworkModel> models = new()
        {
            ["Straight"] = Network(3, 5, Unroll.Auto),
            ["Loops"] = Network(9, 20, Unroll.None),
            ["Across"] = Network(20, 1, Unroll.None),
        };
        CompiledProject project = CompiledProject.Compile(
            models.ToDictionary(pair => pair.Key, pair => pair.Value with { VectorSupport = support }),
            support == VectorSupport.None ? OldLibrary() : null);

        string text = string.Concat(project.Texts.Values);
        Assert.All(used, name => Assert.Contains(name, text));
        Assert.All(unused, name => Assert.DoesNotContain(name, text));
    }

    private static NetworkModel Network(int inputs, int units, Unroll unroll) => Declare.Network(
        inputs, LossFunction.BinaryCrossEntropy, Declare.Dense(units, Activation.Relu), Declare.Dense(units, Activation.Softmax), Declare.Dense(1, Activation.Sigmoid))
        with { Unroll = unroll, L2 = 0.1 };

    /// <summary>The library, compiled as for frameworks before .NET 8.</summary>
    private static MetadataReference OldLibrary()
    {
        TestOptions options = new() { ReferencesNetGen = false, AllowUnsafe = true, CheckOverflow = false };
        return GeneratorTest.Compile([.. Repository.Sources("src").Select(source => string.Join("\n", source.Lines))], options).ToMetadataReference();
    }
}
