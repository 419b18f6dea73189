using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using NetGen.Data;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Samples_and_labels_are_read_compressed_or_not(bool isCompressed)
    {
        byte[] pixels = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7))];
        string inputs = _folder.Write("images", Pack(isCompressed, Idx(0x08, [100, 40, 50], pixels)));
        string labels = _folder.Write("labels", Pack(isCompressed, Idx(0x08, [100], pixels[..100])));

        Dataset<float> dataset = IdxFile.Read<float>(inputs, labels);

        Assert.Equal((100, 2000), (dataset.Count, dataset.InputSize));
        Assert.Equal(pixels.Select(pixel => (float)pixel), dataset.Inputs.ToArray());
        Assert.Equal(pixels[..100].Select(pixel => (int)pixel), dataset.Labels.ToArray());
    }

    [Theory]
    [InlineData(0x08, new byte[] { 0, 255 }, new double[] { 0, 255 })]
    [InlineData(0x09, new byte[] { 127, 128 }, new double[] { 127, -128 })]
    [InlineData(0x0B, new byte[] { 0x01, 0x02, 0xFF, 0xFE }, new double[] { 258, -2 })]
    [InlineData(0x0C, new byte[] { 0, 1, 0, 2, 0x80, 0, 0, 0 }, new double[] { 65538, int.MinValue })]
    [InlineData(0x0D, new byte[] { 0x3F, 0xC0, 0, 0, 0xFF, 0x80, 0, 0 }, new[] { 1.5, double.NegativeInfinity })]
    [InlineData(0x0E, new byte[] { 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 1 }, new[] { 1.5, -double.Epsilon })]
    public void Every_type_of_element_is_read(byte type, byte[] data, double[] expected)
    {
        string path = _folder.Write("numbers", Idx(type, [2], data));
        IdxArray<double> numbers = IdxFile.Read<double>(path);

        Assert.Equal([2], numbers.Shape);
        Assert.Equal(expected, numbers.Values.ToArray());
        Assert.Equal(expected.Select(x => (float)x), IdxFile.Read<float>(path).Values.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { }, "byte 0: expected more bytes, found the end of the file.")]
    [InlineData(new byte[] { 0, 0, 8 }, "byte 3: expected more bytes, found the end of the file.")]
    [InlineData(new byte[] { 1, 0, 8, 1 }, "byte 0: expected the magic number 0x0000TTNN of type TT (08, 09, 0B, 0C, 0D or 0E) and NN dimensions, found 0x01000801.")]
    [InlineData(new byte[] { 0, 0, 10, 1 }, "byte 0: expected the magic number 0x0000TTNN of type TT (08, 09, 0B, 0C, 0D or 0E) and NN dimensions, found 0x00000A01.")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, "byte 0: expected the magic number 0x0000TTNN of type TT (08, 09, 0B, 0C, 0D or 0E) and NN dimensions, found 0x00000800.")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0 }, "byte 6: expected more bytes, found the end of the file.")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0x80, 0, 0, 0 }, "byte 4: expected a size below 2³¹, found 2147483648.")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2 }, "byte 8: expected a file of 11 bytes for the shape [3] of Byte, found 10.")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "byte 8: expected a file of 9 bytes for the shape [1] of Byte, found 10.")]
    [InlineData(new byte[] { 0, 0, 14, 2, 0, 0, 0, 2, 0, 0, 0, 3 }, "byte 12: expected a file of 60 bytes for the shape [2, 3] of Double, found 12.")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF }, "byte 4: expected at most 2147483591 elements, found the shape [2147483647, 2147483647].")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0x70, 0, 0, 0, 1 }, "byte 8: expected a file of 1879048200 bytes for the shape [1879048192] of Byte, found 9.")]
    public void Errors_have_file_and_byte(byte[] content, string message) => Throws("numbers", content, message);

    [Fact]
    public void Damaged_compression_is_an_error()
    {
        byte[] numbers = new byte[5000];
        new Random(1).NextBytes(numbers);
        byte[] compressed = Pack(true, Idx(0x08, [numbers.Length], numbers));

        Assert.Throws<InvalidDataException>(() => IdxFile.Read<float>(_folder.Write("short", compressed[..^2000])));
        compressed[compressed.Length / 2] ^= 0xFF;
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read<float>(_folder.Write("changed", compressed)));
        Assert.StartsWith(_folder["changed"] + ", byte ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_files_must_have_the_length_that_they_say()
    {
        Throws("long", Pack(true, Idx(0x08, [3], [1, 2, 3, 4])), "byte 11: expected the end of the file, found more.");
        Throws("short", Pack(true, Idx(0x08, [5], [1, 2, 3, 4])), "byte 12: expected more bytes, found the end of the file.");
    }

    [Fact]
    public void A_small_compressed_file_cannot_ask_for_much_memory()
    {
        byte[] bomb = Pack(true, Idx(0x0E, [2_000_000_000], [1]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Throws("bomb", bomb, $"byte 8: expected a file of 16000000008 bytes for the shape [2000000000] of Double, found {bomb.Length} compressed ones.");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Labels_must_be_whole_numbers_that_belong_to_the_samples()
    {
        string inputs = _folder.Write("images", Idx(0x08, [2, 1], [1, 2]));

        Assert.Equal(
            $"{_folder["real"]}, byte 2: expected whole numbers, found type 0x0D, Single.",
            Error(inputs, _folder.Write("real", Idx(0x0D, [2], new byte[8]))));
        Assert.Equal(
            $"{_folder["three"]}: expected 2 labels, one for each sample of {inputs}, found the shape [3].",
            Error(inputs, _folder.Write("three", Idx(0x08, [3], new byte[3]))));
        Assert.Equal(
            $"{_folder["square"]}: expected 2 labels, one for each sample of {inputs}, found the shape [2, 1].",
            Error(inputs, _folder.Write("square", Idx(0x08, [2, 1], new byte[2]))));
        Assert.StartsWith(
            $"{_folder["fourth"]}: labels[1] is 3; expected 0 to 2.",
            Error(inputs, _folder.Write("fourth", Idx(0x08, [2], [0, 3]))), StringComparison.Ordinal);

        string empty = _folder.Write("none", Idx(0x08, [0, 28, 28], []));
        Assert.Equal($"{empty}: expected at least one sample, found the shape [0, 28, 28].", Error(empty, empty));

        static string Error(string inputs, string labels) =>
            Assert.Throws<InvalidDataException>(() => IdxFile.Read<float>(inputs, labels, ["a", "b", "c"])).Message;
    }

    private void Throws(string file, byte[] content, string message)
    {
        string path = _folder.Write(file, content);
        Assert.Equal($"{path}, {message}", Assert.Throws<InvalidDataException>(() => IdxFile.Read<float>(path)).Message);
    }

    private static byte[] Idx(byte type, int[] shape, byte[] data)
    {
        List<byte> bytes = [0, 0, type, (byte)shape.Length];
        foreach (int size in shape)
        {
            bytes.AddRange([(byte)(size >> 24), (byte)(size >> 16), (byte)(size >> 8), (byte)size]);
        }

        return [.. bytes, .. data];
    }

    private static byte[] Pack(bool isCompressed, byte[] content)
    {
        if (!isCompressed)
        {
            return content;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
