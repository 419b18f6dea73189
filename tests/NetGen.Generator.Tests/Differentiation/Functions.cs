using System;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Tests.Differentiation;

/// <summary>The functions of the graph by their definitions.</summary>
internal static class Functions
{
    public static double Of(UnaryFunction function, double z) => function switch
    {
        UnaryFunction.Negate => -z,
        UnaryFunction.Square => z * z,
        UnaryFunction.Exp => Math.Exp(z),
        UnaryFunction.Expm1 => Math.Exp(z) - 1,
        UnaryFunction.Log => Math.Log(z),
        UnaryFunction.Sigmoid => 1 / (1 + Math.Exp(-z)),
        UnaryFunction.Tanh => Math.Tanh(z),
        UnaryFunction.Softplus => Math.Log(1 + Math.Exp(z)),
        UnaryFunction.NormalCdf => NormalCdf(z),
        UnaryFunction.NormalDensity => NormalDensity(z),
        _ => throw new NotSupportedException($"{function}"),
    };

    public static double Of(BinaryFunction function, double left, double right) => function switch
    {
        BinaryFunction.Add => left + right,
        BinaryFunction.Subtract => left - right,
        BinaryFunction.Multiply => left * right,
        BinaryFunction.Divide => left / right,
        BinaryFunction.XLogY => left == 0 ? 0 : left * Math.Log(right),
        BinaryFunction.XOverY => left == 0 ? 0 : left / right,
        BinaryFunction.BinaryCrossEntropy => (-right * Math.Log(Sigmoid(left))) - ((1 - right) * Math.Log(1 - Sigmoid(left))),
        _ => throw new NotSupportedException($"{function}"),
    };

    private static double Sigmoid(double z) => Of(UnaryFunction.Sigmoid, z);

    private static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/15 + …).</summary>
    private static double NormalCdf(double z)
    {
        double term = z;
        double sum = 0;
        for (int k = 3; Math.Abs(term) > 1e-18; k += 2)
        {
            sum += term;
            term *= z * z / k;
        }

        return 0.5 + (NormalDensity(z) * sum);
    }
}
