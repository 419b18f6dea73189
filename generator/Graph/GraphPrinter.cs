using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>The graph as text, a tensor a line: <c>%7 N×16 = Tanh(z1)</c>.</summary>
internal static class GraphPrinter
{
    public static string Print(IEnumerable<Tensor> tensors) => string.Concat(tensors.Select(tensor => Line(tensor) + "\n"));

    private static string Line(Tensor tensor) => $"{tensor} {tensor.Shape} = {Name(tensor.Op)}({string.Join(", ", tensor.Inputs)})";

    private static string Name(Op op) => op switch
    {
        Op.Unary unary => unary.Function.ToString(),
        Op.Binary binary => binary.Function.ToString(),
        Op.Constant constant => Invariant($"Constant {constant.Value}"),
        Op.Scale scale => Invariant($"Scale {scale.Factor}"),
        Op.Where where => $"Where {where.Comparison}",
        Op.MatMul { TransposeLeft: true } => "MatMul, left transposed",
        Op.MatMul { TransposeRight: true } => "MatMul, right transposed",
        _ => op.GetType().Name,
    };

    private static string Invariant(System.FormattableString text) => System.FormattableString.Invariant(text);
}
