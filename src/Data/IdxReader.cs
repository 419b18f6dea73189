using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace NetGen.Data;

/// <summary>Reads the header of an IDX file, holds the length of the file against it, and then its elements.</summary>
internal sealed class IdxReader : IDisposable
{
    /// <summary>Where the type of the elements stands.</summary>
    public const int TypeOffset = 2;

    // What deflate can make of one byte at most is 1032 of them: a small file that promises more is refused before the memory is asked for.
    private const long LargestExpansion = 1032;
    private const int LargestArray = 0x7FFFFFC7;
    private const int BufferLength = 1 << 16;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferLength];
    private long _offset;

    public IdxReader(string path)
    {
        _path = path;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            _stream = IsCompressed() ? new GZipStream(_file, CompressionMode.Decompress) : _file;
            (Type, Shape) = ReadHeader();
            Count = CheckLength();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IdxType Type { get; }

    public int[] Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Count { get; }

    /// <summary>Reads all elements.</summary>
    public void Read<T>(Span<T> values)
        where T : unmanaged
    {
        int size = Size(Type);
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, BufferLength / size);
            ReadOnlySpan<byte> bytes = ReadBytes(count * size);
            for (int i = 0; i < count; i++)
            {
                values[i] = Number<T>.FromDouble(Element(bytes.Slice(i * size)));
            }

            values = values.Slice(count);
        }

        if (ReadSome(0, 1) != 0)
        {
            throw Error(_offset, "expected the end of the file, found more");
        }
    }

    /// <summary>An error in the file.</summary>
    /// <param name="offset">The byte where it is, from 0, after decompression.</param>
    /// <param name="what">What is wrong.</param>
    public InvalidDataException Error(long offset, string what) => new(FormattableString.Invariant($"{_path}, byte {offset}: {what}."));

    public void Dispose()
    {
        _stream?.Dispose();
        _file.Dispose();
    }

    private bool IsCompressed()
    {
        bool isCompressed = _file.ReadByte() == 0x1F && _file.ReadByte() == 0x8B;
        _file.Position = 0;
        return isCompressed;
    }

    private (IdxType Type, int[] Shape) ReadHeader()
    {
        uint magic = BinaryPrimitives.ReadUInt32BigEndian(ReadBytes(4));
        IdxType type = (IdxType)(byte)(magic >> 8);
        int rank = (byte)magic;
        if (magic >> 16 != 0 || Size(type) == 0 || rank == 0)
        {
            throw Error(0, FormattableString.Invariant(
                $"expected the magic number 0x0000TTNN of type TT (08, 09, 0B, 0C, 0D or 0E) and NN dimensions, found 0x{magic:X8}"));
        }

        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(ReadBytes(4));
            shape[i] = size <= int.MaxValue ? (int)size : throw Error(_offset - 4, FormattableString.Invariant($"expected a size below 2³¹, found {size}"));
        }

        return (type, shape);
    }

    private int CheckLength()
    {
        long count = 1;
        foreach (int size in Shape)
        {
            count = Math.Min(count * size, (long)LargestArray + 1);
        }

        if (count > LargestArray)
        {
            throw Error(4, FormattableString.Invariant($"expected at most {LargestArray} elements, found the shape [{string.Join(", ", Shape)}]"));
        }

        long length = _offset + count * Size(Type);
        bool isCompressed = _stream != _file;
        if (isCompressed ? length > _file.Length * LargestExpansion : length != _file.Length)
        {
            throw Error(_offset, FormattableString.Invariant(
                $"expected a file of {length} bytes for the shape [{string.Join(", ", Shape)}] of {Type}, found {_file.Length}{(isCompressed ? " compressed ones" : "")}"));
        }

        return (int)count;
    }

    private ReadOnlySpan<byte> ReadBytes(int count)
    {
        int filled = 0;
        while (filled < count)
        {
            int read = ReadSome(filled, count - filled);
            if (read == 0)
            {
                throw Error(_offset, "expected more bytes, found the end of the file");
            }

            filled += read;
            _offset += read;
        }

        return _buffer.AsSpan(0, count);
    }

    private int ReadSome(int start, int count)
    {
        try
        {
            return _stream.Read(_buffer, start, count);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(FormattableString.Invariant($"{_path}, byte {_offset}: the gzip data are damaged: {error.Message}"), error);
        }
    }

    private double Element(ReadOnlySpan<byte> bytes) => Type switch
    {
        IdxType.Byte => bytes[0],
        IdxType.SByte => (sbyte)bytes[0],
        IdxType.Int16 => BinaryPrimitives.ReadInt16BigEndian(bytes),
        IdxType.Int32 => BinaryPrimitives.ReadInt32BigEndian(bytes),
        IdxType.Single => Single(BinaryPrimitives.ReadInt32BigEndian(bytes)),
        _ => BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64BigEndian(bytes)),
    };

    /// <summary>BitConverter has no method for it on .NET Standard 2.0.</summary>
    private static float Single(int bits)
    {
        Span<int> word = stackalloc int[1];
        word[0] = bits;
        return MemoryMarshal.Cast<int, float>(word)[0];
    }

    private static int Size(IdxType type) => type switch
    {
        IdxType.Byte or IdxType.SByte => 1,
        IdxType.Int16 => 2,
        IdxType.Int32 or IdxType.Single => 4,
        IdxType.Double => 8,
        _ => 0,
    };
}
