using System;

namespace NetGen;

/// <summary>A layer of a network. Layers run in the order in which their attributes are written, all on one part of the class.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>The name of the layer in documentation, <see cref="NetworkInfo"/> and saved files: an identifier, unique in the network. The default is <c>hidden1</c>, <c>hidden2</c>, … and <c>output</c>.</summary>
    public string? Name { get; set; }
}
