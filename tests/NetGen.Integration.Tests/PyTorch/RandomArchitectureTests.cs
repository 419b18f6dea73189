using NetGen.Integration.Tests.Support;
using Xunit;

namespace NetGen.Integration.Tests.PyTorch;

/// <summary>Random declarations agree with float64 PyTorch, every member of the surface, by rule 6.</summary>
public class RandomArchitectureTests
{
    private static readonly CompiledCases Compiled = new(PyTorchData.Random);

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
