using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>A vector times a matrix of parameters, a sum for every number of the result.</summary>
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
            string? initial = contract.Initial is { } bias ? context.Values.At(bias, j) : null;
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

    private static ParameterBlock Matrix(KernelContext context, Kernel.Contract contract) =>
        context.Plan.Parameters.Block(contract.Matrix);

    private static string Product(KernelContext context, Kernel.Contract contract, ParameterBlock matrix, int i, int j)
    {
        (int row, int column) = contract.IsTransposed ? (j, i) : (i, j);
        return $"{context.Values.At(contract.Vector, i)} * θ[{Literals.Int(matrix.At(row, column))}]";
    }

    private static int CountContracted(Expression expression) =>
        expression is Expression.Contracted ? 1 : expression.Arguments.Sum(CountContracted);
}
