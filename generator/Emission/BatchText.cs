using NetGen.Generator.Planning;
using NetGen.Generator.Support;
using NetGen.Numerics;

namespace NetGen.Generator.Emission;

/// <summary>What the methods over N samples write alike: types, parameters and arguments.</summary>
internal sealed class BatchText(NetworkPlan plan)
{
    /// <summary>Keeps memory on the stack out of callers: with it they would keep copies of their spans in memory, too.</summary>
    public const string Apart = "[MethodImpl(MethodImplOptions.NoInlining)]";

    public string Number => plan.Precision.Keyword();

    public string In => $"ReadOnlySpan<{Number}>";

    public string Out => $"Span<{Number}>";

    public string Optimizer => $"IOptimizer<{Number}>";

    public string[] TargetParameters => plan.TakesLabels ? [$"{In} targets", "ReadOnlySpan<int> labels"] : [$"{In} targets"];

    public string Targets => plan.TakesLabels ? "targets, labels" : "targets";

    public string Mean => plan.Precision == Precision.Double ? "error / n" : "(float)(error / n)";

    /// <summary>The numbers of sample r.</summary>
    public static string OfSample(string source, int size) => $"{source}.Slice(r{Literals.Times(size)}, {Literals.Int(size)})";

    /// <summary>Memory of the stack for vectors.</summary>
    public string AlignedStack(int length) =>
        $"StackMemory.Aligned(stackalloc {Number}[{Literals.Int(StackMemory.Room(length, plan.ElementBytes))}], {Literals.Int(length)})";

    public string Objective => plan.Penalties.Count > 0 ? $"{Mean} + Penalty(θ)" : Mean;

    /// <summary>The last arguments of a backward pass over blocks: what it does with penalties and with an optimizer.</summary>
    public string Update(string decay, string optimizer) =>
        !plan.IsBlocked ? "" : plan.AddsPenalties ? $", {decay}, {optimizer}" : $", {optimizer}";
}
