using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Persistence.Safetensors;

/// <summary>A tensor as the header of a file describes it.</summary>
internal sealed class TensorEntry(string name, string type, IReadOnlyList<long> shape, long begin, long end)
{
    public string Name => name;

    /// <summary>The name of its element type, such as <c>F32</c>.</summary>
    public string Type => type;

    public IReadOnlyList<long> Shape => shape;

    /// <summary>Its first byte, counted from the end of the header.</summary>
    public long Begin => begin;

    /// <summary>The byte behind its last.</summary>
    public long End => end;

    /// <summary>The number of its elements.</summary>
    public long Count => (end - begin) / ElementType.Size(type);

    public override string ToString() => $"{type} {ShapeText(shape)}";

    public static string ShapeText(IEnumerable<long> shape) => "[" + string.Join(", ", shape.Select(size => FormattableString.Invariant($"{size}"))) + "]";
}
