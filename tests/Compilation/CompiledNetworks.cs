using System;
using System.Collections.Generic;
using System.Reflection;

namespace NetGen.Compilation;

/// <summary>A loaded assembly with networks in it.</summary>
public sealed class CompiledNetworks
{
    internal CompiledNetworks(Assembly assembly, IReadOnlyList<string> generatedTexts)
    {
        Assembly = assembly;
        GeneratedTexts = generatedTexts;
    }

    public Assembly Assembly { get; }

    /// <summary>The generated files.</summary>
    public IReadOnlyList<string> GeneratedTexts { get; }

    /// <summary>A new instance of a network, as what it implements.</summary>
    /// <typeparam name="TNetwork">INetwork, ITrainableNetwork or IClassifier, of float or double.</typeparam>
    /// <param name="fullName">Namespace and name of the class.</param>
    public TNetwork Create<TNetwork>(string fullName)
        where TNetwork : class
    {
        Type type = Assembly.GetType(fullName) ?? throw new InvalidOperationException($"There is no class {fullName}.");
        object network = Activator.CreateInstance(type)!;
        return network as TNetwork
            ?? throw new InvalidOperationException($"{fullName} does not implement {typeof(TNetwork)}, but {string.Join<Type>(", ", type.GetInterfaces())}.");
    }
}
