using System;
using System.Collections.Generic;
using System.IO;

namespace NetGen.Persistence.Safetensors;

/// <summary>A tensor to write.</summary>
/// <param name="name">Its name.</param>
/// <param name="type">The name of its element type.</param>
/// <param name="shape">Its shape.</param>
/// <param name="write">Writes its elements, as many as the shape has.</param>
internal sealed class TensorSource(string name, string type, IReadOnlyList<long> shape, Action<Stream> write)
{
    public string Name => name;

    public string Type => type;

    public IReadOnlyList<long> Shape => shape;

    public void Write(Stream stream) => write(stream);
}
