using System.Linq;
using NetGen.Integration.Tests.RandomNetworks;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.ReferenceTests;

/// <summary>The formulas of the reference are the derivatives of its own forward pass.</summary>
public class CentralDifferenceTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Backward_is_the_derivative_of_Loss(int batch)
    {
        foreach (NetworkCase c in SmallCases(batch).Where(c => c.Network.Loss is not null))
        {
            double[] byParameters = CentralDifferences.Gradient(theta => new ReferenceNetwork(c.Network, theta).Loss(c.Inputs, c.Targets!), c.Parameters);
            double[] byInputs = CentralDifferences.Gradient(x => new ReferenceNetwork(c.Network, c.Parameters).Loss(x, c.Targets!), c.Inputs);
            Assert.Null(Agreement.Compare("gradients", c.Gradients!, byParameters, Tolerance));
            Assert.Null(Agreement.Compare("inputGradients", c.InputGradients!, byInputs, Tolerance));
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void Backpropagate_is_the_vector_Jacobian_product_of_Forward(int batch)
    {
        foreach (NetworkCase c in SmallCases(batch))
        {
            double[] byParameters = CentralDifferences.Gradient(theta => Dot(new ReferenceNetwork(c.Network, theta).Forward(c.Inputs), c.OutputGradients), c.Parameters);
            double[] byInputs = CentralDifferences.Gradient(x => Dot(new ReferenceNetwork(c.Network, c.Parameters).Forward(x), c.OutputGradients), c.Inputs);
            Assert.Null(Agreement.Compare("gradients", c.VjpGradients, byParameters, Tolerance));
            Assert.Null(Agreement.Compare("inputGradients", c.VjpInputGradients, byInputs, Tolerance));
        }
    }

    private static NetworkCase[] SmallCases(int batch)
    {
        NetworkCase[] cases = [.. Samples.Of(NetworkGen.Case, batch, 200).Where(c => c.Network.ParameterCount < 150 && c.Inputs.Length < 50)];
        Assert.True(cases.Length > 30);
        return cases;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
