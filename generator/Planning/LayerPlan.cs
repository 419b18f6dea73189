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
            Refusal? refusal = layer.Macs > layerCeiling
                ? new Refusal("multiply-accumulates", layer.Macs, layerCeiling)
                : Refuse("multiply-accumulates", layer.Macs, macs, macCeiling)
                    ?? Refuse("units", layer.OutputShape.Length, units, unitCeiling)
                    ?? Refuse("inputs", layer.InputShape.Length, 0, profile.InputCeiling);
            if (refusal is null)
            {
                macs += layer.Macs;
                units += layer.OutputShape.Length;
            }

            plans[index] = new LayerPlan(layer, refusal is null, unroll == Unroll.Full ? refusal : null);
        }

        return plans.ToEquatableArray();
    }

    /// <summary>Whether a layer has too much of something, by itself or together with those before it.</summary>
    private static Refusal? Refuse(string what, long own, long others, int ceiling) =>
        own > ceiling ? new Refusal(what, own, ceiling)
        : own + others > ceiling ? new Refusal(what + " together with the smaller layers", own + others, ceiling)
        : null;
}

/// <summary>Why a layer is not unrolled.</summary>
/// <param name="What">There is too much of.</param>
/// <param name="Count">How much there is of it.</param>
/// <param name="Ceiling">How much of it may be unrolled.</param>
internal sealed record Refusal(string What, long Count, int Ceiling);
