using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>What the emitter of a kernel works with.</summary>
internal sealed record KernelContext(SourceWriter Writer, NetworkPlan Plan, ValueAccess Values, Helpers Helpers)
{
    /// <summary><c>float</c> or <c>double</c>.</summary>
    public string Number => Plan.Precision.Keyword();

    /// <summary>Expressions at a constant index.</summary>
    public ExpressionText At(int index, string contracted = "") => new(Plan.Precision, Helpers, name => Values.At(name, index), contracted);

    /// <summary>Expressions at a loop variable.</summary>
    public ExpressionText At(string index, string contracted = "") => new(Plan.Precision, Helpers, name => Values.At(name, index), contracted);

    /// <summary>The beginning of the statement that gives a value its first number: a local is declared by it.</summary>
    public string Declare(string name, int index) => Values.IsLocal(name) ? $"{Number} {Values.At(name, index)}" : Values.At(name, index);

    /// <summary>A loop over constant bounds.</summary>
    public System.IDisposable Loop(string variable, int count) =>
        Writer.Block($"for (int {variable} = 0; {variable} < {Literals.Int(count)}; {variable}++)");
}
