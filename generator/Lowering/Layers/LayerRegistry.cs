using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Lowering.Layers;

/// <summary>The one list of layers.</summary>
internal static class LayerRegistry
{
    private static readonly Dictionary<string, ILayer> Layers = new ILayer[]
    {
        new DenseLayer(),
    }.ToDictionary(layer => layer.Kind);

    public static ILayer Get(string kind) => Layers[kind];
}
