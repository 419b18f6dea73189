using System;
using System.Collections.Generic;
using System.IO;

namespace NetGen.Persistence.Safetensors;

/// <summary>Reads a safetensors file: eight bytes for the length of the header, the header, the data.</summary>
internal sealed class SafetensorsReader
{
    // The limit of the reference implementation.
    private const long LargestHeader = 100_000_000;
    private const int LengthBytes = 8;

    private readonly Stream _stream;
    private readonly string _file;
    private readonly SafetensorsHeader _header;
    private readonly long _data;

    /// <summary>Reads and checks the header, and that the rest of the stream is as long as it says.</summary>
    /// <param name="stream">A stream with a known length; the file reaches from its position to its end.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is no safetensors file.</exception>
    public SafetensorsReader(Stream stream, string file)
    {
        _stream = stream;
        _file = file;
        long length = stream.Length - stream.Position;
        if (length < LengthBytes)
        {
            throw FileError.Of(file, $"has {length} bytes; expected at least {LengthBytes} for the length of the header");
        }

        ulong[] headerLength = new ulong[1];
        LittleEndian.Read(stream, headerLength.AsSpan());
        if (headerLength[0] > LargestHeader)
        {
            throw FileError.Of(file, $"is no safetensors file: the header claims {headerLength[0]} bytes; expected at most {LargestHeader}");
        }

        // Before memory is asked for: the file is at least that long.
        if ((long)headerLength[0] > length - LengthBytes)
        {
            throw FileError.Of(file, $"the header claims {headerLength[0]} bytes, and {length - LengthBytes} follow; the file is truncated");
        }

        byte[] json = new byte[(int)headerLength[0]];
        LittleEndian.Read(stream, json.AsSpan());
        _data = stream.Position;
        _header = SafetensorsHeader.Parse(json, length - LengthBytes - json.Length, file);
    }

    /// <summary>The tensors, in the order of their data.</summary>
    public IReadOnlyList<TensorEntry> Tensors => _header.Tensors;

    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Reads the elements of a tensor of the type T, all of them.</summary>
    public void Read<T>(TensorEntry tensor, Span<T> elements)
        where T : unmanaged
    {
        try
        {
            _stream.Position = _data + tensor.Begin;
            LittleEndian.Read(_stream, elements);
        }
        catch (EndOfStreamException error)
        {
            throw FileError.Of(_file, $"became shorter while it was read", error);
        }
    }
}
