using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>A kernel over one sample, in vectors.</summary>
internal static class RowKernelEmitter
{
    public static void Emit(RowContext context, Kernel kernel)
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
