using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Samples;

/// <summary>A kernel over as many samples as a vector has lanes. Sums have the order that they have for a sample alone.</summary>
internal sealed class SampleKernelEmitter(SampleContext context)
{
    private SourceWriter Writer => context.Writer;

    public void Emit(Kernel kernel)
    {
        switch (kernel)
        {
            case Kernel.Map map:
                Map(map);
                break;

            case Kernel.Reduce reduce:
                Reduce(reduce);
                break;

            case Kernel.Contract contract:
                for (int j = 0; j < contract.Length; j++)
                {
                    Contract(contract, j);
                }

                break;

            default:
                throw new PlanException($"no form with samples in the lanes of {kernel}");
        }
    }

    private void Map(Kernel.Map map)
    {
        for (int j = 0; j < map.Length; j++)
        {
            string text = context.Expression(j).Write(map.Expression);
            context.Declare(context.Name(map.Target, j), text);
            context.Finished(map.Target, j);
        }
    }

    private void Contract(Kernel.Contract contract, int j)
    {
        ParameterBlock block = context.Plan.Parameters.Block(contract.Matrix);
        if (!contract.IsTransposed && RowGroups.Of(block.Storage, context.Form.Bits, context.Plan.ElementBytes, context.Plan.Profile) is { } groups)
        {
            Contract(contract, j, block, groups);
            return;
        }

        string name = context.Name(contract.Target, j);
        int segments = contract.IsTransposed ? 1 : block.Storage.SegmentsOf(0);
        int length = contract.Count / segments;
        string start = contract.Initial is { } bias ? Bias(bias, j) : context.Names.Zero(context.Form);
        for (int segment = 0; segment < segments; segment++)
        {
            context.Declare(Sum(segment), segment == 0 ? start : context.Names.Zero(context.Form));
        }

        for (int k = 0; k < contract.Count; k++)
        {
            string sum = Sum(System.Math.Min(segments - 1, k / length));
            string weight = context.Parameter(contract.IsTransposed ? block.At(j, k) : block.At(k, j));
            Writer.Line($"{sum} = {context.Names.MultiplyAdd(context.Form, context.Read(contract.Vector, k), weight, sum)};");
        }

        for (int segment = 1; segment < segments; segment++)
        {
            Writer.Line($"{name} += {Sum(segment)};");
        }

        Finish(contract, j);

        string Sum(int segment) => segment == 0 ? name : $"{name}_s{Literals.Int(segment)}";
    }

    /// <summary>A sum for each group of rows and each chain of additions.</summary>
    private void Contract(Kernel.Contract contract, int j, ParameterBlock block, RowGroups groups)
    {
        string name = context.Name(contract.Target, j);
        List<string>[] chains = [.. Enumerable.Range(0, groups.Chains).Select(_ => new List<string>())];
        for (int k = 0; k < contract.Count; k++)
        {
            int group = k % groups.PerVector;
            int vector = k / groups.PerVector;
            List<string> sums = chains[vector % groups.Chains];
            string factor = context.Read(contract.Vector, k);
            string weight = context.Parameter(block.At(k, j));
            if (vector < groups.Chains)
            {
                sums.Add($"{name}_s{Literals.Int((vector * groups.PerVector) + group)}");
                context.Declare(sums[group], $"{factor} * {weight}");
            }
            else
            {
                Writer.Line($"{sums[group]} = {context.Names.MultiplyAdd(context.Form, factor, weight, sums[group])};");
            }
        }

        string[] groupSums = [.. Enumerable.Range(0, chains[0].Count).Select(group =>
        {
            string[] own = [.. chains.Where(sums => group < sums.Count).Select(sums => sums[group])];
            return own.Length == 1 ? own[0] : $"({string.Join(" + ", own)})";
        })];
        string total = Folded(groupSums, groups.PerVector);
        context.Declare(name, contract.Initial is { } bias ? $"{total} + {Bias(bias, j)}" : total);
        Finish(contract, j);
    }

    private string Bias(string bias, int j) =>
        context.Parameter(context.Values[bias].Offset + (context.Values[bias].Length == 1 ? 0 : j));

    private void Finish(Kernel.Contract contract, int j)
    {
        string name = context.Name(contract.Target, j);
        if (contract.Finish is { } finish)
        {
            Writer.Line($"{name} = {context.Expression(j, name).Write(finish)};");
        }

        context.Finished(contract.Target, j);
    }

    private void Reduce(Kernel.Reduce reduce)
    {
        string[] terms = [.. Enumerable.Range(0, reduce.Count).Select(j => context.Expression(j).Operand(reduce.Expression))];
        string text = reduce.Reduction == Reduction.Sum
            ? Folded(terms, VectorForm.Of(terms.Length, context.Form.Bits, context.Plan.ElementBytes).Lanes)
            : terms.Skip(1).Aggregate(terms[0], (left, right) => context.Names.Max(context.Form, left, right));
        context.Declare(context.Name(reduce.Target, 0), text);
        context.Finished(reduce.Target, 0);
    }

    /// <summary>The sum in the order of vectors whose lanes are folded in halves.</summary>
    private static string Folded(string[] terms, int lanes)
    {
        List<string?> sums = [.. Enumerable.Range(0, lanes).Select(lane =>
        {
            string[] own = [.. terms.Where((_, index) => index % lanes == lane)];
            return own.Length == 0 ? null : own.Length == 1 ? own[0] : $"({string.Join(" + ", own)})";
        })];
        while (sums.Count > 1)
        {
            int half = sums.Count / 2;
            sums = [.. Enumerable.Range(0, half).Select(lane => sums[lane + half] is { } upper ? half == 1 ? $"{sums[lane]} + {upper}" : $"({sums[lane]} + {upper})" : sums[lane])];
        }

        return sums[0]!;
    }
}
