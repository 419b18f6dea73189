using System;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace NetGen.Tests.Support;

/// <summary>Safetensors files, made and taken apart by hand.</summary>
internal static class SafetensorsFiles
{
    /// <summary>A file with this header and so many bytes of data: 0, 1, 2, ….</summary>
    public static byte[] Of(string header, int dataLength)
    {
        byte[] data = new byte[dataLength];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = (byte)i;
        }

        return Of(Encoding.UTF8.GetBytes(header), data);
    }

    public static byte[] Of(byte[] header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return [.. length, .. header, .. data];
    }

    public static JsonObject Header(byte[] file) => JsonNode.Parse(Encoding.UTF8.GetString(file, 8, HeaderLength(file)))!.AsObject();

    public static byte[] Data(byte[] file) => file[(8 + HeaderLength(file))..];

    private static int HeaderLength(byte[] file) => (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
}
