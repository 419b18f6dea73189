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
        string name = context.Name(contract.Target, j);
        int segments = contract.IsTransposed ? 1 : block.Storage.SegmentsOf(0);
        int length = contract.Count / segments;
        string start = contract.Initial is { } bias ? context.Parameter(context.Values[bias].Offset + (context.Values[bias].Length == 1 ? 0 : j)) : context.Names.Zero(context.Form);
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

        if (contract.Finish is { } finish)
        {
            Writer.Line($"{name} = {context.Expression(j, name).Write(finish)};");
        }

        context.Finished(contract.Target, j);

        string Sum(int segment) => segment == 0 ? name : $"{name}_s{Literals.Int(segment)}";
    }

    private void Reduce(Kernel.Reduce reduce)
    {
        string[] terms = [.. Enumerable.Range(0, reduce.Count).Select(j => context.Expression(j).Operand(reduce.Expression))];
        string text = reduce.Reduction == Reduction.Sum
            ? Folded(terms)
            : terms.Skip(1).Aggregate(terms[0], (left, right) => $"{context.Names.Class(context.Form)}.Max({left}, {right})");
        context.Declare(context.Name(reduce.Target, 0), text);
        context.Finished(reduce.Target, 0);
    }

    /// <summary>The sum in the order of vectors whose lanes are folded in halves.</summary>
    private string Folded(string[] terms)
    {
        VectorForm row = VectorForm.Of(terms.Length, context.Form.Bits, context.Plan.ElementBytes);
        List<string?> sums = [.. Enumerable.Range(0, row.Lanes).Select(lane =>
        {
            string[] own = [.. terms.Where((_, index) => index % row.Lanes == lane)];
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
