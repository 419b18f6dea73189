using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>One sample in vectors: every value of a layer in a few registers, for machines whose vectors have so many bits.</summary>
/// <param name="Bits">Of the widest vectors.</param>
/// <param name="Memory">Values whose single numbers are read, and not from one vector of the narrowest, or that loops go through; and where they stand in the working memory for it.</param>
/// <param name="MemoryLength">Numbers of working memory.</param>
/// <param name="LaneOperands">Values whose vectors are multiplied lane by lane and summed up: behind their last number there has to be 0.</param>
/// <param name="Loops">Element-wise kernels and reductions that go through their values in a loop.</param>
internal sealed record RowForm(
    int Bits, EquatableArray<MemoryPlace> Memory, int MemoryLength, EquatableArray<string> LaneOperands, EquatableArray<Kernel> Loops)
{
    private static readonly int[] AllBits = [512, 256, 128];

    /// <summary>The forms of a program: none for a width at which its values or its statements are too many.</summary>
    public static EquatableArray<RowForm> Of(
        IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, ParameterLayout parameters, int elementBytes, TargetProfile profile)
    {
        Dictionary<string, ValuePlan> byName = values.ToDictionary(value => value.Name);
        return AllBits
            .Select(bits => new RowFormPlanner(kernels, byName, parameters, bits, elementBytes, profile).Plan())
            .OfType<RowForm>()
            .ToEquatableArray();
    }

    /// <summary>
    /// The kernels of functions that stand in loops, because written out for each vector these would be more than the JIT inlines into one method: those of several vectors,
    /// all of which can be in memory.
    /// </summary>
    public static EquatableArray<Kernel> LoopsOf(
        IEnumerable<Kernel> kernels, IReadOnlyDictionary<string, ValuePlan> values, int bits, int elementBytes, TargetProfile profile)
    {
        (Kernel Kernel, int Functions, int Vectors)[] written = [.. kernels.Select(kernel => (kernel, FunctionsOf(kernel), VectorForm.Of(CountOf(kernel), bits, elementBytes).Count))];
        return written.Sum(each => each.Functions * each.Vectors) <= profile.RowFunctions
            ? EquatableArray<Kernel>.Empty
            : written.Where(each => each.Functions > 0 && each.Vectors > 1 && each.Kernel.Values.All(CanBeInMemory)).Select(each => each.Kernel).ToEquatableArray();

        bool CanBeInMemory(string value) => values[value] is { Length: 1 } or { Residence: Residence.Local or Residence.Scratch or Residence.Argument };
    }

    /// <summary>Whether a product with a matrix walks along its lanes: its sums are then those of whole vectors.</summary>
    public static bool IsAcross(Kernel.Contract contract, ParameterLayout parameters) => contract.IsTransposed != parameters.Block(contract.Matrix).IsTransposed;

    /// <summary>Whether numbers that are multiplied one by one by so many vectors each are written out; more become a loop over them.</summary>
    public static bool IsWrittenOut(int numbers, int vectors, TargetProfile profile) => numbers * vectors <= profile.RowProducts;

    /// <summary>Whether sums along lanes are made in a loop, which leaves them in memory.</summary>
    public static bool IsLooped(Kernel.Contract contract, int operandVectors, int targetVectors, TargetProfile profile) =>
        contract.Finish is null && contract.Initial is null && targetVectors > 1 && contract.Length * operandVectors > profile.RowProducts;

    /// <summary>Of a product along the lanes that is too long to be written out, the whole panels of its operand, which a loop goes through; otherwise 0.</summary>
    public static int LoopedPanels(Kernel.Contract contract, Storage storage, int operandVectors, int targetVectors, TargetProfile profile)
    {
        int whole = storage.LastWidth == storage.PanelWidth ? storage.Panels : storage.Panels - 1;
        return whole > 1 && contract.Length * operandVectors > profile.RowSums && !IsLooped(contract, operandVectors, targetVectors, profile) ? whole : 0;
    }

    /// <summary>Of the two factors of a gradient, the one that is not in the lanes.</summary>
    public static string BroadcastOf(Kernel.Outer outer, IReadOnlyDictionary<string, ValuePlan> values, ParameterLayout parameters) =>
        parameters.BlockOfGradient(values[outer.Target]).IsTransposed ? outer.Right : outer.Left;

    /// <summary>What products along lanes and gradients read in whole vectors.</summary>
    public static EquatableArray<string> LaneOperandsOf(
        IEnumerable<Kernel> kernels, IReadOnlyDictionary<string, ValuePlan> values, ParameterLayout parameters) =>
        kernels.SelectMany(kernel => LaneOperandsOf(kernel, values, parameters)).Distinct().ToEquatableArray();

    /// <summary>What a kernel reads in whole vectors that are multiplied lane by lane.</summary>
    public static IEnumerable<string> LaneOperandsOf(Kernel kernel, IReadOnlyDictionary<string, ValuePlan> values, ParameterLayout parameters) => kernel switch
    {
        Kernel.Contract contract when IsAcross(contract, parameters) => [contract.Vector],
        Kernel.Outer outer => [BroadcastOf(outer, values, parameters) == outer.Left ? outer.Right : outer.Left],
        Kernel.Map { Accumulates: true, Length: > 1, Expression: Expression.Element element } => [element.Value],
        _ => [],
    };

    private static int FunctionsOf(Kernel kernel) => kernel switch
    {
        Kernel.Map map => map.Expression.Functions,
        Kernel.Reduce reduce => reduce.Expression.Functions,
        _ => 0,
    };

    /// <summary>So many numbers it goes through.</summary>
    private static int CountOf(Kernel kernel) => kernel is Kernel.Reduce reduce ? reduce.Count : kernel.Length;

    /// <summary>The same of stages.</summary>
    public static EquatableArray<string> LaneOperandsOf(IEnumerable<Stage> stages, IEnumerable<ValuePlan> values, ParameterLayout parameters) => LaneOperandsOf(
        stages.SelectMany(stage => stage switch
        {
            Stage.Product product => [product.Contract],
            Stage.Gradient gradient => [gradient.Kernel],
            _ => Enumerable.Empty<Kernel>(),
        }),
        values.ToDictionary(value => value.Name),
        parameters);
}

/// <summary>Where a value stands in the working memory of one sample.</summary>
internal sealed record MemoryPlace(string Value, int Offset);
