using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Kernels, values and parameters by hand, as short as they can be said. A matrix W has the gradient gW.</summary>
internal static class Kernels
{
    public static Kernel.Contract Product(string target, int length, string vector, string matrix, int count, bool isTransposed = false, bool isOptional = false) =>
        new(target, length, IsUnrolled: false, isOptional, vector, matrix, count, isTransposed, Initial: null, Finish: null);

    /// <summary>target[j] = the sum of what is read at j.</summary>
    public static Kernel.Map Map(string target, int length, params string[] reads) =>
        new(target, length, IsUnrolled: false, IsOptional: false, Sum(reads), Accumulates: false);

    public static Kernel.Reduce Reduce(string target, int count, params string[] reads) => new(target, IsUnrolled: false, Reduction.Sum, count, Sum(reads));

    public static Kernel.Outer Outer(string target, string left, int rows, string right, int columns) => new(target, IsUnrolled: false, left, rows, right, columns);

    public static Kernel.Map Accumulate(string target, int length, string read) => Map(target, length, read) with { Accumulates = true };

    public static ValuePlan Local(string name, int length) => new(name, name, length, Residence.Local);

    public static ValuePlan Argument(string name, int length) => new(name, name, length, Residence.Argument);

    public static ValuePlan Scalar(string name) => new(name, name, 1, Residence.Scalar);

    /// <summary>Single-precision matrices in the panels of loops.</summary>
    public static ParameterLayout Parameters(params (string Name, int Rows, int Columns, bool IsTransposed)[] matrices)
    {
        List<ParameterBlock> blocks = [];
        int offset = 0;
        int canonical = 0;
        foreach ((string name, int rows, int columns, bool isTransposed) in matrices)
        {
            Storage storage = isTransposed ? Storage.InPanels(columns, rows, sizeof(float)) : Storage.InPanels(rows, columns, sizeof(float));
            blocks.Add(new ParameterBlock(
                name, name, "W", Layer: 0, Initializer.Zero, new[] { rows, columns }.ToEquatableArray(), rows, columns, isTransposed, storage, offset, canonical));
            offset += storage.Length;
            canonical += rows * columns;
        }

        return new ParameterLayout(blocks.ToEquatableArray(), canonical, offset);
    }

    /// <summary>The values that stand for matrices and their gradients.</summary>
    public static IEnumerable<ValuePlan> ValuesOf(ParameterLayout parameters) => parameters.Blocks.SelectMany(block => new[]
    {
        new ValuePlan(block.Name, block.Name, block.Rows * block.Columns, Residence.Parameter, block.Offset),
        new ValuePlan("g" + block.Name, "∂" + block.Name, block.Rows * block.Columns, Residence.Gradient, block.Offset),
    });

    private static Expression Sum(string[] reads) => reads.Length == 0
        ? new Expression.Number(1)
        : reads.Select(Expression (name) => new Expression.Element(name)).Aggregate((left, right) => new Expression.Binary(BinaryFunction.Add, left, right));
}
