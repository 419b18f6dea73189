using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.IO.Hashing;

namespace FashionMnist.Report;

/// <summary>Writes small pictures in the Portable Network Graphics format, as text that a page holds in itself.</summary>
internal static class Png
{
    private const byte BitsPerChannel = 8;

    /// <summary>A picture as a data URI.</summary>
    /// <param name="color">What a pixel is made of.</param>
    /// <param name="pixels">One byte for each channel, row by row.</param>
    /// <param name="width">The pixels of a row.</param>
    public static string DataUri(PngColor color, ReadOnlySpan<byte> pixels, int width)
    {
        int rowLength = width * (color == PngColor.Grey ? 1 : 4);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], pixels.Length / rowLength);
        header[8] = BitsPerChannel;
        header[9] = (byte)color;

        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n\x1A\n"u8]);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Compress(pixels, rowLength));
        WriteChunk(png, "IEND"u8, []);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetBuffer(), 0, (int)png.Length);
    }

    /// <summary>The rows, each behind a byte that says that its pixels are written as they are.</summary>
    private static byte[] Compress(ReadOnlySpan<byte> pixels, int rowLength)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int start = 0; start < pixels.Length; start += rowLength)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(start, rowLength));
            }
        }

        return data.ToArray();
    }

    /// <summary>A part of the file: its length, its name, its contents, and a checksum of name and contents.</summary>
    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> contents)
    {
        var checksum = new Crc32();
        checksum.Append(name);
        checksum.Append(contents);

        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, contents.Length);
        png.Write(number);
        png.Write(name);
        png.Write(contents);
        BinaryPrimitives.WriteUInt32BigEndian(number, checksum.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}
