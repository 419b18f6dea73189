using System;

namespace ReadGenerated;

/// <summary>The test of all equations together: the gradient that they give, and the one that only trying gives.</summary>
internal static class Gradients
{
    private const double Step = 1e-5;

    /// <summary>By <c>Backward</c>, in canonical order.</summary>
    public static double[] ByEquations(XorNet network, double[] inputs, double[] targets)
    {
        double[] gradients = new double[XorNet.StorageLength];
        network.Backward(inputs, targets, gradients);
        double[] canonical = new double[XorNet.ParameterCount];
        XorNet.ToCanonical(gradients, canonical);
        return canonical;
    }

    /// <summary>By moving each parameter a little to both sides, and looking at the loss.</summary>
    public static double[] ByTrying(XorNet network, double[] inputs, double[] targets)
    {
        double[] parameters = new double[XorNet.ParameterCount];
        XorNet.ToCanonical(network.Parameters, parameters);
        double[] slopes = new double[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            slopes[i] = (LossAt(i, Step) - LossAt(i, -Step)) / (2 * Step);
        }

        return slopes;

        double LossAt(int index, double distance)
        {
            double[] moved = (double[])parameters.Clone();
            moved[index] += distance;
            var other = new XorNet();
            XorNet.FromCanonical(moved, other.Parameters);
            return other.Loss(inputs, targets);
        }
    }
}
