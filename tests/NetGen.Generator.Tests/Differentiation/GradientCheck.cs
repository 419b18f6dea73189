using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Differentiation;

/// <summary>Holds derived gradients to central differences.</summary>
internal static class GradientCheck
{
    private const int Batch = 4;
    private const double Step = 1e-5;

    /// <summary>Differentiates Σ outputs ⊙ G, G being random data, with respect to all parameters whose name does not begin with t.</summary>
    public static void Check(Func<GraphBuilder, Tensor> build, int seed = 1)
    {
        GraphBuilder graph = new(Precision.Double);
        Tensor output = build(graph);
        Tensor[] wanted = [.. graph.Tensors.Where(tensor => tensor.Op is Op.Parameter && !Name(tensor).StartsWith('t'))];
        Tensor upstream = graph.Input("G", "G", output.Shape);
        IReadOnlyDictionary<Tensor, Tensor> gradients = ReverseWalk.Differentiate(graph, [(output, upstream)], wanted);
        GraphVerifier.Verify(graph.Tensors);

        Interpreter interpreter = new(Batch);
        Random random = new(seed);
        Dictionary<Tensor, double[]> leaves = graph.Tensors
            .Where(tensor => tensor.Op is Op.Parameter or Op.Input)
            .ToDictionary(leaf => leaf, leaf => Enumerable.Range(0, interpreter.Count(leaf.Shape)).Select(_ => Draw(random, Name(leaf))).ToArray());
        Assert.All(wanted, leaf =>
        {
            interpreter.Set(leaves);
            double[] expected = [.. leaves[leaf].Select((_, index) => Difference(interpreter, leaves, leaf, index, output, upstream))];
            interpreter.Set(leaves);
            AssertClose(expected, gradients.TryGetValue(leaf, out Tensor? gradient) ? Derived(interpreter, leaf, gradient) : new double[expected.Length]);
        });
    }

    private static double[] Derived(Interpreter interpreter, Tensor leaf, Tensor gradient)
    {
        Assert.Equal(leaf.Shape, gradient.Shape);
        return interpreter.Evaluate(gradient);
    }

    private static double Difference(
        Interpreter interpreter, Dictionary<Tensor, double[]> leaves, Tensor leaf, int index, Tensor output, Tensor upstream)
    {
        double number = leaves[leaf][index];
        double above = At(number + Step);
        double below = At(number - Step);
        leaves[leaf][index] = number;
        return (above - below) / (2 * Step);

        double At(double value)
        {
            leaves[leaf][index] = value;
            interpreter.Set(leaves);
            return interpreter.Evaluate(output).Zip(leaves[upstream], (a, g) => a * g).Sum();
        }
    }

    /// <summary>Away from 0, where some functions have a kink.</summary>
    private static double Draw(Random random, string name) =>
        name.StartsWith('p') ? 0.2 + (0.6 * random.NextDouble()) : (random.Next(2) == 0 ? -1 : 1) * (0.05 + (1.5 * random.NextDouble()));

    private static void AssertClose(double[] expected, double[] actual)
    {
        double scale = Math.Max(1, expected.Max(Math.Abs));
        Assert.All(expected.Zip(actual), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / scale, 0, 1e-7));
    }

    private static string Name(Tensor tensor) => tensor.Label!.Name;
}
