using static NetGen.Generator.Graph.BinaryFunction;
using static NetGen.Generator.Graph.UnaryFunction;

namespace NetGen.Generator.Graph;

/// <summary>Identities that hold for every number, applied when a tensor is made. They leave of the derived equations what a person would write.</summary>
internal static class Simplification
{
    /// <summary>What the operation comes to, or null where it stays as it is.</summary>
    public static Tensor? Simplify(GraphBuilder graph, Op op, Tensor[] inputs) => op switch
    {
        Op.Scale scale => Scale(graph, scale.Factor, inputs[0]),
        Op.SumTo { Shape.IsBatched: true } sum when inputs[0].Op is Op.Scale scale => graph.Scale(scale.Factor, graph.SumTo(sum.Shape, inputs[0].Inputs[0])),
        Op.Unary { Function: Negate } => graph.Scale(-1, inputs[0]),
        Op.Binary { Function: Add } => Sum(graph, inputs[0], inputs[1]),
        Op.Binary { Function: Multiply } => Product(graph, inputs[0], inputs[1]) ?? Product(graph, inputs[1], inputs[0]),
        _ => null,
    };

    /// <summary>Constants gather in one factor, in front.</summary>
    private static Tensor? Scale(GraphBuilder graph, double factor, Tensor input) => (factor, input.Op) switch
    {
        (1, _) => input,
        (_, Op.Constant constant) => graph.Constant(factor * constant.Value),
        (_, Op.Scale inner) => graph.Scale(factor * inner.Factor, input.Inputs[0]),
        (_, Op.Broadcast) => graph.Broadcast(input.Shape, graph.Scale(factor, input.Inputs[0])),
        (_, Op.Where condition) when IsZero(input.Inputs[1]) =>
            graph.Where(condition.Comparison, input.Inputs[0], input.Inputs[1], graph.Scale(factor, input.Inputs[2])),
        (_, Op.Where condition) when IsZero(input.Inputs[2]) =>
            graph.Where(condition.Comparison, input.Inputs[0], graph.Scale(factor, input.Inputs[1]), input.Inputs[2]),
        _ => null,
    };

    private static Tensor? Sum(GraphBuilder graph, Tensor left, Tensor right)
    {
        if (left == right)
        {
            return graph.Scale(2, left);
        }

        // Two branches of one condition: (z > 0 ? a : 0) + (z > 0 ? 0 : b) is z > 0 ? a : b.
        if (left.Op is Op.Where condition && left.Op == right.Op && left.Inputs[0] == right.Inputs[0])
        {
            if (IsZero(left.Inputs[2]) && IsZero(right.Inputs[1]))
            {
                return Choice(graph, condition.Comparison, left.Inputs[0], left.Inputs[1], right.Inputs[2]);
            }

            if (IsZero(left.Inputs[1]) && IsZero(right.Inputs[2]))
            {
                return Choice(graph, condition.Comparison, left.Inputs[0], right.Inputs[1], left.Inputs[2]);
            }
        }

        // A common factor, such as the gradient that flows into a product from above: g·a + g·b is g·(a + b).
        Tensor factor = LeadingFactor(left);
        return Quotient(graph, left, factor) is { } a && Quotient(graph, right, factor) is { } b && !IsConstant(a, b)
            ? graph.Multiply(factor, graph.Add(a, b))
            : null;
    }

    /// <summary>z > 0 ? a : b, with what both have in common in front.</summary>
    private static Tensor Choice(GraphBuilder graph, Comparison comparison, Tensor z, Tensor a, Tensor b)
    {
        Tensor factor = LeadingFactor(a);
        return Quotient(graph, a, factor) is { } then && Quotient(graph, b, factor) is { } otherwise
            ? graph.Multiply(factor, graph.Where(comparison, z, then, otherwise))
            : graph.Where(comparison, z, a, b);
    }

    private static Tensor LeadingFactor(Tensor tensor) =>
        tensor.Op is Op.Scale or Op.Binary { Function: Multiply } ? LeadingFactor(tensor.Inputs[0]) : tensor;

    /// <summary>What is left of a product without one of its factors; null where it has no such factor.</summary>
    private static Tensor? Quotient(GraphBuilder graph, Tensor product, Tensor factor)
    {
        if (product == factor)
        {
            return graph.Constant(1);
        }

        return product.Op switch
        {
            Op.Scale scale => Quotient(graph, product.Inputs[0], factor) is { } rest ? graph.Scale(scale.Factor, rest) : null,
            Op.Binary { Function: Multiply } when Quotient(graph, product.Inputs[0], factor) is { } rest => graph.Multiply(rest, product.Inputs[1]),
            _ => null,
        };
    }

    private static Tensor? Product(GraphBuilder graph, Tensor left, Tensor right)
    {
        switch (left.Op)
        {
            case Op.Constant constant when right.Shape == Common(left, right):
                return graph.Scale(constant.Value, right);

            case Op.Scale scale:
                return graph.Scale(scale.Factor, graph.Multiply(left.Inputs[0], right));

            // The other factor stretches it anyway.
            case Op.Broadcast when right.Shape == left.Shape:
                return graph.Multiply(left.Inputs[0], right);

            // A factor outside a condition would turn 0·∞ into NaN where the condition chose 0.
            case Op.Where condition when IsZero(left.Inputs[2]):
                return graph.Where(condition.Comparison, left.Inputs[0], graph.Multiply(left.Inputs[1], right), left.Inputs[2]);

            case Op.Where condition when IsZero(left.Inputs[1]):
                return graph.Where(condition.Comparison, left.Inputs[0], left.Inputs[1], graph.Multiply(left.Inputs[2], right));

            default:
                return null;
        }
    }

    private static Shape Common(Tensor left, Tensor right) => ShapeRules.Infer(new Op.Binary(Multiply), [left, right]);

    private static bool IsConstant(Tensor a, Tensor b) => a.Op is Op.Constant && b.Op is Op.Constant;

    private static bool IsZero(Tensor tensor) => tensor.Op is Op.Constant { Value: 0 };
}
