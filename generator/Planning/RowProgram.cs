using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// One sample in vectors: kernels one after another, or a method that programs share. That of the backward pass gives the error alone, too, and goes on from a gradient of
/// the outputs: only what the deltas begin with is different then.
/// </summary>
/// <param name="Owner">The program that the method is named after and stands with.</param>
/// <param name="Outputs">All kernels, or those of a shared method that the loss has no part in.</param>
/// <param name="Error">From there to the error. No gradient waits for it: it comes last, or is all that is asked for. What the deltas need, too, is made anew.</param>
/// <param name="FromTargets">From there to what the deltas begin with, by the loss.</param>
/// <param name="FromOutputs">The same from a gradient of the outputs.</param>
/// <param name="Deltas">What follows: deltas and gradients.</param>
/// <param name="Values">What all of them work on.</param>
/// <param name="Forms">For each width of vectors that it is written for, the widest first.</param>
internal sealed record RowProgram(
    ProgramKind Owner,
    EquatableArray<Kernel> Outputs,
    EquatableArray<Kernel> Error,
    EquatableArray<Kernel> FromTargets,
    EquatableArray<Kernel> FromOutputs,
    EquatableArray<Kernel> Deltas,
    EquatableArray<ValuePlan> Values,
    EquatableArray<RowForm> Forms)
{
    /// <summary>As often as they stand in the method: what leads to the error is there for the error alone, and behind the gradients.</summary>
    public IReadOnlyList<Kernel> Kernels => [.. Outputs, .. Error, .. FromTargets, .. FromOutputs, .. Deltas, .. Error];

    /// <summary>Whether the method serves several programs.</summary>
    public bool IsShared => Deltas.Count > 0;

    /// <summary>What the deltas begin with, of what some kernels make.</summary>
    public IEnumerable<string> Begin(IEnumerable<Kernel> kernels) => kernels.Select(kernel => kernel.Target).Intersect(Deltas.SelectMany(kernel => kernel.Reads)).Distinct();
}
