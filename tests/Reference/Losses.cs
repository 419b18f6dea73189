using System;
using System.Linq;

namespace NetGen.Reference;

/// <summary>The tables of losses and of fused output deltas of the mathematics page, for one sample.</summary>
public static class Losses
{
    /// <summary>e(y, t). z are the pre-activations of the last layer: the fused pairs are computed from them.</summary>
    public static double Value(string loss, LayerSpec last, double[] z, double[] y, double[] t) => (last.Activation, loss) switch
    {
        ("Softmax", "CrossEntropy") => SoftmaxCrossEntropy(z, t),
        ("Sigmoid", "BinaryCrossEntropy") => SigmoidBinaryCrossEntropy(z, t),
        (_, "CrossEntropy") => -Sum(y, t, (yk, tk) => Weighted(tk, Math.Log(yk))),
        (_, "BinaryCrossEntropy") => -Sum(y, t, (yk, tk) => Weighted(tk, Math.Log(yk)) + Weighted(1 - tk, Math.Log(1 - yk))) / y.Length,
        (_, "SquaredError") => 0.5 * Sum(y, t, (yk, tk) => (yk - tk) * (yk - tk)),
        (_, "MeanSquaredError") => Sum(y, t, (yk, tk) => (yk - tk) * (yk - tk)) / y.Length,
        _ => throw new ArgumentException($"Unknown loss {loss}."),
    };

    /// <summary>Δᴸ = ∂e/∂z.</summary>
    public static double[] OutputDelta(string loss, LayerSpec last, double[] z, double[] y, double[] t)
    {
        double targetSum = t.Sum();
        return (last.Activation, loss) switch
        {
            ("Softmax", "CrossEntropy") => Each(y, t, (yk, tk) => (yk * targetSum) - tk),
            ("Sigmoid", "BinaryCrossEntropy") => Each(y, t, (yk, tk) => (yk - tk) / y.Length),
            _ => Activations.Pull(last, z, y, Gradient(loss, y, t)),
        };
    }

    /// <summary>∂e/∂y.</summary>
    private static double[] Gradient(string loss, double[] y, double[] t) => loss switch
    {
        "CrossEntropy" => Each(y, t, (yk, tk) => -Weighted(tk, 1 / yk)),
        "BinaryCrossEntropy" => Each(y, t, (yk, tk) => (Weighted(1 - tk, 1 / (1 - yk)) - Weighted(tk, 1 / yk)) / y.Length),
        "SquaredError" => Each(y, t, (yk, tk) => yk - tk),
        "MeanSquaredError" => Each(y, t, (yk, tk) => 2 * (yk - tk) / y.Length),
        _ => throw new ArgumentException($"Unknown loss {loss}."),
    };

    /// <summary>−Σ tₖ ln yₖ with ln yₖ = (zₖ − max z) − ln Σⱼ e^(zⱼ − max z).</summary>
    private static double SoftmaxCrossEntropy(double[] z, double[] t)
    {
        double max = z.Max();
        double logSum = Math.Log(z.Sum(x => Math.Exp(x - max)));
        return -Sum(z, t, (zk, tk) => Weighted(tk, zk - max - logSum));
    }

    /// <summary>−(1/K) Σ [t ln y + (1−t) ln(1−y)] with ln y = −softplus(−z) and ln(1−y) = −softplus(z).</summary>
    private static double SigmoidBinaryCrossEntropy(double[] z, double[] t) =>
        Sum(z, t, (zk, tk) => Weighted(tk, Activations.Softplus(-zk)) + Weighted(1 - tk, Activations.Softplus(zk))) / z.Length;

    /// <summary>factor·value, where a factor of 0 makes 0 of any value: the convention 0·ln 0 = 0.</summary>
    private static double Weighted(double factor, double value) => factor == 0 ? 0 : factor * value;

    private static double Sum(double[] y, double[] t, Func<double, double, double> term) => Each(y, t, term).Sum();

    private static double[] Each(double[] y, double[] t, Func<double, double, double> term) => [.. y.Zip(t, term)];
}
