using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>Holds a plan to the budget of its declaration.</summary>
internal static class BudgetCheck
{
    /// <summary>A finding for every limit that the plan exceeds.</summary>
    public static IEnumerable<Finding> Find(NetworkPlan plan, BudgetModel budget)
    {
        if (plan.ParameterBytes > budget.ParameterBytes)
        {
            yield return Exceeded(
                nameof(BudgetModel.ParameterBytes), budget.ParameterBytes.Value, plan.ParameterBytes, "bytes", plan,
                index => plan.Parameters.Blocks.Where(block => block.Layer == index).Sum(block => (long)block.Rows * block.Columns * plan.ElementBytes), "bytes");
        }

        if (plan.ScratchBytes > budget.ScratchBytes)
        {
            // Values of several layers share their memory one after another; each is as large as its layer is wide.
            yield return Exceeded(
                nameof(BudgetModel.ScratchBytes), budget.ScratchBytes.Value, plan.ScratchBytes, "bytes", plan,
                index => plan.Layers[index].Layer.OutputShape.Length, "numbers for each sample at a time");
        }

        if (plan.Macs > budget.Macs)
        {
            yield return Exceeded(
                nameof(BudgetModel.Macs), budget.Macs.Value, plan.Macs, "multiply-accumulates", plan,
                index => plan.Layers[index].Layer.Macs, "multiply-accumulates");
        }
    }

    private static Finding Exceeded(string limit, long budget, long taken, string unit, NetworkPlan plan, Func<int, long> costOf, string costUnit)
    {
        int costliest = Enumerable.Range(0, plan.Layers.Count).OrderByDescending(costOf).First();
        return new Finding(
            FindingIds.BudgetExceeded,
            FindingTarget.Budget(limit),
            EquatableArray.Of(limit, Text(budget), $"{Text(taken)} {unit}", plan.Layers[costliest].Layer.Name, $"{Text(costOf(costliest))} {costUnit}"));
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
