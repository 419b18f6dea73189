using System;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Measurement;

/// <summary>Holds a peer to the generated network: whoever computes something else is not compared.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-3;

    /// <summary>
    /// A hidden unit that is 0 up to rounding is on for one and off for the other, and among hundreds of samples there are some. A wrong gradient is wrong
    /// by its own size.
    /// </summary>
    private const double StepTolerance = 2e-2;

    /// <summary>Rounding of the parameters themselves, which a small step does not outweigh.</summary>
    private const double Rounding = 3e-7;

    /// <exception cref="InvalidOperationException">The outputs of one forward pass differ; the message names the peer and the network.</exception>
    public static void RequireOutputs(string peer, Workload workload, float[] expected, float[] actual) =>
        Require(Distance(expected, actual) <= Tolerance * Norm(expected), peer, workload, "the outputs", $"{Distance(expected, actual) / Norm(expected):0.0e0} of their norm", Tolerance);

    /// <summary>Compares what the step changes, array by array: in the parameters themselves a wrong gradient would be lost.</summary>
    /// <exception cref="InvalidOperationException">The loss or the changes differ; the message names the peer, the network and the array.</exception>
    public static void RequireStep(string peer, Workload workload, (float Loss, float[] Parameters) expected, (float Loss, float[] Parameters) actual)
    {
        Require(
            Math.Abs(actual.Loss - expected.Loss) <= Tolerance * (1e-3 + Math.Abs(expected.Loss)),
            peer, workload, "the loss", $"{Math.Abs(actual.Loss / expected.Loss - 1):0.0e0} of it", Tolerance);

        int offset = 0;
        for (int l = 0; l < workload.Network.Layers.Count; l++)
        {
            DenseLayer layer = workload.Network.Layers[l];
            Compare($"the step of W of layer {l + 1}", offset, layer.Weights);
            Compare($"the step of b of layer {l + 1}", offset + layer.Weights, layer.Outputs);
            offset += layer.Parameters;
        }

        void Compare(string what, int start, int length)
        {
            ReadOnlySpan<float> before = workload.Parameters.AsSpan(start, length);
            ReadOnlySpan<float> wanted = expected.Parameters.AsSpan(start, length);
            double step = Distance(before, wanted);
            double error = Distance(wanted, actual.Parameters.AsSpan(start, length));
            Require(error <= (StepTolerance * step) + (Rounding * Norm(before)), peer, workload, what, $"{error / step:0.0e0} of its norm", StepTolerance);
        }
    }

    private static void Require(bool agrees, string peer, Workload workload, string what, string difference, double allowed)
    {
        if (!agrees)
        {
            throw new InvalidOperationException($"{workload}: {peer} and NetGen differ in {what} by {difference}, where {allowed} is allowed.");
        }
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = a.Length == b.Length ? 0 : double.NaN;
        for (int k = 0; k < Math.Min(a.Length, b.Length); k++)
        {
            sum += ((double)a[k] - b[k]) * ((double)a[k] - b[k]);
        }

        return Math.Sqrt(sum);
    }

    private static double Norm(ReadOnlySpan<float> a) => Distance(a, new float[a.Length]);
}
