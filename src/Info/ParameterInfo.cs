using System.Collections.Generic;

namespace NetGen;

/// <summary>One array of parameters: the weights or the bias of a layer.</summary>
public sealed class ParameterInfo
{
    /// <summary>Describes an array of parameters. Generated code calls this.</summary>
    /// <param name="name"><c>W</c> or <c>b</c>.</param>
    /// <param name="shape">Its shape: [n_in, n_out] for weights, [n_out] or [1] for a bias.</param>
    /// <param name="canonicalOffset">Where it begins in the canonical order.</param>
    public ParameterInfo(string name, IReadOnlyList<int> shape, int canonicalOffset)
    {
        Name = name;
        Shape = shape;
        CanonicalOffset = canonicalOffset;
    }

    /// <summary><c>W</c> for weights, <c>b</c> for a bias.</summary>
    public string Name { get; }

    /// <summary>Its shape: [n_in, n_out] for weights, [n_out] or [1] for a bias.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Where it begins in the canonical order.</summary>
    public int CanonicalOffset { get; }
}
