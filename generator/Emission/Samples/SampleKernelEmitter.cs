using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Samples;

/// <summary>A kernel over as many samples as a vector has lanes. Sums have the order that they have for a sample alone.</summary>
internal sealed class SampleKernelEmitter(SampleContext context)
{
    /// <summary>The weights of the unit that a loop is at.</summary>
    public const string WeightsOfUnit = "w";

    private SourceWriter Writer => context.Writer;

    public void Emit(SampleStep step)
    {
        if (!step.IsLoop)
        {
            Kernel kernel = step.Kernels[0];
            Head(kernel);
            Emit(kernel, [.. Enumerable.Range(0, kernel.Length)], step.IsWalk);
            return;
        }

        foreach (Kernel kernel in step.Kernels)
        {
            Head(kernel);
        }

        foreach (Kernel kernel in step.Kernels)
        {
            context.Load(kernel);
        }

        using (context.Loop(step.Kernels))
        {
            foreach (Kernel kernel in step.Kernels)
            {
                Emit(kernel, [SampleContext.AtVariable], kernel is Kernel.Contract contract && context.Walks(contract));
            }
        }

        context.Forget(step.Kernels);
    }

    private void Head(Kernel kernel) => KernelEmitter.Head(Writer, kernel, context.Values, EquationPrinter.Shapes(kernel));

    private void Emit(Kernel kernel, int[] units, bool walks)
    {
        switch (kernel)
        {
            case Kernel.Map map:
                foreach (int j in units)
                {
                    context.Declare(context.Name(map.Target, j), context.Expression(j).Write(map.Expression));
                    context.Finished(map.Target, j);
                }

                break;

            case Kernel.Reduce reduce:
                Reduce(reduce);
                break;

            case Kernel.Contract contract:
                Contract(contract, units, walks);
                break;

            default:
                throw new PlanException($"no form with samples in the lanes of {kernel}");
        }

        context.StoreAsked();
    }

    /// <summary>Sums of some units, which grow side by side, over all factors or in a loop over them.</summary>
    private void Contract(Kernel.Contract contract, int[] units, bool walks)
    {
        ParameterBlock block = context.Plan.Parameters.Block(contract.Matrix);
        if (units[0] == SampleContext.AtVariable)
        {
            int step = At(contract, block, 0, 1) - block.Offset;
            Writer.Line($"ref {context.Plan.Precision.Keyword()} {WeightsOfUnit} = ref Unsafe.Add(ref weights, j{Literals.Times(step)});");
        }

        if (SampleForm.SumsOf(contract, block, context.Form.Bits, context.Plan.ElementBytes, context.Plan.Profile) is { } sums)
        {
            InGroups(contract, units, walks, block, sums.Groups, sums.Chains, isBiasFirst: !block.IsTransposed);
        }
        else
        {
            InSegments(contract, units, walks, block);
        }

        foreach (int j in units)
        {
            Finish(contract, j);
        }
    }

    private void InSegments(Kernel.Contract contract, int[] units, bool walks, ParameterBlock block)
    {
        int segments = SampleForm.SegmentsOf(contract, block);
        int length = contract.Count / segments;
        foreach (int j in units)
        {
            string start = contract.Initial is { } bias ? Bias(bias, j) : context.Names.Zero(context.Form);
            for (int segment = 0; segment < segments; segment++)
            {
                context.Declare(Sum(j, segment), segment == 0 ? start : context.Names.Zero(context.Form));
            }
        }

        if (walks)
        {
            new SampleWalk(context, contract, units, [.. units.Select(j => Enumerable.Range(0, segments).Select(segment => Sum(j, segment)).ToArray())]).InSegments();
        }
        else
        {
            for (int k = 0; k < contract.Count; k++)
            {
                string factor = context.Read(contract.Vector, k);
                foreach (int j in units)
                {
                    string sum = Sum(j, System.Math.Min(segments - 1, k / length));
                    Writer.Line($"{sum} = {context.Names.MultiplyAdd(context.Form, factor, Weight(contract, block, k, j), sum)};");
                }
            }
        }

        foreach (int j in units)
        {
            for (int segment = 1; segment < segments; segment++)
            {
                Writer.Line($"{Sum(j, 0)} += {Sum(j, segment)};");
            }
        }

        string Sum(int j, int segment) => context.Name(contract.Target, j) + (segment == 0 ? "" : $"_s{Literals.Int(segment)}");
    }

