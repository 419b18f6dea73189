using System.Collections.Generic;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>A kernel under its equation.</summary>
internal static class KernelEmitter
{
    /// <summary>The column at which shapes stand.</summary>
    private const int ShapeColumn = 88;

    public static void Emit(KernelContext context, KernelPiece piece)
    {
        Kernel kernel = piece.Kernel;
        string shapes = EquationPrinter.Shapes(kernel);
        if (piece.To - piece.From < kernel.Length)
        {
            shapes += $", {Literals.Int(piece.From)} … {Literals.Int(piece.To - 1)}";
        }

        Head(context.Writer, kernel, context.Values.Values, shapes);
        if (kernel.IsOptional)
        {
            using (context.Writer.Block($"if (!{kernel.Target}.IsEmpty)"))
            {
                Body(context, piece);
            }
        }
        else
        {
            Body(context, piece);
        }
    }

    /// <summary>The equation, with the shapes at the right edge.</summary>
    public static void Head(SourceWriter writer, Kernel kernel, IReadOnlyDictionary<string, ValuePlan> values, string shapes)
    {
        string equation = $"// {EquationPrinter.Print(kernel, values)}";
        writer.Line($"{equation.PadRight(ShapeColumn - shapes.Length)} {shapes}");
    }

    private static void Body(KernelContext context, KernelPiece piece)
    {
        switch (piece.Kernel)
        {
            case Kernel.Map { IsUnrolled: true } map:
                MapEmitter.Unrolled(context, map, piece.From, piece.To);
                break;

            case Kernel.Map map:
                MapEmitter.Loop(context, map);
                break;

            case Kernel.Reduce { IsUnrolled: true } reduce:
                ReduceEmitter.Unrolled(context, reduce);
                break;

            case Kernel.Reduce reduce:
                ReduceEmitter.Loop(context, reduce);
                break;

            case Kernel.Contract { IsUnrolled: true } contract:
                ContractEmitter.Unrolled(context, contract, piece.From, piece.To);
                break;

            case Kernel.Outer { IsUnrolled: true } outer:
                OuterEmitter.Unrolled(context, outer, piece.From, piece.To);
                break;

            default:
                throw new PlanException($"no emitter for {piece.Kernel}");
        }
    }
}
