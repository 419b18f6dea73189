using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>One sample in vectors: every value of a layer in a few registers, for machines whose vectors have so many bits.</summary>
/// <param name="Bits">Of the widest vectors.</param>
/// <param name="Memory">Values whose single numbers are read, and where they stand in the working memory for it.</param>
/// <param name="MemoryLength">Numbers of working memory.</param>
/// <param name="LaneOperands">Values whose vectors are multiplied lane by lane and summed up: behind their last number there has to be 0.</param>
internal sealed record RowForm(int Bits, EquatableArray<MemoryPlace> Memory, int MemoryLength, EquatableArray<string> LaneOperands)
{
    private static readonly int[] AllBits = [512, 256, 128];

    /// <summary>The forms of a program: none for a width at which its values or its statements are too many.</summary>
    public static EquatableArray<RowForm> Of(
        IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, ParameterLayout parameters, int elementBytes, TargetProfile profile)
    {
        Dictionary<string, ValuePlan> byName = values.ToDictionary(value => value.Name);
        EquatableArray<MemoryPlace> memory = Place(kernels, byName, parameters, elementBytes);
        int length = memory.Count == 0 ? 0 : memory[memory.Count - 1].Offset + Storage.Pad(byName[memory[memory.Count - 1].Value].Length, elementBytes);
        EquatableArray<string> operands = LaneOperandsOf(kernels, byName, parameters);
        return AllBits
            .Where(bits => Fits(kernels, byName, parameters, bits, elementBytes, profile))
            .Select(bits => new RowForm(bits, memory, length, operands))
            .ToEquatableArray();
    }

    /// <summary>Whether a product with a matrix walks along its lanes: its sums are then those of whole vectors.</summary>
    public static bool IsAcross(Kernel.Contract contract, ParameterLayout parameters) => contract.IsTransposed != parameters.Block(contract.Matrix).IsTransposed;

    private static EquatableArray<MemoryPlace> Place(
        IReadOnlyList<Kernel> kernels, Dictionary<string, ValuePlan> values, ParameterLayout parameters, int elementBytes)
    {
        List<MemoryPlace> places = [];
        int offset = 0;
        foreach (string name in kernels.SelectMany(kernel => InMemory(kernel, values, parameters)).Distinct())
        {
            if (values[name] is { Residence: Residence.Local or Residence.Scratch, Length: > 1 } value)
            {
                places.Add(new MemoryPlace(name, offset));
                offset += Storage.Pad(value.Length, elementBytes);
            }
        }

        return places.ToEquatableArray();
    }

    /// <summary>Whether sums along lanes are made in a loop, which leaves them in memory.</summary>
    public static bool IsLooped(Kernel.Contract contract, int operandVectors, int targetVectors, TargetProfile profile) =>
        contract.Finish is null && contract.Initial is null && targetVectors > 1 && contract.Length * operandVectors > profile.RowProducts;

    /// <summary>The values whose numbers a kernel takes one by one, or leaves in memory.</summary>
    private static IEnumerable<string> InMemory(Kernel kernel, Dictionary<string, ValuePlan> values, ParameterLayout parameters) => kernel switch
    {
        Kernel.Contract contract => [IsAcross(contract, parameters) ? contract.Target : contract.Vector],
        Kernel.Outer outer => [BroadcastOf(outer, values, parameters)],
        _ => [],
    };

    /// <summary>Of the two factors of a gradient, the one that is not in the lanes.</summary>
    public static string BroadcastOf(Kernel.Outer outer, IReadOnlyDictionary<string, ValuePlan> values, ParameterLayout parameters) =>
        parameters.BlockOfGradient(values[outer.Target]).IsTransposed ? outer.Right : outer.Left;

    /// <summary>What products along lanes and gradients read in whole vectors.</summary>
    public static EquatableArray<string> LaneOperandsOf(
        IEnumerable<Kernel> kernels, IReadOnlyDictionary<string, ValuePlan> values, ParameterLayout parameters) => kernels
        .Select(kernel => kernel switch
        {
            Kernel.Contract contract when IsAcross(contract, parameters) => contract.Vector,
            Kernel.Outer outer => BroadcastOf(outer, values, parameters) == outer.Left ? outer.Right : outer.Left,
            Kernel.Map { Accumulates: true, Length: > 1, Expression: Expression.Element element } => element.Value,
            _ => null,
        })
        .OfType<string>()
        .Distinct()
        .ToEquatableArray();

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

    private static bool Fits(
        IReadOnlyList<Kernel> kernels, Dictionary<string, ValuePlan> values, ParameterLayout parameters, int bits, int elementBytes, TargetProfile profile)
    {
        int statements = 0;
        foreach (Kernel kernel in kernels)
        {
            // Inputs are taken number by number, unless they are in the lanes.
            int widest = kernel is Kernel.Outer ? 0 : Vectors(kernel.Length);
            int inputs = kernel is Kernel.Contract contract && IsAcross(contract, parameters) ? Vectors(contract.Count) : 0;
            if (kernel is not Kernel.Contract { IsOptional: true } && Math.Max(widest, inputs) > profile.RowVectors)
            {
                return false;
            }

            statements += Statements(kernel);
        }

        return statements <= profile.RowStatements * bits / VectorForm.WidestBits;

        int Vectors(int length) => VectorForm.Of(length, bits, elementBytes).Count;

        int Statements(Kernel kernel) => kernel switch
        {
            Kernel.Contract contract when IsAcross(contract, parameters) => Math.Min(Math.Max(profile.RowProducts, VectorForm.LanesFor(contract.Length, bits, elementBytes) * Vectors(contract.Count)), contract.Length * Vectors(contract.Count)) + Vectors(contract.Length) + 4,
            Kernel.Contract contract => Math.Min(profile.RowProducts, contract.Count * Vectors(contract.Length)) + (2 * Vectors(contract.Length)) + 4,
            Kernel.Outer outer => Math.Min(profile.RowProducts, outer.Rows * Vectors(outer.Columns)) + 4,
            _ => 2 * Vectors(kernel.Length),
        };
    }
}

/// <summary>Where a value stands in the working memory of one sample.</summary>
internal sealed record MemoryPlace(string Value, int Offset);
