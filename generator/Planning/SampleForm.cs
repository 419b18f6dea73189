using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>
/// Straight-line code with samples in the lanes: every number of a sample is a vector of as many samples, and weights are broadcast. Samples come in blocks,
/// which stand in memory number by number.
/// </summary>
/// <param name="Rows">Samples of a block.</param>
/// <param name="Memory">The values that are in memory: those of the caller's, and what gradients and errors are summed up from.</param>
/// <param name="MemoryLength">Numbers of memory.</param>
internal sealed record SampleForm(int Rows, EquatableArray<MemoryPlace> Memory, int MemoryLength)
{
    /// <summary>The width that it is written for; in narrower vectors it gains too little over samples one by one for so much text.</summary>
    public const int Bits = 512;

    /// <summary>The form of a program, if it is worth its text and short enough for one method.</summary>
    public static SampleForm? Of(ProgramKind kind, IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, int elementBytes, TargetProfile profile)
    {
        long products = kernels.OfType<Kernel.Contract>().Where(contract => !contract.IsOptional).Sum(contract => (long)contract.Length * contract.Count);
        long numbers = kernels.Where(kernel => kernel is not Kernel.Outer).Sum(kernel => (long)kernel.Length);
        if (kind is ProgramKind.Loss or ProgramKind.Backpropagate || products > profile.SampleProducts || numbers > profile.SampleProducts)
        {
            return null;
        }

        Dictionary<string, ValuePlan> byName = values.ToDictionary(value => value.Name);
        string[] inMemory =
        [
            .. values.Where(value => value.Residence == Residence.Argument && value.Name != "gx").Select(value => value.Name),
            .. kernels.SelectMany(SummedUp).Where(name => byName[name].Residence == Residence.Local),
            .. byName.ContainsKey(ProgramPlan.ErrorName) ? [ProgramPlan.ErrorName] : Enumerable.Empty<string>(),
        ];
        int rowsInMemory = inMemory.Distinct().Sum(name => byName[name].Length);
        int lanes = profile.AlignmentBytes / elementBytes;
        int rows = System.Math.Max(lanes, System.Math.Min(profile.SampleRows, profile.SampleBytes / elementBytes / rowsInMemory / lanes * lanes));
        List<MemoryPlace> places = [];
        int offset = 0;
        foreach (string name in inMemory.Distinct())
        {
            places.Add(new MemoryPlace(name, offset));
            offset += byName[name].Length * rows;
        }

        return new SampleForm(rows, places.ToEquatableArray(), offset);
    }

    private static IEnumerable<string> SummedUp(Kernel kernel) => kernel switch
    {
        Kernel.Outer outer => [outer.Left, outer.Right],
        Kernel.Map { Accumulates: true, Expression: Expression.Element element } => [element.Value],
        _ => [],
    };
}
