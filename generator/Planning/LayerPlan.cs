using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>How a layer is compiled.</summary>
/// <param name="Layer">What it is.</param>
/// <param name="IsUnrolled">Straight-line code or loops.</param>
/// <param name="Refused">What kept it from being unrolled although the user asked for it; null otherwise.</param>
internal sealed record LayerPlan(GraphLayer Layer, bool IsUnrolled, Refusal? Refused)
{
    /// <summary>Unrolls the smallest layers first, as long as all ceilings hold.</summary>
    public static EquatableArray<LayerPlan> Choose(IReadOnlyList<GraphLayer> layers, Unroll unroll, TargetProfile profile)
    {
        (int layerCeiling, int macCeiling, int unitCeiling) = unroll switch
        {
            Unroll.Full => (profile.FullCeiling, profile.FullCeiling, profile.FullUnitCeiling),
            Unroll.None => (0, 0, 0),
            _ => (profile.AutoLayerCeiling, profile.AutoNetworkCeiling, profile.AutoUnitCeiling),
        };

        LayerPlan[] plans = new LayerPlan[layers.Count];
        long macs = 0;
        long units = 0;
        foreach (int index in Enumerable.Range(0, layers.Count).OrderBy(index => layers[index].Macs))
        {
            GraphLayer layer = layers[index];
            Refusal? refusal = layer.Macs > layerCeiling || macs + layer.Macs > macCeiling ? new Refusal("multiply-accumulates", layer.Macs, macCeiling)
                : units + layer.OutputShape.Length > unitCeiling ? new Refusal("units", layer.OutputShape.Length, unitCeiling)
                : layer.InputShape.Length > profile.InputCeiling ? new Refusal("inputs", layer.InputShape.Length, profile.InputCeiling)
                : null;
            if (refusal is null)
            {
                macs += layer.Macs;
                units += layer.OutputShape.Length;
            }

            plans[index] = new LayerPlan(layer, refusal is null, unroll == Unroll.Full ? refusal : null);
        }

        return plans.ToEquatableArray();
    }
}

/// <summary>Why a layer is not unrolled.</summary>
/// <param name="What">There is too much of.</param>
/// <param name="Count">How much there is of it in the layer.</param>
/// <param name="Ceiling">How much of it may be unrolled in a network.</param>
internal sealed record Refusal(string What, long Count, int Ceiling);
