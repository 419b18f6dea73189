using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// What samples cost forward, in the lanes and by themselves, in multiply-adds of a whole vector of 64 bytes. Fitted to eighteen networks of 12 to 1,700 products on a Zen 5:
/// where the two are equal, it is right within two samples.
/// </summary>
internal static class SampleCost
{
    /// <summary>Calls, and what comes and goes.</summary>
    private const int Group = 90;

    /// <summary>A number of every sample, turned into the lanes.</summary>
    private const int Input = 3;

    /// <summary>A function such as exp, of a vector.</summary>
    private const int Function = 14;

    /// <summary>A call.</summary>
    private const int Sample = 6;

    /// <summary>Waiting for the functions of a layer, which are few vectors one behind the other.</summary>
    private const int Functions = 24;

    /// <summary>Waiting for a layer more than two, as the next sample does not begin early enough.</summary>
    private const int Layer = 28;

    /// <summary>The samples that take as long one by one as a vector of them in the lanes, however many of its lanes are filled.</summary>
    /// <param name="forward">The kernels of the forward pass.</param>
    /// <param name="inputs">Numbers of a sample.</param>
    /// <param name="lanes">Numbers of a vector.</param>
    /// <returns>Rounded down.</returns>
    public static int Samples(IReadOnlyList<Kernel> forward, int inputs, int lanes)
    {
        Kernel.Contract[] products = [.. forward.OfType<Kernel.Contract>()];
        (int Length, int Functions)[] functions = [.. forward.Select(FunctionsOf).Where(each => each.Functions > 0)];
        long group = Group + (Input * inputs) + products.Sum(product => (long)product.Length * product.Count) + (Function * functions.Sum(each => each.Length * each.Functions));
        long alone = Sample + products.Sum(product => Vectors(product, lanes)) + (Functions * functions.Length) + (Layer * Math.Max(0, products.Length - 2));
        return (int)(group / alone);
    }

    /// <summary>Vectors of a product: of its outputs for every factor or, if these are few, of as many rows as a vector holds.</summary>
    private static long Vectors(Kernel.Contract product, int lanes) => product.Length < lanes
        ? (((long)product.Length * product.Count) + lanes - 1) / lanes
        : (long)product.Count * ((product.Length + lanes - 1) / lanes);

    private static (int Length, int Functions) FunctionsOf(Kernel kernel) => (kernel.Length, kernel switch
    {
        Kernel.Map map => map.Expression.Functions,
        Kernel.Contract { Finish: { } finish } => finish.Functions,
        _ => 0,
    });
}
