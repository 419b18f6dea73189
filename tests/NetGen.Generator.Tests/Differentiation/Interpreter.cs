using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Tests.Differentiation;

/// <summary>Computes the numbers of tensors in float64, each operation by its definition and nothing shared with the generator.</summary>
/// <param name="batch">N.</param>
internal sealed class Interpreter(int batch)
{
    private readonly Dictionary<Tensor, double[]> _values = [];

    /// <summary>How many numbers a tensor has, over all samples.</summary>
    public int Count(Shape shape) => shape.IsBatched ? batch * shape.Length : shape.Length;

    /// <summary>Gives a leaf its numbers; what was computed from others is forgotten.</summary>
    public void Set(IReadOnlyDictionary<Tensor, double[]> leaves)
    {
        _values.Clear();
        foreach ((Tensor leaf, double[] numbers) in leaves)
        {
            _values.Add(leaf, numbers);
        }
    }

    public double[] Evaluate(Tensor tensor)
    {
        if (!_values.TryGetValue(tensor, out double[]? numbers))
        {
            numbers = Apply(tensor.Op, tensor.Shape, [.. tensor.Inputs.Select(input => (input.Shape, Evaluate(input)))]);
            _values.Add(tensor, numbers);
        }

        return numbers;
    }

    public double[] Apply(Op op, Shape shape, params (Shape Shape, double[] Numbers)[] inputs) => op switch
    {
        Op.Constant constant => [constant.Value],
        Op.InverseBatchSize => [1.0 / batch],
        Op.MatMul product => MatMul(product, inputs[0], inputs[1]),
        Op.Unary unary => Each(shape, at => Functions.Of(unary.Function, at(0)), inputs),
        Op.Binary binary => Each(shape, at => Functions.Of(binary.Function, at(0), at(1)), inputs),
        Op.Scale scale => Each(shape, at => scale.Factor * at(0), inputs),
        Op.Where where => Each(shape, at => Holds(where.Comparison, at(0)) ? at(1) : at(2), inputs),
        Op.Relu => Each(shape, at => Math.Max(0, at(0)), inputs),
        Op.Broadcast => Each(shape, at => at(0), inputs),
        Op.Reshape => inputs[0].Numbers,
        Op.Softmax => [.. Rows(inputs[0]).SelectMany(Softmax)],
        Op.SoftmaxCrossEntropy => [.. Rows(inputs[0]).Zip(Rows(inputs[1]), (z, t) => -Softmax(z).Zip(t, (y, target) => target * Math.Log(y)).Sum())],
        Op.RowMax => [.. Rows(inputs[0]).Select(row => row.Max())],
        Op.SumTo => Sum(shape, inputs[0]),
        Op.BatchMean => [.. Sum(shape, inputs[0]).Select(sum => sum / batch)],
        _ => throw new NotSupportedException($"{op}"),
    };

    private static bool Holds(Comparison comparison, double z) => comparison switch
    {
        Comparison.Positive => z > 0,
        Comparison.Negative => z < 0,
        _ => z <= 0,
    };

    private static double[] Softmax(double[] z)
    {
        double max = z.Max();
        double sum = z.Sum(number => Math.Exp(number - max));
        return [.. z.Select(number => Math.Exp(number - max) / sum)];
    }

    /// <summary>One number after another, inputs stretched.</summary>
    private double[] Each(Shape shape, Func<Func<int, double>, double> function, (Shape Shape, double[] Numbers)[] inputs)
    {
        double[] result = new double[Count(shape)];
        for (int index = 0; index < result.Length; index++)
        {
            (int sample, int element) = (index / shape.Length, index % shape.Length);
            result[index] = function(i => inputs[i].Numbers[Position(inputs[i].Shape, sample, element)]);
        }

        return result;
    }

    /// <summary>Adds every number to the one that it would be stretched from.</summary>
    private double[] Sum(Shape shape, (Shape Shape, double[] Numbers) input)
    {
        double[] result = new double[Count(shape)];
        for (int index = 0; index < input.Numbers.Length; index++)
        {
            result[Position(shape, index / input.Shape.Length, index % input.Shape.Length)] += input.Numbers[index];
        }

        return result;
    }

    private static int Position(Shape shape, int sample, int element) =>
        (shape.IsBatched ? sample * shape.Length : 0) + (shape.Length == 1 ? 0 : element);

    private static IEnumerable<double[]> Rows((Shape Shape, double[] Numbers) tensor) => tensor.Numbers.Chunk(tensor.Shape.Length);

    private double[] MatMul(Op.MatMul op, (Shape Shape, double[] Numbers) left, (Shape Shape, double[] Numbers) right)
    {
        (int rows, int inner, Func<int, int, double> a) = Matrix(left, op.TransposeLeft);
        (_, int columns, Func<int, int, double> b) = Matrix(right, op.TransposeRight);
        double[] result = new double[rows * columns];
        for (int index = 0; index < result.Length; index++)
        {
            result[index] = Enumerable.Range(0, inner).Sum(k => a(index / columns, k) * b(k, index % columns));
        }

        return result;
    }

    private (int Rows, int Columns, Func<int, int, double> At) Matrix((Shape Shape, double[] Numbers) tensor, bool transpose)
    {
        int rows = tensor.Shape.IsBatched ? batch : tensor.Shape.Sizes[0];
        int columns = tensor.Numbers.Length / rows;
        return transpose
            ? (columns, rows, (i, j) => tensor.Numbers[(j * columns) + i])
            : (rows, columns, (i, j) => tensor.Numbers[(i * columns) + j]);
    }
}
