using NetGen.Generator.Support;

namespace NetGen.Generator.Model;

/// <summary>What the user declared, as values: two declarations that compile to the same network are equal.</summary>
/// <remarks>Numbers stand here as they were written; whether they make sense is for Lowering to say.</remarks>
/// <param name="Type">The class that carries the attributes.</param>
/// <param name="InputShape">The arguments of [Network]; empty where there are none.</param>
/// <param name="Precision">As written, possibly no defined value.</param>
/// <param name="Unroll">As written, possibly no defined value.</param>
/// <param name="L2">The network's default penalty factor.</param>
/// <param name="Layers">In the order in which they run.</param>
/// <param name="Loss">As written, possibly no defined value; null without [Loss].</param>
/// <param name="VectorSupport">What the compilation has of vectors.</param>
internal sealed record NetworkModel(
    TypeModel Type,
    EquatableArray<int> InputShape,
    Precision Precision,
    Unroll Unroll,
    double L2,
    EquatableArray<LayerModel> Layers,
    LossFunction? Loss,
    VectorSupport VectorSupport)
{
    /// <summary>What the network may take; null without [Budget].</summary>
    public BudgetModel? Budget { get; init; }
}
