using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// Straight-line code with samples in the lanes: every number of a sample is a vector of as many samples, and weights are broadcast. Samples come in blocks,
/// which stand in memory number by number.
/// </summary>
/// <param name="Widths">What is done with the vectors of samples of a block, for each width of vectors, the widest first; gradients follow.</param>
/// <param name="Rows">Samples of a block.</param>
/// <param name="Memory">The values that are in memory: those of the caller's, what gradients and errors are summed up from, and what a step makes for a loop or for another piece.</param>
/// <param name="MemoryLength">Numbers of memory.</param>
/// <param name="Values">What there is, in this and in the other programs.</param>
/// <param name="HalfLanes">Samples that fill one of the narrower vectors and run in it, though the machine has wider ones; 0 where that does not pay.</param>
internal sealed record SampleForm(
    EquatableArray<SampleWidth> Widths, int Rows, EquatableArray<SamplePlace> Memory, int MemoryLength, EquatableArray<ValuePlan> Values, int HalfLanes)
{
    /// <summary>The sums that a product of one sample has in vectors, and that it has in the lanes, too: of groups of factors, each in chains of additions.</summary>
    /// <param name="contract">The product.</param>
    /// <param name="block">Its matrix.</param>
    /// <param name="bits">Of the vectors.</param>
    /// <param name="elementBytes">Of a number.</param>
    /// <param name="profile">What decides.</param>
    /// <returns>Null where the sum is cut into segments instead, whatever the vectors.</returns>
    public static (int Groups, int Chains)? SumsOf(Kernel.Contract contract, ParameterBlock block, int bits, int elementBytes, TargetProfile profile) =>
        contract.IsTransposed ? null
        : block.IsTransposed ? (VectorForm.LanesFor(contract.Count, bits, elementBytes), 1)
        : RowGroups.Of(block.Storage, bits, elementBytes, profile) is { } groups ? (groups.PerVector, groups.Chains)
        : null;

    /// <summary>Whether a product in a loop takes its factors from memory, as they are too many to stay in registers.</summary>
    /// <param name="contract">The product.</param>
    /// <param name="bits">Of the vectors.</param>
    /// <param name="profile">What decides.</param>
    /// <returns>Whether it walks along them.</returns>
    public static bool Walks(Kernel.Contract contract, int bits, TargetProfile profile) => contract.Count > profile.SampleFactors(bits);

    /// <summary>The segments of a sum that has no groups.</summary>
    /// <param name="contract">The product.</param>
    /// <param name="block">Its matrix.</param>
    /// <returns>1 where it is whole.</returns>
    public static int SegmentsOf(Kernel.Contract contract, ParameterBlock block) => contract.IsTransposed || block.IsTransposed ? 1 : block.Storage.SegmentsOf(0);
}

/// <summary>A program in vectors of one width.</summary>
/// <param name="Bits">Of the vectors.</param>
/// <param name="Pieces">One after another.</param>
/// <param name="Least">Samples from which on that is faster than what else there is for so few. <see cref="NetworkPlan.SampleMinimum"/> knows what there is.</param>
internal sealed record SampleWidth(int Bits, EquatableArray<SamplePiece> Pieces, int Least);

/// <summary>A method over the vectors of samples of a block, which programs may share.</summary>
/// <param name="Name">What it is called by: that of a program, or of what two have in common.</param>
/// <param name="Owner">The program that it stands with.</param>
/// <param name="Steps">What is done with each vector.</param>
/// <param name="Stored">What it makes and puts into memory.</param>
/// <param name="Asked">Of this, what it does only if another program goes on.</param>
internal sealed record SamplePiece(string Name, ProgramKind Owner, EquatableArray<SampleStep> Steps, EquatableArray<string> Stored, EquatableArray<string> Asked);

/// <summary>Where a value stands in memory, number by number: for all samples of a block, or for those of one vector, if nobody needs it behind that.</summary>
/// <param name="Value">The value.</param>
/// <param name="Offset">Where its first number stands.</param>
/// <param name="Row">From number to number: so many samples.</param>
internal sealed record SamplePlace(string Value, int Offset, int Row);

/// <summary>What is written together of samples in the lanes: a kernel number by number, or some in one loop over their numbers.</summary>
/// <param name="Kernels">One, or those of the loop.</param>
/// <param name="IsLoop">Whether they are in a loop over their numbers.</param>
/// <param name="IsWalk">Whether they are one product, in a loop over its factors.</param>
internal sealed record SampleStep(EquatableArray<Kernel> Kernels, bool IsLoop, bool IsWalk = false);
