using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace NetGen.Persistence.Safetensors;

/// <summary>The header of a safetensors file: JSON that names each tensor's type, shape and place, and texts about the whole.</summary>
/// <remarks>
/// Everything that the format asks for is checked: known types, shapes and lengths that agree, and tensors that fill the data without a gap, an overlap or a rest. A
/// tensor must also begin at a multiple of its element's size, counted from the end of the header. The header itself need not be padded: some writers do not.
/// </remarks>
internal sealed class SafetensorsHeader
{
    public const string MetadataKey = "__metadata__";

    private SafetensorsHeader(IReadOnlyList<TensorEntry> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        Tensors = tensors;
        Metadata = metadata;
    }

    /// <summary>The tensors, in the order of their data.</summary>
    public IReadOnlyList<TensorEntry> Tensors { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Reads a header.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="dataLength">The bytes that follow it in the file.</param>
    /// <param name="file">What messages call the file.</param>
    /// <exception cref="System.IO.InvalidDataException">Something in it is not as it should be.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, long dataLength, string file)
    {
        if (json.IsEmpty || json[0] != '{')
        {
            throw FileError.Of(file, $"the header does not begin with '{{'; expected a JSON object");
        }

        try
        {
            var reader = new HeaderReader(json, file);
            Dictionary<string, string> metadata = [];
            List<TensorEntry> tensors = [];
            HashSet<string> names = new(StringComparer.Ordinal);
            reader.BeginObject();
            while (reader.NextProperty() is { } name)
            {
                if (!names.Add(name))
                {
                    throw FileError.Of(file, $"the header has {FileError.Quote(name)} twice; expected different names");
                }

                if (name == MetadataKey)
                {
                    metadata = reader.Texts();
                }
                else
                {
                    tensors.Add(reader.Tensor(name));
                }
            }

            reader.End();
            tensors.Sort((left, right) => (left.Begin, left.End).CompareTo((right.Begin, right.End)));
            CheckPlaces(tensors, dataLength, file);
            return new SafetensorsHeader(tensors, metadata);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no UTF-8, or one half of a surrogate pair.
            throw FileError.Of(file, $"the header is no valid JSON: {error.Message.TrimEnd('.')}", error);
        }
    }

    private static void CheckPlaces(List<TensorEntry> tensors, long dataLength, string file)
    {
        long end = 0;
        string? before = null;
        foreach (TensorEntry tensor in tensors)
        {
            if (tensor.Begin < end)
            {
                throw FileError.Of(file, tensor.Name, $"begins at byte {tensor.Begin} of the data, inside tensor {FileError.Quote(before!)}; expected {end}");
            }

            if (tensor.Begin > end)
            {
                throw FileError.Of(file, tensor.Name, $"begins at byte {tensor.Begin} of the data; expected {end}, where the tensor before it ends");
            }

            if (tensor.End > dataLength)
            {
                throw FileError.Of(file, tensor.Name, $"ends at byte {tensor.End} of the data, which has {dataLength}; the file is truncated");
            }

            end = tensor.End;
            before = tensor.Name;
        }

        if (end != dataLength)
        {
            throw FileError.Of(file, $"the data have {dataLength} bytes; expected {end}, where the last tensor ends");
        }
    }
}
