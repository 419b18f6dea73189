using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>What samples cost forward, in the lanes and by themselves, in multiply-adds of a whole vector.</summary>
internal static class SampleCost
{
    /// <summary>The samples that take as long one by one as a vector of them in the lanes, however many of its lanes are filled.</summary>
    /// <param name="forward">The kernels of the forward pass.</param>
    /// <param name="inputs">Numbers of a sample.</param>
    /// <param name="lanes">Numbers of a vector.</param>
    /// <param name="profile">What each thing costs.</param>
    /// <returns>Rounded down.</returns>
    public static int Crossing(IReadOnlyList<Kernel> forward, int inputs, int lanes, TargetProfile profile)
    {
        Kernel.Contract[] products = [.. forward.OfType<Kernel.Contract>()];
        int[] functions = [.. forward.Select(kernel => kernel.Length * FunctionsOf(kernel)).Where(count => count > 0)];
        long inLanes = profile.LanesCost + (profile.LanesInputCost * inputs)
            + products.Sum(product => (long)product.Length * product.Count) + (profile.LanesFunctionCost * (long)functions.Sum());
        long alone = profile.SampleCallCost + products.Sum(product => Vectors(product, lanes))
            + (profile.SampleFunctionsCost * functions.Length) + (profile.SampleLayerCost * Math.Max(0, products.Length - 2));
        return (int)(inLanes / alone);
    }

    /// <summary>Vectors of a product: of its outputs for every factor or, if these are few, of as many rows as a vector holds.</summary>
    private static long Vectors(Kernel.Contract product, int lanes) => product.Length < lanes
        ? (((long)product.Length * product.Count) + lanes - 1) / lanes
        : (long)product.Count * ((product.Length + lanes - 1) / lanes);

    private static int FunctionsOf(Kernel kernel) => kernel switch
    {
        Kernel.Map map => map.Expression.Functions,
        Kernel.Contract { Finish: { } finish } => finish.Functions,
        _ => 0,
    };
}
