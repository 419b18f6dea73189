using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels over all samples of a block: products of matrices, sums over the samples, and loops over every number.</summary>
internal static class BlockKernelEmitter
{
    private const string Matrix = "global::NetGen.Numerics.Matrix";

    public static void Emit(KernelContext context, Kernel kernel)
    {
        KernelEmitter.Head(context, kernel, EquationPrinter.Shapes(kernel));
        if (kernel.IsOptional)
        {
            using (context.Writer.Block($"if (!{kernel.Target}.IsEmpty)"))
            {
                Body(context, kernel);
            }
        }
        else
        {
            Body(context, kernel);
        }
    }

    private static void Body(KernelContext context, Kernel kernel)
    {
        switch (kernel)
        {
            case Kernel.Contract { IsTransposed: true } contract:
                Transposed(context, contract);
                break;

            case Kernel.Contract contract:
                Product(context, contract);
                break;

            case Kernel.Outer outer:
                Gradient(context, outer);
                break;

            case Kernel.Map { Accumulates: true, Expression: Expression.Element delta } map:
                context.Writer.Line($"{Matrix}.AddRows({delta.Value}, {Slice("g", context.Values.Values[map.Target].Offset, map.Length)});");
                break;

            case Kernel.Map map:
                FlatMapEmitter.Emit(context, map);
                break;

            default:
                throw new PlanException($"no emitter for {kernel} over a block");
        }
    }

    private static void Product(KernelContext context, Kernel.Contract contract)
    {
        Start(context, contract);
        ParameterBlock matrix = Block(context, contract.Matrix);
        string sizes = Sizes(contract.Length, "rows", contract.Count, contract.Length);
        context.Writer.Line($"{Matrix}.MultiplyAdd({contract.Vector}, {Literals.Int(contract.Count)}, 1, {Tail(matrix)}, {Literals.Int(matrix.Stride)}, {contract.Target}, {sizes});");
    }

    /// <summary>Every sum begins with its bias.</summary>
    private static void Start(KernelContext context, Kernel.Contract contract)
    {
        if (contract.Initial is not { } bias)
        {
            context.Writer.Line($"{contract.Target}.Clear();");
            return;
        }

        ValuePlan value = context.Values.Values[bias];
        if (value.Length == 1)
        {
            context.Writer.Line($"{contract.Target}.Fill(θ[{Literals.Int(value.Offset)}]);");
            return;
        }

        using (context.Writer.Block("for (int r = 0; r < rows; r++)"))
        {
            string length = Literals.Int(contract.Length);
            context.Writer.Line($"{Slice("θ", value.Offset, contract.Length)}.CopyTo({contract.Target}.Slice(r * {length}, {length}));");
        }

        context.Writer.Line();
    }

    private static void Transposed(KernelContext context, Kernel.Contract contract)
    {
        ParameterBlock matrix = Block(context, contract.Matrix);
        string sizes = Sizes(contract.Length, "rows", contract.Count, contract.Length);
        context.Writer.Line($"{Matrix}.MultiplyTransposed({contract.Vector}, {Literals.Int(contract.Count)}, {Tail(matrix)}, {Literals.Int(matrix.Stride)}, {contract.Target}, {sizes});");
    }

    /// <summary>Summed over the samples: the left factor is walked along its columns.</summary>
    private static void Gradient(KernelContext context, Kernel.Outer outer)
    {
        ParameterBlock block = context.Plan.Parameters.Blocks.First(block => block.Offset == context.Values.Values[outer.Target].Offset);
        string target = $"g.Slice({Literals.Int(block.Offset)})";
        string sizes = $"{Literals.Int(block.Stride)}, {Literals.Int(outer.Rows)}, rows, {Literals.Int(outer.Columns)}";
        ValuePlan right = context.Values.Values[outer.Right];

        // With what follows it in memory: the kernel reads the last row in whole vectors, where it may.
        string factor = right.Residence == Residence.Scratch ? $"scratch.Slice({Literals.Int(right.Offset)})" : right.Name;
        context.Writer.Line($"{Matrix}.MultiplyAdd({outer.Left}, 1, {Literals.Int(outer.Rows)}, {factor}, {Literals.Int(outer.Columns)}, {target}, {sizes});");
    }

    private static string Sizes(int stride, string rows, int steps, int columns) =>
        $"{Literals.Int(stride)}, {rows}, {Literals.Int(steps)}, {Literals.Int(columns)}";

    private static string Slice(string source, int offset, int length) => $"{source}.Slice({Literals.Int(offset)}, {Literals.Int(length)})";

    /// <summary>θ from a matrix on; what follows it may be read in whole vectors.</summary>
    private static string Tail(ParameterBlock block) => $"θ.Slice({Literals.Int(block.Offset)})";

    private static ParameterBlock Block(KernelContext context, string name) => context.Plan.Parameters.Block(name);
}
