using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
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
/// <param name="BlockRows">How many samples run together through products of matrices; 1 where every layer is unrolled and samples run one by one.</param>
/// <param name="Programs">What the network can be asked for.</param>
/// <param name="Penalties">What the weights alone add to the objective.</param>
/// <param name="VectorSupport">What generated code may use of vectors.</param>
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
    int BlockRows,
    EquatableArray<ProgramPlan> Programs,
    EquatableArray<PenaltyPlan> Penalties,
    VectorSupport VectorSupport,
    TargetProfile Profile)
{
    /// <summary>What the network may take; null where the declaration says nothing.</summary>
    public BudgetModel? Budget { get; init; }

    public int ElementBytes => Precision.Bytes();

    /// <summary>Bytes of the stored parameters.</summary>
    public long ParameterBytes => (long)Parameters.StorageLength * ElementBytes;

    /// <summary>The largest working memory of any call, in bytes.</summary>
    public long ScratchBytes => (long)ScratchLength * ElementBytes;

    /// <summary>Multiply-accumulates of one forward pass over one sample.</summary>
    public long Macs
    {
        get
        {
            long sum = 0;
            foreach (LayerPlan layer in Layers)
            {
                sum += layer.Layer.Macs;
            }

            return sum;
        }
    }

    /// <summary>Whether samples run together, in blocks.</summary>
    public bool IsBlocked => BlockRows > 1;

    /// <summary>Whether a training step over samples that run together needs no gradients in memory. Straight-line code has no place where a penalty would be added.</summary>
    public bool StepsInPlace => IsBlocked || Penalties.Count == 0;

    /// <summary>Whether a backward pass may also add what penalties take from the parameters.</summary>
    public bool AddsPenalties => IsBlocked && Penalties.Count > 0;

    /// <summary>What a penalty multiplies the parameters of a block by in its gradient; 0 without.</summary>
    public double PenaltyOf(ParameterBlock block)
    {
        foreach (PenaltyPlan penalty in Penalties)
        {
            if (penalty.Parameter == block.Name)
            {
                return penalty.GradientFactor;
            }
        }

        return 0;
    }

    /// <summary>Whether many samples stand in the lanes of vectors where the machine has them.</summary>
    public bool IsInLanes => Loss is not null && Program(ProgramKind.Backward).Samples is not null;

    /// <summary>From how many samples on they do in a program, in vectors of one width.</summary>
    public int SampleMinimum(ProgramKind kind, SampleWidth width) =>
        kind != ProgramKind.Forward ? System.Math.Max(width.Least, FewSamples(kind) + 1)
        : IsBlocked && Program(kind).Row is null ? Profile.SampleMinimum
        : width.Least;

    /// <summary>Up to how many samples a program runs them one by one, though there are blocks, if they are not enough for the lanes.</summary>
    public int FewSamples(ProgramKind kind)
    {
        ProgramPlan program = Program(kind);
        if (!IsBlocked || kind == ProgramKind.Backpropagate || program.Row is null)
        {
            return 1;
        }

        return kind == ProgramKind.Forward
            ? System.Math.Max(Profile.FewSamples(true, Macs, Parameters.HasNarrow), (program.Samples?.Widths[0].Least ?? 1) - 1)
            : Profile.FewSamples(false, Macs, Parameters.HasNarrow && program.Samples is null);
    }

    /// <summary>Whether the gradients of a training step that needs them fit on the stack beside the working memory.</summary>
    public bool AccumulatesOnStack => Loss is not null
        && FitsStack((long)Parameters.StorageLength + WorkingLength(ProgramKind.Backward));

    /// <summary>The largest working memory of any call, in numbers: with the gradients of a training step, where even one of a single sample needs them.</summary>
    public int ScratchLength
    {
        get
        {
            int gradients = AccumulatesOnStack || (Loss is not null && !StepsInPlace) ? Parameters.StorageLength + WorkingLength(ProgramKind.Backward) : 0;
            int outputs = Predicts ? (PredictedRows * OutputSize) + WorkingLength(ProgramKind.Forward) : 0;
            return System.Math.Max(WorkingLength(), System.Math.Max(gradients, outputs));
        }
    }

    /// <summary>Samples whose outputs a prediction of classes keeps at once: a vector of them, or what suits a block.</summary>
    public int PredictedRows => System.Math.Max(1, System.Math.Min(IsBlocked ? Profile.BlockRows : Profile.AlignmentBytes / ElementBytes, Profile.PredictedNumbers / OutputSize));

    /// <summary>Whether no program needs more working memory than the stack has room for.</summary>
    public bool WorksOnStack => FitsStack(WorkingLength());

    /// <summary>The largest working memory of any program, in numbers.</summary>
    public int WorkingLength()
    {
        int largest = 0;
        foreach (ProgramPlan program in Programs)
        {
            largest = System.Math.Max(largest, WorkingLength(program.Kind));
        }

        return largest;
    }

    /// <summary>Whether the working memory of a program is taken from the stack.</summary>
    public bool IsOnStack(ProgramKind kind) => FitsStack(WorkingLength(kind));

    /// <summary>Whether the stack has room for so many numbers.</summary>
    public bool FitsStack(long numbers) => numbers * ElementBytes <= Profile.StackBudget;

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

    /// <summary>The working memory of a program, in numbers: its values, and behind them rows of targets from labels.</summary>
    public int WorkingLength(ProgramKind kind) => ScratchOf(kind) + (TakesLabels && kind == ProgramKind.Backward ? OutputSize * BlockRows : 0);

    /// <summary>The working memory of a program for its values, in numbers. Straight-line code of the backward pass calls that of the loss where this alone is asked for.</summary>
    public int ScratchOf(ProgramKind kind)
    {
        int length = Program(kind).ScratchLength;
        return kind == ProgramKind.Backward && !IsBlocked ? System.Math.Max(length, Program(ProgramKind.Loss).ScratchLength) : length;
    }
}

/// <summary>A program over one sample, or over a block of samples.</summary>
/// <param name="Kind">What it computes.</param>
/// <param name="Kernels">What is computed for each sample, in this order.</param>
/// <param name="Methods">Straight-line code for one sample: methods that run one after another.</param>
/// <param name="Stages">Or what is done to a block of samples.</param>
/// <param name="Values">Where everything is; in a block, each with a row for every sample.</param>
/// <param name="ScratchLength">Numbers of working memory.</param>
/// <param name="Row">One sample in vectors, if there is a method for it.</param>
/// <param name="Samples">Many samples in the lanes of vectors, if it is written for them.</param>
internal sealed record ProgramPlan(
    ProgramKind Kind, EquatableArray<Kernel> Kernels, EquatableArray<MethodPlan> Methods, EquatableArray<Stage> Stages,
    EquatableArray<ValuePlan> Values, int ScratchLength, RowProgram? Row, SampleForm? Samples)
{
    /// <summary>The value that a program returns, if it has it: the error of the sample.</summary>
    public const string ErrorName = "e";
}

/// <summary>What stands together in one method, in the order of execution.</summary>
internal sealed record MethodPlan(EquatableArray<KernelPiece> Pieces);

/// <summary>What the objective takes from one array of parameters alone: factor·Σ w².</summary>
/// <param name="Parameter">The name of the block.</param>
/// <param name="Factor">In front of the sum.</param>
/// <param name="GradientFactor">What its gradient multiplies each parameter by.</param>
internal sealed record PenaltyPlan(string Parameter, double Factor, double GradientFactor);

/// <summary>A broken invariant of the plan: a mistake of ours, never of the user's.</summary>
internal sealed class PlanException(string message) : System.Exception(message);
