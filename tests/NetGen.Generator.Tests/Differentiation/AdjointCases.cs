using System;
using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Tests.Differentiation;

/// <summary>Small graphs that together use every operation in every way that has an adjoint of its own. Leaves that begin with <c>p</c> lie between 0 and 1, and with <c>t</c> are data.</summary>
internal static class AdjointCases
{
    private static readonly Shape Row = Shape.PerSample(3);

    public static IReadOnlyDictionary<string, Func<GraphBuilder, Tensor>> All { get; } = Build();

    private static Dictionary<string, Func<GraphBuilder, Tensor>> Build()
    {
        Dictionary<string, Func<GraphBuilder, Tensor>> cases = [];
        foreach (UnaryFunction function in Enum.GetValues<UnaryFunction>())
        {
            cases.Add($"{function}", g => g.Apply(function, function == UnaryFunction.Log ? Leaf(g, "p", Row) : Leaf(g, "x", Row)));
        }

        (string Left, string Right)[] pairs =
        [
            ("N×3", "N×3"), ("N×3", "3"), ("3", "N×3"), ("N×1", "3"), ("3", "N×1"), ("1", "N×2×3"), ("N×2×3", "1"), ("2×3", "1"), ("1", "2×3"),
        ];
        foreach ((string left, string right) in pairs)
        {
            foreach (BinaryFunction function in new[] { BinaryFunction.Add, BinaryFunction.Subtract, BinaryFunction.Multiply, BinaryFunction.Divide })
            {
                cases.Add($"{function} {left} {right}", g => g.Apply(function, Leaf(g, "x", left), Leaf(g, "p", right)));
            }

            cases.Add($"Where {left} {right}", g => g.Where(Comparison.Positive, Leaf(g, "z", left), Leaf(g, "x", right), Leaf(g, "y", left)));
        }

        Add("Where data", g => g.Where(Comparison.Negative, Leaf(g, "t", Row), Leaf(g, "x", Shape.Scalar), Leaf(g, "y", Shape.Fixed(3))));
        Add("Where not positive", g => g.Where(Comparison.NotPositive, Leaf(g, "x", Row), g.Constant(0), Leaf(g, "y", Row)));
        Add("XLogY", g => g.Apply(BinaryFunction.XLogY, Leaf(g, "t", Row), Leaf(g, "p", Row)));
        Add("XLogY stretched", g => g.Apply(BinaryFunction.XLogY, Leaf(g, "t", Row), Leaf(g, "p", Shape.Fixed(3))));
        Add("XOverY", g => g.Apply(BinaryFunction.XOverY, Leaf(g, "t", Row), Leaf(g, "p", Row)));
        Add("BinaryCrossEntropy", g => g.Apply(BinaryFunction.BinaryCrossEntropy, Leaf(g, "x", Row), Leaf(g, "t", Row)));

        Add("Scale", g => g.Scale(-2.5, Leaf(g, "x", Row)));
        Add("Relu 0", g => g.Apply(new Op.Relu(0), Leaf(g, "x", Row)));
        Add("Relu 1", g => g.Apply(new Op.Relu(1), Leaf(g, "x", Row)));
        Add("Softmax", g => g.Apply(new Op.Softmax(), Leaf(g, "x", Row)));
        Add("SoftmaxCrossEntropy", g => g.Apply(new Op.SoftmaxCrossEntropy(), Leaf(g, "x", Row), Leaf(g, "t", Row)));
        Add("RowMax", ShiftedSoftmax);

        foreach (string narrow in new[] { "1", "3", "N×1" })
        {
            Add($"SumTo {narrow}", g => g.SumTo(Graph.Shapes.Parse(narrow), g.Square(Leaf(g, "x", Row))));
            Add($"Broadcast {narrow}", g => g.Broadcast(Row, g.Square(Leaf(g, "x", narrow))));
        }

        Add("Reshape", g => g.Reshape(Shape.PerSample(6), g.Square(Leaf(g, "x", "N×2×3"))));
        Add("BatchMean", g => g.Apply(new Op.BatchMean(), g.Square(Leaf(g, "x", "N×2×3"))));
        Add("InverseBatchSize", g => g.Multiply(Leaf(g, "x", Row), g.InverseBatchSize()));
        Add("Constant", g => g.Subtract(g.Constant(1), Leaf(g, "x", Row)));
        Products(cases);
        return cases;

        void Add(string name, Func<GraphBuilder, Tensor> build) => cases.Add(name, build);
    }

    private static void Products(Dictionary<string, Func<GraphBuilder, Tensor>> cases)
    {
        (string Left, bool TransposeLeft, string Right, bool TransposeRight)[] products =
        [
            ("2×3", false, "3×4", false), ("3×2", true, "3×4", false), ("2×3", false, "4×3", true), ("3×2", true, "4×3", true),
            ("N×3", false, "3×4", false), ("N×3", false, "4×3", true), ("N×3", true, "N×4", false),
        ];
        foreach ((string left, bool transposeLeft, string right, bool transposeRight) in products)
        {
            string name = $"MatMul {left}{(transposeLeft ? "ᵀ" : "")} {right}{(transposeRight ? "ᵀ" : "")}";
            cases.Add(name, g => g.MatMul(Leaf(g, "x", left), Leaf(g, "y", right), transposeLeft, transposeRight));
        }
    }

    /// <summary>e^(z − m) / Σe^(z − m): the maximum makes no difference to the value, and need make none to the gradient.</summary>
    private static Tensor ShiftedSoftmax(GraphBuilder graph)
    {
        Tensor z = Leaf(graph, "x", Row);
        Tensor shifted = graph.Apply(UnaryFunction.Exp, graph.Subtract(z, graph.Apply(new Op.RowMax(), z)));
        return graph.Divide(shifted, graph.SumTo(Shape.ScalarPerSample, shifted));
    }

    private static Tensor Leaf(GraphBuilder graph, string name, string shape) => Leaf(graph, name, Graph.Shapes.Parse(shape));

    private static Tensor Leaf(GraphBuilder graph, string name, Shape shape) => graph.Parameter(name, name, shape);
}
