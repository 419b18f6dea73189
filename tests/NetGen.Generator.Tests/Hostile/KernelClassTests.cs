using System.Linq;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>The kernels of all networks of a project share a namespace: no two may meet there, and none may hide what the others use.</summary>
public sealed class KernelClassTests
{
    [Theory]
    [InlineData("%partial class A_B { } namespace A { %partial class B { } }")]
    [InlineData("namespace A_B { %partial class C { } } namespace A { %partial class B_C { } } namespace A.B { %partial class C { } } %partial class A_B_C { }")]
    [InlineData("partial class Outer { %partial class Net { } } %partial class Outer_Net { } partial class Outer_ { %partial class Net { } }")]
    [InlineData("%partial class Net<T> { } %partial class Net_T_ { } %partial class Net_T { } %partial class Net<T, U> { } %partial class Net_T_U_ { }")]
    [InlineData("partial class Outer<T> { %partial class Net { } } partial class Outer { %partial class Net { } } partial class Outer_T_ { %partial class Net { } }")]
    [InlineData("%partial class Net { } %partial class NET { } %partial class net { }")]
    [InlineData("%partial class Net_A { } %partial class Net\u203FA { } %partial class Net_\u0301A { } %partial class Größe { } %partial class Сеть { }")]
    [InlineData("namespace @class { %partial class @event { } } %partial class @int { }")]
    [InlineData("namespace NetGen.Generated { %partial class Net { } } %partial class Net { } %partial class Generated { }")]
    public void EveryNetworkHasAClassOfItsOwn(string declarations)
    {
        TestResult result = Run(declarations);

        Assert.Equal(declarations.Count(character => character == '%'), result.GeneratedFiles.Count);
        result.AssertNothingInGeneratedCode();
    }

    [Theory]
    [InlineData("Math Span ReadOnlySpan MemoryMarshal Unsafe MethodImpl")]
    [InlineData("Vector128 Vector256 Vector512 Partial Lanes Fused Elementary")]
    [InlineData("Panels PanelShape Store Add IFinish Squares Matrix MatrixLayout")]
    [InlineData("ParameterStorage WeightInitializer Xoshiro256 ThreadScratch Reduction Targets")]
    [InlineData("NetworkInfo LayerInfo ParameterInfo Activation LossFunction Precision Initializer")]
    [InlineData("Square Relu Forward Initialize Info Create Finish1 ForwardRow W1Shape")]
    public void ANetworkMayBeCalledLikeWhatKernelsUse(string names) =>
        Run(string.Join("\n", names.Split(' ').Select(name => $"%partial class {name} {{ }}"))).AssertNothingInGeneratedCode();

    /// <summary>Networks of both forms: every other runs in loops.</summary>
    private static TestResult Run(string declarations)
    {
        const string Layers = "[global::NetGen.Dense(3, global::NetGen.Activation.Softmax)] [global::NetGen.Loss(global::NetGen.LossFunction.CrossEntropy)]";
        string[] parts = declarations.Split('%');
        return GeneratorTest.Run(parts[0] + string.Concat(parts.Skip(1).Select((part, index) =>
            $"[global::NetGen.Network(4, L2 = 0.1, Unroll = global::NetGen.Unroll.{(index % 2 == 1 ? "None" : "Auto")})] {Layers} {part}")));
    }
}
