using System;
using System.Linq;

namespace NetGen.Reference;

/// <summary>The table "Activations and derivatives" of the mathematics page.</summary>
public static class Activations
{
    /// <summary>a = f(z), for the units of one layer and one sample.</summary>
    public static double[] Apply(LayerSpec layer, double[] z)
    {
        double alpha = layer.EffectiveAlpha;
        return layer.Activation switch
        {
            "Identity" => Each(z, x => x),
            "Relu" => Each(z, x => x > 0 || double.IsNaN(x) ? x : 0),
            "LeakyRelu" => Each(z, x => x > 0 ? x : alpha * x),
            "Sigmoid" => Each(z, Sigmoid),
            "Tanh" => Each(z, Math.Tanh),
            "Softmax" => Softmax(z),
            "Elu" => Each(z, x => x > 0 ? x : alpha * ExpMinusOne(x)),
            "Softplus" => Each(z, Softplus),
            "Silu" => Each(z, x => x * Sigmoid(x)),
            "Gelu" => Each(z, x => x * ErrorFunction.NormalDistribution(x)),
            _ => throw new ArgumentException($"Unknown activation {layer.Activation}."),
        };
    }

    /// <summary>Δ = (∂a/∂z)ᵀ·g: element by element g ⊙ f′(z), or the Jacobian of softmax.</summary>
    public static double[] Pull(LayerSpec layer, double[] z, double[] a, double[] g)
    {
        if (layer.Activation == "Softmax")
        {
            double inner = 0;
            for (int k = 0; k < a.Length; k++)
            {
                inner += g[k] * a[k];
            }

            return [.. a.Select((aj, j) => aj * (g[j] - inner))];
        }

        return [.. z.Select((zj, j) => g[j] * Derivative(layer, zj, a[j]))];
    }

    /// <summary>f′ of an element-wise activation.</summary>
    private static double Derivative(LayerSpec layer, double z, double a)
    {
        double alpha = layer.EffectiveAlpha;
        switch (layer.Activation)
        {
            case "Identity":
                return 1;
            case "Relu":
                return z > 0 ? 1 : z < 0 ? 0 : layer.ReluGradientAtZero ?? 0;
            case "LeakyRelu":
                return z > 0 ? 1 : alpha;
            case "Sigmoid":
                return a * (1 - a);
            case "Tanh":
                return 1 - (a * a);
            case "Elu":
                return z > 0 ? 1 : a + alpha;
            case "Softplus":
                return Sigmoid(z);
            case "Silu":
                double s = Sigmoid(z);
                return s + (a * (1 - s));
            case "Gelu":
                return ErrorFunction.NormalDistribution(z) + (z * ErrorFunction.NormalDensity(z));
            default:
                throw new ArgumentException($"Unknown activation {layer.Activation}.");
        }
    }

    /// <summary>1/(1+e⁻ᶻ); e is raised to negative powers only, so that nothing overflows.</summary>
    public static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    /// <summary>ln(1+eᶻ) = max(z, 0) + ln(1+e^(−|z|)).</summary>
    public static double Softplus(double z) => Math.Max(z, 0) + LogOnePlus(Math.Exp(-Math.Abs(z)));

    /// <summary>e^(zⱼ − max z) / Σ.</summary>
    public static double[] Softmax(double[] z)
    {
        double max = z.Max();
        double[] powers = Each(z, x => Math.Exp(x - max));
        double sum = powers.Sum();
        return Each(powers, power => power / sum);
    }

    private static double[] Each(double[] z, Func<double, double> f) => [.. z.Select(f)];

    /// <summary>ln(1+x) for 0 ≤ x ≤ 1; for small x by Kahan's correction of the rounding of 1+x.</summary>
    private static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    /// <summary>eˣ − 1, near 0 by sinh: eˣ − 1 = 2·e^(x/2)·sinh(x/2).</summary>
    private static double ExpMinusOne(double x) => x < -1 ? Math.Exp(x) - 1 : 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);
}
