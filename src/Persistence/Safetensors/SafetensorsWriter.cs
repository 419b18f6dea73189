using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace NetGen.Persistence.Safetensors;

/// <summary>Writes safetensors files.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes a file: its tensors one after another, the largest elements first, so that each is aligned.</summary>
    public static void Write(Stream stream, IReadOnlyList<TensorSource> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        TensorSource[] ordered = tensors.OrderByDescending(tensor => ElementType.Size(tensor.Type)).ToArray();
        byte[] header = Header(ordered, metadata);
        LittleEndian.Write<ulong>(stream, [(ulong)header.Length]);
        stream.Write(header, 0, header.Length);
        foreach (TensorSource tensor in ordered)
        {
            tensor.Write(stream);
        }
    }

    private static byte[] Header(TensorSource[] tensors, IReadOnlyDictionary<string, string> metadata)
    {
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeader.MetadataKey);
            foreach (KeyValuePair<string, string> entry in metadata)
            {
                json.WriteString(entry.Key, entry.Value);
            }

            json.WriteEndObject();
            long offset = 0;
            foreach (TensorSource tensor in tensors)
            {
                long length = tensor.Shape.Aggregate((long)ElementType.Size(tensor.Type), (product, size) => product * size);
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type);
                WriteArray(json, "shape", tensor.Shape);
                WriteArray(json, "data_offsets", [offset, offset + length]);
                json.WriteEndObject();
                offset += length;
            }

            json.WriteEndObject();
        }

        // Spaces, so that the data begin at a multiple of 8 and can be mapped into memory.
        while (header.Length % Alignment != 0)
        {
            header.WriteByte((byte)' ');
        }

        return header.ToArray();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
