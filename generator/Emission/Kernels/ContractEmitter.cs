using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>A vector times a matrix of parameters.</summary>
internal static class ContractEmitter
{
    public static void Unrolled(KernelContext context, Kernel.Contract contract, int from, int to)
    {
        ParameterBlock matrix = Matrix(context, contract);
        for (int j = from; j < to; j++)
        {
            string[] terms = Enumerable.Range(0, contract.Count).Select(i => Product(context, contract, matrix, i, j)).ToArray();
            string declaration = context.Declare(contract.Target, j);
            string target = context.Values.At(contract.Target, j);
            string? initial = contract.Initial is { } expression ? context.At(j).Term(expression) : null;
            if (contract.Finish is not { } finish)
            {
                SumEmitter.Write(context, declaration, target, initial, terms);
            }
            else if (terms.Length <= context.Plan.Profile.TermsPerStatement && CountContracted(finish) == 1)
            {
                string sum = string.Join(" + ", terms);
                context.Writer.Line($"{declaration} = {context.At(j, $"({sum})").Write(finish)};");
            }
            else
            {
                SumEmitter.Write(context, declaration, target, initial, terms);
                context.Writer.Line($"{target} = {context.At(j, target).Write(finish)};");
            }
        }
    }

    public static void Loop(KernelContext context, Kernel.Contract contract)
    {
        if (contract.IsTransposed)
        {
            AlongRows(context, contract);
        }
        else
        {
            AcrossRows(context, contract);
        }
    }

    /// <summary>target[j] gathers row after row: every row of the matrix is read in its order.</summary>
    private static void AcrossRows(KernelContext context, Kernel.Contract contract)
    {
        SourceWriter writer = context.Writer;
        string target = context.Values.At(contract.Target, "j");
        using (context.Loop("j", contract.Length))
        {
            writer.Line($"{target} = {(contract.Initial is { } initial ? context.At("j").Write(initial) : "0")};");
        }

        writer.Line();
        using (context.Loop("i", contract.Count))
        {
            writer.Line($"{context.Number} v = {context.Values.At(contract.Vector, "i")};");
            writer.Line(Row(context, contract));
            using (context.Loop("j", contract.Length))
            {
                writer.Line($"{target} += v * w[j];");
            }
        }

        if (contract.Finish is { } finish)
        {
            writer.Line();
            using (context.Loop("j", contract.Length))
            {
                writer.Line($"{target} = {context.At("j", target).Write(finish)};");
            }
        }
    }

    /// <summary>target[i] is the product of the vector and row i.</summary>
    private static void AlongRows(KernelContext context, Kernel.Contract contract)
    {
        SourceWriter writer = context.Writer;
        using (context.Loop("i", contract.Length))
        {
            writer.Line(Row(context, contract));
            writer.Line($"{context.Number} sum = {(contract.Initial is { } initial ? context.At("i").Write(initial) : "0")};");
            using (context.Loop("j", contract.Count))
            {
                writer.Line($"sum += {context.Values.At(contract.Vector, "j")} * w[j];");
            }

            writer.Line();
            string result = contract.Finish is { } finish ? context.At("i", "sum").Write(finish) : "sum";
            writer.Line($"{context.Values.At(contract.Target, "i")} = {result};");
        }
    }

    private static string Row(KernelContext context, Kernel.Contract contract) =>
        $"global::System.ReadOnlySpan<{context.Number}> w = {ValueAccess.Row(Matrix(context, contract), "θ")};";

    private static ParameterBlock Matrix(KernelContext context, Kernel.Contract contract) =>
        context.Plan.Parameters.Blocks.First(block => block.Name == contract.Matrix);

    private static string Product(KernelContext context, Kernel.Contract contract, ParameterBlock matrix, int i, int j)
    {
        (int row, int column) = contract.IsTransposed ? (j, i) : (i, j);
        return $"{context.Values.At(contract.Vector, i)} * θ[{Literals.Int(matrix.Offset + (row * matrix.Stride) + column)}]";
    }

    private static int CountContracted(Expression expression) =>
        expression is Expression.Contracted ? 1 : expression.Arguments.Sum(CountContracted);
}
