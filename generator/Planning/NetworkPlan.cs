using NetGen.Generator.Differentiation;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>All decisions of how a network runs, as data.</summary>
/// <param name="Precision">The number type.</param>
/// <param name="Loss">The loss, or null.</param>
/// <param name="InputSize">Numbers of one sample at the entry.</param>
/// <param name="OutputSize">Numbers of one sample at the exit.</param>
/// <param name="TakesLabels">Whether class indices may stand for targets.</param>
/// <param name="Predicts">Whether the outputs are probabilities of classes.</param>
/// <param name="Layers">How each layer is compiled.</param>
/// <param name="Parameters">Where θ is.</param>
/// <param name="Programs">What the network can be asked for.</param>
/// <param name="Penalties">What the weights alone add to the objective.</param>
/// <param name="Profile">What was decided by.</param>
internal sealed record NetworkPlan(
    Precision Precision,
    LossFunction? Loss,
    int InputSize,
    int OutputSize,
    bool TakesLabels,
    bool Predicts,
    EquatableArray<LayerPlan> Layers,
    ParameterLayout Parameters,
    EquatableArray<ProgramPlan> Programs,
    EquatableArray<PenaltyPlan> Penalties,
    TargetProfile Profile)
{
    public int ElementBytes => Precision == Precision.Double ? sizeof(double) : sizeof(float);

    /// <summary>Whether the gradients of a training step fit on the stack beside the working memory.</summary>
    public bool AccumulatesOnStack => TrainStepLength * ElementBytes <= Profile.StackBudget;

    /// <summary>The largest working memory of any call, in numbers.</summary>
    public int ScratchLength
    {
        get
        {
            int largest = 0;
            foreach (ProgramPlan program in Programs)
            {
                largest = System.Math.Max(largest, WorkingLength(program.Kind));
            }

            return AccumulatesOnStack && Loss is not null ? System.Math.Max(largest, (int)TrainStepLength) : largest;
        }
    }

    private long TrainStepLength => (long)Parameters.StorageLength + (Loss is null ? 0 : WorkingLength(ProgramKind.Backward));

    public ProgramPlan Program(ProgramKind kind)
    {
        foreach (ProgramPlan program in Programs)
        {
            if (program.Kind == kind)
            {
                return program;
            }
        }

        throw new PlanException($"there is no program {kind}");
    }

    /// <summary>The working memory of a program, in numbers: its values, and behind them one row of targets from a label, or of outputs to predict from.</summary>
    public int WorkingLength(ProgramKind kind)
    {
        bool hasRow = kind == ProgramKind.Forward ? Predicts : TakesLabels && kind != ProgramKind.Backpropagate;
        return Program(kind).ScratchLength + (hasRow ? OutputSize : 0);
    }
}

/// <summary>A program over one sample.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Methods">Run one after another.</param>
/// <param name="Values">Where everything is, in the order of first use.</param>
/// <param name="ScratchLength">Numbers of working memory.</param>
internal sealed record ProgramPlan(ProgramKind Kind, EquatableArray<MethodPlan> Methods, EquatableArray<ValuePlan> Values, int ScratchLength)
{
    /// <summary>The value that a program returns, if it has it: the error of the sample.</summary>
    public const string ErrorName = "e";
}

/// <summary>What stands in one method.</summary>
/// <param name="Pieces">In the order of execution.</param>
internal sealed record MethodPlan(EquatableArray<KernelPiece> Pieces);

/// <summary>What the objective takes from one array of parameters alone: factor·Σ expression over its elements.</summary>
/// <param name="Parameter">The name of the block.</param>
/// <param name="Factor">In front of the sum.</param>
/// <param name="Expression">Of one element.</param>
/// <param name="Gradient">What it adds to the gradient of one element.</param>
internal sealed record PenaltyPlan(string Parameter, double Factor, Expression Expression, Expression Gradient);

/// <summary>A broken invariant of the plan: a mistake of ours, never of the user's.</summary>
internal sealed class PlanException(string message) : System.Exception(message);
