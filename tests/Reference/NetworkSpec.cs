using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace NetGen.Reference;

/// <summary>The declaration of a network, as data.</summary>
public sealed record NetworkSpec
{
    public string Name { get; init; } = "Network";

    public required int[] InputShape { get; init; }

    public bool IsDouble { get; init; }

    public double L2 { get; init; }

    public string Unroll { get; init; } = "Auto";

    public required LayerSpec[] Layers { get; init; }

    public string? Loss { get; init; }

    [JsonIgnore]
    public int InputSize => InputShape.Aggregate(1, (product, size) => product * size);

    [JsonIgnore]
    public int OutputSize => Layers[^1].Units;

    [JsonIgnore]
    public int ParameterCount => LayerPlaces().Sum(place => (place.Inputs * place.Units) + place.BiasCount);

    /// <summary>Whether the network takes class indices in place of targets.</summary>
    [JsonIgnore]
    public bool TakesLabels => Loss == "CrossEntropy";

    /// <summary>Whether the network has Predict.</summary>
    [JsonIgnore]
    public bool Predicts => Layers[^1].Activation == "Softmax";

    /// <summary>Where W and b of each layer stand in the canonical order.</summary>
    public IEnumerable<LayerPlace> LayerPlaces()
    {
        int inputs = InputSize;
        int offset = 0;
        foreach (LayerSpec layer in Layers)
        {
            int bias = offset + (inputs * layer.Units);
            yield return new LayerPlace(layer, layer.L2 ?? L2, inputs, layer.Units, offset, bias, layer.BiasCount);
            offset = bias + layer.BiasCount;
            inputs = layer.Units;
        }
    }
}

/// <summary>A layer with its sizes, its penalty factor λ and its place in the canonical parameters.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Lambda">λ in effect.</param>
/// <param name="Inputs">d(l−1).</param>
/// <param name="Units">d(l).</param>
/// <param name="WeightOffset">Where W [Inputs × Units] begins.</param>
/// <param name="BiasOffset">Where b begins.</param>
/// <param name="BiasCount">Units, 1 or 0.</param>
public sealed record LayerPlace(LayerSpec Spec, double Lambda, int Inputs, int Units, int WeightOffset, int BiasOffset, int BiasCount);
