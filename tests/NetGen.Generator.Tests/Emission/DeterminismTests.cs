using System.Globalization;
using NetGen.Generator.Model;
using NetGen.Generator.Support;
using NetGen.Generator.Tests.Lowering;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

public sealed class DeterminismTests
{
    private static readonly NetworkModel Valid = Declare.Network(
        3, LossFunction.CrossEntropy, Declare.Dense(20, Activation.Elu, ("Alpha", 0.25)), Declare.Dense(2, Activation.Softmax)) with { L2 = 1e-7 };

    [Fact]
    public void TheCultureMakesNoDifference() => AssertNoDifference(Valid, []);

    [Fact]
    public void TheCultureMakesNoDifferenceToADeclarationWithErrors()
    {
        AssertNoDifference(Valid, ["NETGEN001: text"]);
        AssertNoDifference(Valid with { L2 = -0.5 }, []);
    }

    private static void AssertNoDifference(NetworkModel model, string[] errors)
    {
        string expected = Compile(model, errors, CultureInfo.InvariantCulture);

        Assert.Equal(expected, Compile(model, errors, new TestOptions().Culture));
        Assert.DoesNotContain("0 … -1", expected);
    }

    private static string Compile(NetworkModel model, string[] errors, CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return NetworkCompiler.Compile(model, errors.ToEquatableArray(), finding => $"{finding.Id}: {string.Join(", ", finding.Arguments)}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
