using System;
using System.IO;
using NetGen.Persistence.Safetensors;

namespace NetGen.Persistence;

/// <summary>An array of any type that a checkpoint can hold.</summary>
internal sealed class CheckpointArray
{
    private readonly Action<Stream> _write;

    private CheckpointArray(string type, Array values, Action<Stream> write)
    {
        Type = type;
        Values = values;
        _write = write;
    }

    /// <summary>The name of its element type.</summary>
    public string Type { get; }

    public Array Values { get; }

    public static CheckpointArray Of<T>(T[] values)
        where T : unmanaged =>
        new(ElementType.Of<T>(), values, stream => LittleEndian.Write<T>(stream, values));

    /// <exception cref="InvalidDataException">It is of a type that checkpoints do not have, or too large.</exception>
    public static CheckpointArray Read(SafetensorsReader reader, TensorEntry tensor, string file) => tensor.Type switch
    {
        "F32" => Read<float>(reader, tensor, file),
        "F64" => Read<double>(reader, tensor, file),
        "I32" => Read<int>(reader, tensor, file),
        "I64" => Read<long>(reader, tensor, file),
        "U64" => Read<ulong>(reader, tensor, file),
        "U8" => Read<byte>(reader, tensor, file),
        _ => throw FileError.Of(file, tensor.Name, $"is {tensor}; expected F32, F64, I32, I64, U64 or U8"),
    };

    public TensorSource Source(string name) => new(name, Type, [Values.Length], _write);

    private static CheckpointArray Read<T>(SafetensorsReader reader, TensorEntry tensor, string file)
        where T : unmanaged
    {
        const int LargestArray = 0x7FFFFFC7;
        if (tensor.Count > LargestArray)
        {
            throw FileError.Of(file, tensor.Name, $"is {tensor}; expected at most {LargestArray} elements");
        }

        T[] values = new T[tensor.Count];
        reader.Read<T>(tensor, values);
        return Of(values);
    }
}
