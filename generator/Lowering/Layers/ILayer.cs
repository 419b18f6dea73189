using System.Collections.Generic;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Lowering.Layers;

/// <summary>A kind of layer: what its arguments may be, which shape it gives, and which operations it is.</summary>
internal interface ILayer
{
    /// <summary>The name of its attribute without the suffix.</summary>
    string Kind { get; }

    /// <summary>Reports what is wrong with the arguments; what it gives is meaningful as far as they are right.</summary>
    LayerFacts Check(LayerModel layer, LayerContext context, FindingList findings);

    /// <summary>Adds the operations of a layer that passed the check.</summary>
    LoweredLayer Lower(LayerModel layer, LayerContext context, GraphBuilder graph, Tensor input);
}

/// <summary>What a layer is told of its surroundings.</summary>
/// <param name="Index">Its index among the layers.</param>
/// <param name="IsLast">Whether its output is that of the network.</param>
/// <param name="Network">The whole declaration.</param>
/// <param name="Input">The shape of what comes in.</param>
internal sealed record LayerContext(int Index, bool IsLast, NetworkModel Network, Shape Input)
{
    public FindingTarget Target(string? argument = null) => FindingTarget.Layer(Index, argument);
}

/// <summary>What the network needs to know of a layer before anything is built.</summary>
/// <param name="Output">The shape of what comes out.</param>
/// <param name="Activation">The activation function it ends in.</param>
/// <param name="ParameterCount">How many numbers it trains.</param>
/// <param name="SetsL2">Whether it has a penalty factor of its own.</param>
internal sealed record LayerFacts(Shape Output, Activation Activation, long ParameterCount, bool SetsL2);

/// <summary>A layer as operations.</summary>
/// <param name="Output">Its output.</param>
/// <param name="Parameters">Its parameters, in canonical order.</param>
/// <param name="Penalty">What it adds to the objective apart from the samples' errors, or null.</param>
/// <param name="Alpha">α of the activation, or null where it has none.</param>
/// <param name="Macs">Multiply-accumulates of one forward pass over one sample.</param>
internal sealed record LoweredLayer(Tensor Output, IReadOnlyList<GraphParameter> Parameters, Tensor? Penalty, double? Alpha, long Macs);
