using System;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Lowering.Activations;

/// <summary>What the compiler knows of an activation function; its derivative follows from the operations that it is made of.</summary>
/// <param name="Activation">The name in the user's program.</param>
/// <param name="Apply">Builds a = f(z).</param>
/// <param name="AutoInitializer">What <see cref="Initializer.Auto"/> means for a layer that ends in it.</param>
internal sealed record ActivationRule(
    Activation Activation,
    Func<GraphBuilder, Tensor, ActivationOptions, Tensor> Apply,
    Initializer AutoInitializer)
{
    /// <summary>α where the user gives none; null where the function has no α.</summary>
    public double? DefaultAlpha { get; init; }

    /// <summary>Whether the user may choose f′(0).</summary>
    public bool HasKink { get; init; }
}

/// <summary>The options of a layer that concern its activation.</summary>
internal sealed record ActivationOptions(double Alpha, int ReluGradientAtZero);
