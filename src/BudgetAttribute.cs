using System;

namespace NetGen;

/// <summary>What a network may take at most. Beyond any of the limits the build fails, and says which layer takes most.</summary>
/// <remarks>The limits are those of the figures that <see cref="NetworkInfo"/> has, and the documentation of the network shows. What is not set is not limited.</remarks>
/// <example>
/// <code>
/// [Network(4)]
/// [Dense(16, Activation.Relu)]
/// [Dense(3, Activation.Softmax)]
/// [Budget(ParameterBytes = 4096, ScratchBytes = 2048, Macs = 10_000)]
/// public sealed partial class IrisNet;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The largest memory of the stored parameters, in bytes: of <see cref="NetworkInfo.ParameterBytes"/>.</summary>
    public long ParameterBytes { get; set; }

    /// <summary>The largest working memory of any call, in bytes: of <see cref="NetworkInfo.ScratchBytes"/>. 0 asks for a network that needs none.</summary>
    public long ScratchBytes { get; set; }

    /// <summary>The most multiply-accumulates of one forward pass over one sample: of <see cref="NetworkInfo.Macs"/>.</summary>
    public long Macs { get; set; }
}
