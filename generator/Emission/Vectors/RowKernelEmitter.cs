using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>A kernel over one sample, in vectors.</summary>
internal static class RowKernelEmitter
{
    /// <summary>A kernel under its equation, which a call may leave out.</summary>
    /// <param name="context">Where to write.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="reference">The reference that is null where it is left out.</param>
    public static void Emit(RowContext context, Kernel kernel, string reference)
    {
        KernelEmitter.Head(context.Writer, kernel, context.Values, EquationPrinter.Shapes(kernel));
        if (!kernel.IsOptional)
        {
            Emit(context, kernel);
            return;
        }

        // What it loads is for later kernels too.
        context.Load(kernel.Reads);
        if (kernel is Kernel.Contract contract && GroupedRows.Of(context, context.Plan.Parameters.Block(contract.Matrix)) is { } groups)
        {
            groups.Prepare(contract);
        }

        using (context.Writer.Block($"if (!Unsafe.IsNullRef(ref {reference}))"))
        {
            Emit(context, kernel);
        }
    }

    private static void Emit(RowContext context, Kernel kernel)
    {
        switch (kernel)
        {
            case Kernel.Map map:
                new RowMaps(context).Map(map);
                break;

            case Kernel.Reduce reduce:
                new RowMaps(context).Reduce(reduce);
                break;

            case Kernel.Contract contract:
                new RowProducts(context, contract).Emit();
                break;

            case Kernel.Outer outer:
                new RowGradients(context, outer).Emit();
                break;

            default:
                throw new PlanException($"no vector form of {kernel}");
        }
    }
}
