using NetGen.Integration.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.PyTorch;

/// <summary>At the borders of the definitions: far logits, odd targets, saturated units, pre-activations of exactly 0.</summary>
public class ExtremeTests
{
    private static readonly CompiledCases Compiled = new(PyTorchData.Extremes);

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
}