    /// <summary>
    /// A sum for each group of factors and each chain of additions, as a vector of one sample has them: its lanes hold several rows of a narrow matrix, or the
    /// factors themselves.
    /// </summary>
    private void InGroups(Kernel.Contract contract, int[] units, bool walks, ParameterBlock block, int groups, int chainsOfGroup, bool isBiasFirst)
    {
        string? bias = isBiasFirst ? contract.Initial : null;
        if (walks)
        {
            string[][] sums = [.. units.Select(j => Enumerable.Range(0, groups * chainsOfGroup).Select(sum => Sum(j, sum, 0)).ToArray())];
            for (int unit = 0; unit < units.Length; unit++)
            {
                for (int sum = 0; sum < sums[unit].Length; sum++)
                {
                    context.Declare(sums[unit][sum], sum == 0 && bias is not null ? Bias(bias, units[unit]) : context.Names.NegativeZero(context.Form));
                }
            }

            new SampleWalk(context, contract, units, sums).InTurns();
        }
        else
        {
            for (int k = 0; k < contract.Count; k++)
            {
                string factor = context.Read(contract.Vector, k);
                foreach (int j in units)
                {
                    string sum = Sum(j, k % groups, k / groups % chainsOfGroup);
                    string weight = Weight(contract, block, k, j);
                    if (k >= groups * chainsOfGroup)
                    {
                        Writer.Line($"{sum} = {context.Names.MultiplyAdd(context.Form, factor, weight, sum)};");
                    }
                    else
                    {
                        context.Declare(sum, k == 0 && bias is not null ? context.Names.MultiplyAdd(context.Form, factor, weight, Bias(bias, j)) : $"{factor} * {weight}");
                    }
                }
            }
        }

        foreach (int j in units)
        {
            string[] sums = [.. Enumerable.Range(0, System.Math.Min(groups, contract.Count)).Select(group =>
            {
                int chains = System.Math.Min(chainsOfGroup, (contract.Count - group + groups - 1) / groups);
                string[] own = [.. Enumerable.Range(0, chains).Select(chain => Sum(j, group, chain))];
                return own.Length == 1 ? own[0] : $"({string.Join(" + ", own)})";
            })];
            string added = !isBiasFirst && contract.Initial is { } last ? " + " + Bias(last, j) : "";
            context.Declare(context.Name(contract.Target, j), Folded(sums, groups) + added);
        }

        string Sum(int j, int group, int chain) => $"{context.Name(contract.Target, j)}_s{Literals.Int((chain * groups) + group)}";
    }

    private string Weight(Kernel.Contract contract, ParameterBlock block, int k, int j) => j == SampleContext.AtVariable
        ? context.Parameter(WeightsOfUnit, At(contract, block, k, 0))
        : context.Parameter("weights", At(contract, block, k, j));

    /// <summary>Where the weight of a factor and a unit stands.</summary>
    public static int At(Kernel.Contract contract, ParameterBlock block, int k, int j) => contract.IsTransposed ? block.At(j, k) : block.At(k, j);

    private string Bias(string bias, int j)
    {
        ValuePlan plan = context.Values[bias];
        return j == SampleContext.AtVariable && plan.Length > 1
            ? context.ParameterOfUnit(plan.Offset)
            : context.Parameter("weights", plan.Offset + (plan.Length == 1 ? 0 : j));
    }

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
