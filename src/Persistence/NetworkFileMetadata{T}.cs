using System.Collections.Generic;
using NetGen.Data;

namespace NetGen.Persistence;

/// <summary>What else a deployment of a network needs, saved in the same file.</summary>
/// <typeparam name="T">The number type of the network.</typeparam>
public sealed class NetworkFileMetadata<T>
    where T : unmanaged
{
    /// <summary>What is done to the inputs before the network sees them, or null.</summary>
    public Standardization<T>? Standardization { get; set; }

    /// <summary>The names of the classes in the order of the outputs, or null. A network with one output may have two: of what is below one half, and above.</summary>
    public IReadOnlyList<string>? ClassNames { get; set; }
}
