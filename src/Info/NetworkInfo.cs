using System.Collections.Generic;

namespace NetGen;

/// <summary>What a network is and costs, and how it was compiled: for people and tools.</summary>
public sealed class NetworkInfo
{
    /// <summary>Describes a network. Generated code calls this.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="precision">The number type.</param>
    /// <param name="loss">The loss, or null.</param>
    /// <param name="layers">The layers in the order in which they run.</param>
    /// <param name="parameterCount">How many numbers are trained.</param>
    /// <param name="storageLength">How many numbers are stored.</param>
    /// <param name="scratchBytes">The largest working memory of any call, in bytes.</param>
    /// <param name="stackBudget">Up to how many bytes the working memory is taken from the stack.</param>
    /// <param name="plan">How the network was compiled, in words.</param>
    public NetworkInfo(
        string name, Precision precision, LossFunction? loss, IReadOnlyList<LayerInfo> layers,
        int parameterCount, int storageLength, int scratchBytes, int stackBudget, string plan)
    {
        Name = name;
        Precision = precision;
        Loss = loss;
        Layers = layers;
        ParameterCount = parameterCount;
        StorageLength = storageLength;
        ScratchBytes = scratchBytes;
        StackBudget = stackBudget;
        Plan = plan;
        foreach (LayerInfo layer in layers)
        {
            Macs += layer.Macs;
        }
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The number type.</summary>
    public Precision Precision { get; }

    /// <summary>The loss, or null where the network has none.</summary>
    public LossFunction? Loss { get; }

    /// <summary>The layers in the order in which they run.</summary>
    public IReadOnlyList<LayerInfo> Layers { get; }

    /// <summary>How many numbers are trained.</summary>
    public int ParameterCount { get; }

    /// <summary>How many numbers are stored, padding included.</summary>
    public int StorageLength { get; }

    /// <summary>Multiply-accumulates of one forward pass over one sample.</summary>
    public long Macs { get; }

    /// <summary>Bytes of the stored parameters.</summary>
    public long ParameterBytes => (long)StorageLength * (Precision == Precision.Double ? sizeof(double) : sizeof(float));

    /// <summary>
    /// The largest working memory of any call, in bytes, whatever the number of samples. Not counted are batches of tiny networks whose samples stand in the lanes
    /// of vectors: their block takes less than <see cref="StackBudget"/> bytes of the stack.
    /// </summary>
    public int ScratchBytes { get; }

    /// <summary>Up to how many bytes the working memory is taken from the stack; above that, it is kept per thread and allocated once.</summary>
    public int StackBudget { get; }

    /// <summary>How the network was compiled, in words: a table of the layers and the plan of each.</summary>
    public string Plan { get; }

    /// <summary>The same as <see cref="Plan"/>.</summary>
    /// <returns>The table of layers.</returns>
    public override string ToString() => Plan;
}
