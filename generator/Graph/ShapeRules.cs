using System;
using System.Collections.Generic;

namespace NetGen.Generator.Graph;

/// <summary>The shape of what an operation gives, or why it cannot be applied.</summary>
internal static class ShapeRules
{
    public static Shape Infer(Op op, IReadOnlyList<Tensor> inputs) => op switch
    {
        Op.MatMul product => MatMul(product, inputs[0].Shape, inputs[1].Shape),
        Op.Unary or Op.Scale or Op.Relu or Op.Softmax => inputs[0].Shape,
        Op.Binary => Common(op, inputs[0].Shape, inputs[1].Shape),
        Op.Where => Common(op, inputs[0].Shape, Common(op, inputs[1].Shape, inputs[2].Shape)),
        Op.SoftmaxCrossEntropy => RowOf(op, Common(op, inputs[0].Shape, inputs[1].Shape)),
        Op.RowMax => RowOf(op, inputs[0].Shape),
        Op.SumTo sum => inputs[0].Shape is { } from && sum.Shape.StretchesTo(from) ? sum.Shape : throw Mismatch(op, inputs[0].Shape, sum.Shape),
        Op.Broadcast broadcast => inputs[0].Shape.StretchesTo(broadcast.Shape) ? broadcast.Shape : throw Mismatch(op, inputs[0].Shape, broadcast.Shape),
        Op.Reshape reshape => IsReshape(inputs[0].Shape, reshape.Shape) ? reshape.Shape : throw Mismatch(op, inputs[0].Shape, reshape.Shape),
        Op.BatchMean => inputs[0].Shape.IsBatched ? inputs[0].Shape with { IsBatched = false } : throw Mismatch(op, inputs[0].Shape, inputs[0].Shape),
        _ => throw new GraphException($"{op.GetType().Name} has no inputs to take a shape from"),
    };

    private static bool IsReshape(Shape from, Shape to) => from.IsBatched == to.IsBatched && from.Length == to.Length;

    private static Shape RowOf(Op op, Shape shape) => shape.IsBatched ? Shape.ScalarPerSample : throw Mismatch(op, shape, shape);

    private static Shape Common(Op op, Shape left, Shape right)
    {
        bool isBatched = left.IsBatched || right.IsBatched;
        Shape wider = (left.Length >= right.Length ? left : right) with { IsBatched = isBatched };
        return left.StretchesTo(wider) && right.StretchesTo(wider) ? wider : throw Mismatch(op, left, right);
    }

    private static Shape MatMul(Op.MatMul op, Shape left, Shape right)
    {
        (int? rows, int? inner) = Matrix(op, left, op.TransposeLeft);
        (int? inner2, int? columns) = Matrix(op, right, op.TransposeRight);
        if (inner != inner2 || columns is null)
        {
            throw Mismatch(op, left, right);
        }

        return rows is { } count ? Shape.Fixed(count, columns.Value) : Shape.PerSample(columns.Value);
    }

    /// <summary>Rows and columns; null stands for N.</summary>
    private static (int? Rows, int? Columns) Matrix(Op op, Shape shape, bool transpose)
    {
        if (shape.Sizes.Count != (shape.IsBatched ? 1 : 2))
        {
            throw Mismatch(op, shape, shape);
        }

        (int? rows, int? columns) = shape.IsBatched ? ((int?)null, shape.Sizes[0]) : (shape.Sizes[0], shape.Sizes[1]);
        return transpose ? (columns, rows) : (rows, columns);
    }

    private static GraphException Mismatch(Op op, Shape left, Shape right) => new($"{op} does not take the shapes {left} and {right}");
}

/// <summary>A broken invariant of the graph: a mistake of ours, never of the user's.</summary>
internal sealed class GraphException(string message) : Exception(message);
