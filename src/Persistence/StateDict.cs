using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Persistence;

/// <summary>The parameters of a network as the <c>state_dict</c> of a PyTorch <c>nn.Sequential</c> has them.</summary>
/// <remarks>
/// A layer is called by the name that it was given, or else by the position of its module: one for the layer itself and one for its activation unless that is Identity.
/// </remarks>
internal static class StateDict
{
    /// <summary>All tensors, in canonical order.</summary>
    public static IReadOnlyList<StateDictTensor> Of(NetworkInfo network)
    {
        List<StateDictTensor> tensors = [];
        int position = 0;
        foreach (LayerInfo layer in network.Layers)
        {
            string module = layer.IsNamed ? layer.Name : position.ToString(CultureInfo.InvariantCulture);
            int units = layer.OutputShape.Aggregate(1, (product, size) => product * size);
            tensors.AddRange(layer.Parameters.Select(parameter => new StateDictTensor(module, parameter, units)));
            position += layer.Activation == Activation.Identity ? 1 : 2;
        }

        return tensors;
    }
}
