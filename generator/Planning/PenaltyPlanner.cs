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

    /// <summary>A sum of squares, whose gradient is a multiple of the parameters.</summary>
    private static PenaltyPlan Plan(Tensor term, NetworkProgram backward)
    {
        (double factor, Tensor sum) = Scaled(term);
        if (sum.Op is not Op.SumTo { Shape.IsBatched: false }
            || sum.Inputs[0].Op is not Op.Unary { Function: UnaryFunction.Square }
            || sum.Inputs[0].Inputs[0] is not { Op: Op.Parameter } parameter)
        {
            throw new PlanException($"a penalty by {sum.Op}");
        }

        Tensor gradient = backward.ParameterGradients
            .Where(pair => pair.Parameter.Tensor == parameter)
            .SelectMany(pair => KernelBuilder.Terms(pair.Gradient))
            .Single(gradient => !KernelBuilder.IsPerSample(gradient));
        (double gradientFactor, Tensor scaled) = Scaled(gradient);
        return scaled == parameter
            ? new PenaltyPlan(parameter.Label!.Name, factor, gradientFactor)
            : throw new PlanException($"a gradient of a penalty by {scaled.Op}");
    }

    /// <summary>A tensor as a multiple of another.</summary>
    private static (double Factor, Tensor Tensor) Scaled(Tensor tensor)
    {
        (double Factor, Tensor Other)? step = tensor.Op switch
        {
            Op.Scale scale => (scale.Factor, tensor.Inputs[0]),
            Op.Binary { Function: BinaryFunction.Multiply } when Constant(tensor.Inputs[0]) is { } factor => (factor, tensor.Inputs[1]),
            Op.Binary { Function: BinaryFunction.Multiply } when Constant(tensor.Inputs[1]) is { } factor => (factor, tensor.Inputs[0]),
            _ => null,
        };
        if (step is not { } found)
        {
            return (1, tensor);
        }

        (double inner, Tensor rest) = Scaled(found.Other);
        return (found.Factor * inner, rest);
    }

    private static double? Constant(Tensor tensor) => tensor.Op switch
    {
        Op.Constant constant => constant.Value,
        Op.Broadcast => Constant(tensor.Inputs[0]),
        _ => null,
    };
}
