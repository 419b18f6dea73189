using System;
using System.IO;
using System.Runtime.InteropServices;

namespace NetGen.Persistence.Safetensors;

/// <summary>Numbers in a stream, the least significant byte first.</summary>
internal static class LittleEndian
{
    // In pieces: the bytes of a large array are too many for an int, and .NET Standard 2.0 needs them in an array.
    private const int PieceLength = 1 << 16;

    public static void Write<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        int size = ElementType.Size(ElementType.Of<T>());
        byte[] piece = new byte[Math.Min((long)values.Length * size, PieceLength)];
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, PieceLength / size);
            Span<byte> bytes = piece.AsSpan(0, count * size);
            MemoryMarshal.AsBytes(values.Slice(0, count)).CopyTo(bytes);
            Order(bytes, size);
            stream.Write(piece, 0, bytes.Length);
            values = values.Slice(count);
        }
    }

    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    public static void Read<T>(Stream stream, Span<T> values)
        where T : unmanaged
    {
        int size = ElementType.Size(ElementType.Of<T>());
        byte[] piece = new byte[Math.Min((long)values.Length * size, PieceLength)];
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, PieceLength / size);
            Span<byte> bytes = piece.AsSpan(0, count * size);
            Fill(stream, piece, bytes.Length);
            Order(bytes, size);
            bytes.CopyTo(MemoryMarshal.AsBytes(values.Slice(0, count)));
            values = values.Slice(count);
        }
    }

    private static void Fill(Stream stream, byte[] buffer, int count)
    {
        int filled = 0;
        while (filled < count)
        {
            int read = stream.Read(buffer, filled, count - filled);
            filled += read > 0 ? read : throw new EndOfStreamException();
        }
    }

    /// <summary>From the order of this machine to that of the file, or back.</summary>
    private static void Order(Span<byte> bytes, int size)
    {
        if (!BitConverter.IsLittleEndian)
        {
            for (int start = 0; start < bytes.Length; start += size)
            {
                bytes.Slice(start, size).Reverse();
            }
        }
    }
}
