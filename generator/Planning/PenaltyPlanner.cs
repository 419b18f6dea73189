using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>What the parameters alone add to the objective and to their gradients: it is computed once a call, not once a sample.</summary>
internal static class PenaltyPlanner
{
    public static EquatableArray<PenaltyPlan> Plan(NetworkProgram backward) => backward.Penalty is { } penalty
        ? KernelBuilder.Terms(penalty).Select(term => Plan(term, backward)).ToEquatableArray()
        : EquatableArray<PenaltyPlan>.Empty;

    private static PenaltyPlan Plan(Tensor term, NetworkProgram backward)
    {
        (double factor, Tensor sum) = term.Op is Op.Scale scale ? (scale.Factor, term.Inputs[0]) : (1, term);
        if (sum.Op is not Op.SumTo { Shape.IsBatched: false })
        {
            throw new PlanException($"a penalty by {sum.Op}");
        }

        Tensor parameter = Reachable.From([sum]).Single(tensor => tensor.Op is Op.Parameter);
        IEnumerable<Tensor> gradients = backward.ParameterGradients
            .Where(pair => pair.Parameter.Tensor == parameter)
            .SelectMany(pair => KernelBuilder.Terms(pair.Gradient))
            .Where(gradient => !KernelBuilder.IsPerSample(gradient));
        return new PenaltyPlan(parameter.Label!.Name, factor, Express(sum.Inputs[0]), Express(gradients.Single()));
    }

    private static Expression Express(Tensor tensor) => tensor.Op switch
    {
        Op.Parameter parameter => new Expression.Element(parameter.Name),
        Op.Constant constant => new Expression.Number(constant.Value),
        Op.Unary unary => new Expression.Unary(unary.Function, Express(tensor.Inputs[0])),
        Op.Binary binary => new Expression.Binary(binary.Function, Express(tensor.Inputs[0]), Express(tensor.Inputs[1])),
        Op.Scale scale => new Expression.Binary(BinaryFunction.Multiply, new Expression.Number(scale.Factor), Express(tensor.Inputs[0])),
        _ => throw new PlanException($"a penalty by {tensor.Op}"),
    };
}
