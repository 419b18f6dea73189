using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>How a layer is compiled.</summary>
/// <param name="Layer">What it is.</param>
/// <param name="IsUnrolled">Straight-line code or loops.</param>
/// <param name="Refused">The ceiling that kept it from being unrolled although the user asked for it; null otherwise.</param>
internal sealed record LayerPlan(GraphLayer Layer, bool IsUnrolled, int? Refused)
{
    /// <summary>Unrolls the smallest layers first, as long as both ceilings hold.</summary>
    public static EquatableArray<LayerPlan> Choose(IReadOnlyList<GraphLayer> layers, Unroll unroll, TargetProfile profile)
    {
        (int layerCeiling, int networkCeiling) = unroll switch
        {
            Unroll.Full => (profile.FullCeiling, profile.FullCeiling),
            Unroll.None => (0, 0),
            _ => (profile.AutoLayerCeiling, profile.AutoNetworkCeiling),
        };

        LayerPlan[] plans = new LayerPlan[layers.Count];
        long total = 0;
        foreach (int index in Enumerable.Range(0, layers.Count).OrderBy(index => layers[index].Macs))
        {
            total += layers[index].Macs;
            bool isUnrolled = layers[index].Macs <= layerCeiling && total <= networkCeiling;
            plans[index] = new LayerPlan(layers[index], isUnrolled, !isUnrolled && unroll == Unroll.Full ? networkCeiling : null);
        }

        return plans.ToEquatableArray();
    }
}
