using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>Finds out whether a program has a form for vectors of one width, and what of it is in memory.</summary>
internal sealed class RowFormPlanner(
    IReadOnlyList<Kernel> kernels, Dictionary<string, ValuePlan> values, ParameterLayout parameters, int bits, int elementBytes, TargetProfile profile)
{
    private readonly EquatableArray<Kernel> _loops = RowForm.LoopsOf(kernels, values, bits, elementBytes, profile);

    /// <summary>The form; none where values or statements are too many.</summary>
    public RowForm? Plan()
    {
        if (!Fits())
        {
            return null;
        }

        (EquatableArray<MemoryPlace> memory, int length) = Place();
        return new RowForm(bits, memory, length, kernels.SelectMany(LaneOperands).Distinct().ToEquatableArray(), _loops);
    }

    private (EquatableArray<MemoryPlace> Places, int Length) Place()
    {
        List<MemoryPlace> places = [];
        int offset = 0;
        foreach (string name in kernels.SelectMany(InMemory).Distinct())
        {
            if (values[name] is { Residence: Residence.Local, Length: > 1 } value)
            {
                places.Add(new MemoryPlace(name, offset));
                offset += Storage.Pad(value.Length, elementBytes);
            }
        }

        return (places.ToEquatableArray(), offset);
    }

    /// <summary>The values whose numbers a kernel takes from memory one by one, or leaves there, or goes through in a loop.</summary>
    private IEnumerable<string> InMemory(Kernel kernel) => kernel switch
    {
        _ when GroupsOf(kernel) is not null => [],
        Kernel.Map or Kernel.Reduce when _loops.Contains(kernel) => kernel.Values,
        Kernel.Contract contract when RowForm.IsAcross(contract, parameters) => InMemoryAcross(contract),
        Kernel.Contract contract => InMemoryOfProducts(contract.Vector, Vectors(contract.Length)),
        Kernel.Outer outer when RowForm.BroadcastOf(outer, values, parameters) is var numbers =>
            InMemoryOfProducts(numbers, Vectors(numbers == outer.Left ? outer.Columns : outer.Rows)),
        _ => [],
    };

    /// <summary>Numbers that are multiplied one by one: those of one vector of the narrowest are taken from there, unless a loop goes through them.</summary>
    private IEnumerable<string> InMemoryOfProducts(string numbers, int vectors) =>
        VectorForm.Of(values[numbers].Length, bits, elementBytes) is { Count: 1, Bits: VectorForm.NarrowestBits } && RowForm.IsWrittenOut(values[numbers].Length, vectors, profile) ? [] : [numbers];

    /// <summary>Sums of the lanes stay in registers, unless a loop makes them or goes through the panels of the other factor.</summary>
    private IEnumerable<string> InMemoryAcross(Kernel.Contract contract)
    {
        if (RowForm.IsLooped(contract, Vectors(contract.Count), Vectors(contract.Length), profile))
        {
            yield return contract.Target;
        }

        if (PanelsOf(contract) > 0)
        {
            yield return contract.Vector;
        }
    }

    private IEnumerable<string> LaneOperands(Kernel kernel) => kernel switch
    {
        Kernel.Contract contract when GroupsOf(kernel) is { } groups => contract.IsTransposed && groups.HasColumns ? [] : [contract.Vector],
        Kernel.Outer outer when GroupsOf(kernel) is not null => [outer.Left, outer.Right],
        _ => RowForm.LaneOperandsOf(kernel, values, parameters),
    };

    private bool Fits()
    {
        int statements = 0;
        foreach (Kernel kernel in kernels)
        {
            // Inputs are taken number by number, unless they are in the lanes.
            int widest = kernel is Kernel.Outer ? 0 : Vectors(kernel.Length);
            int inputs = kernel is Kernel.Contract contract && (RowForm.IsAcross(contract, parameters) || GroupsOf(kernel) is not null) ? Vectors(contract.Count) : 0;
            if (kernel is not Kernel.Contract { IsOptional: true } && Math.Max(widest, inputs) > profile.RowVectors(bits))
            {
                return false;
            }

            statements += Statements(kernel);
        }

        return statements <= profile.RowStatements(bits);
    }

    private int Statements(Kernel kernel) => kernel switch
    {
        Kernel.Contract or Kernel.Outer when GroupsOf(kernel) is { } groups => (2 * groups.Form.Count) + groups.Width + 4,
        Kernel.Contract contract when RowForm.IsAcross(contract, parameters) => Sums(contract) + Vectors(contract.Length) + 4,
        Kernel.Contract contract => Math.Min(profile.RowProducts, contract.Count * Vectors(contract.Length)) + (2 * Vectors(contract.Length)) + 4,
        Kernel.Outer outer => Math.Min(profile.RowProducts, outer.Rows * Vectors(outer.Columns)) + 4,
        _ => 2 * Vectors(kernel.Length),
    };

    private int Sums(Kernel.Contract contract)
    {
        int vectors = Vectors(contract.Count);
        int looped = PanelsOf(contract);
        if (looped > 0)
        {
            int each = Vectors(parameters.Block(contract.Matrix).Storage.PanelWidth);
            return (contract.Length + 1) * (1 + each + vectors - (looped * each));
        }

        return Math.Min(Math.Max(profile.RowProducts, VectorForm.LanesFor(contract.Length, bits, elementBytes) * vectors), contract.Length * vectors);
    }

    /// <summary>The panels that the sums of a product along the lanes go through in a loop.</summary>
    private int PanelsOf(Kernel.Contract contract) =>
        RowForm.LoopedPanels(contract, parameters.Block(contract.Matrix).Storage, Vectors(contract.Count), Vectors(contract.Length), profile);

    private RowGroups? GroupsOf(Kernel kernel) => kernel switch
    {
        Kernel.Contract contract => RowGroups.Of(parameters.Block(contract.Matrix).Storage, bits, elementBytes, profile),
        Kernel.Outer outer => RowGroups.Of(parameters.BlockOfGradient(values[outer.Target]).Storage, bits, elementBytes, profile),
        _ => null,
    };

    private int Vectors(int length) => VectorForm.Of(length, bits, elementBytes).Count;
}
