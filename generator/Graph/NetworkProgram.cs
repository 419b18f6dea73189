using System.Collections.Generic;

namespace NetGen.Generator.Graph;

/// <summary>Something that a network can be asked for, as the tensors to compute.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Output">y, where it is asked for.</param>
/// <param name="SampleError">e, where it is asked for: the objective without the penalty is its mean.</param>
/// <param name="Penalty">What the parameters alone add to the objective, where it is asked for.</param>
/// <param name="ParameterGradients">One for each parameter, where they are asked for, in canonical order.</param>
/// <param name="InputGradient">Where it is asked for.</param>
internal sealed record NetworkProgram(
    ProgramKind Kind,
    Tensor? Output,
    Tensor? SampleError,
    Tensor? Penalty,
    IReadOnlyList<(GraphParameter Parameter, Tensor Gradient)> ParameterGradients,
    Tensor? InputGradient);

internal enum ProgramKind
{
    Forward,
    Loss,
    Backward,
    Backpropagate,
}
