using System;
using System.Buffers.Binary;
using System.IO;

namespace NetGen.Samples.Tests.FashionMnist;

/// <summary>A few pictures in the files of Fashion-MNIST: a bright square at a place of its own for each class, in noise. Some labels of the test part are wrong.</summary>
internal static class SyntheticData
{
    public const int TrainingCount = 500;
    public const int TestCount = 100;

    /// <summary>How many pictures of the test part no network can name right.</summary>
    public const int WrongLabels = 7;

    private const int Side = 28;
    private const int Classes = 10;

    public static void Write(string folder)
    {
        var random = new Random(4);
        WritePart(folder, "train", TrainingCount, 0, random);
        WritePart(folder, "t10k", TestCount, WrongLabels, random);
    }

    private static void WritePart(string folder, string name, int count, int wrongLabels, Random random)
    {
        byte[] images = new byte[count * Side * Side];
        byte[] labels = new byte[count];
        random.NextBytes(images);
        for (int i = 0; i < count; i++)
        {
            int shown = i % Classes;
            labels[i] = (byte)((i < wrongLabels ? shown + 3 : shown) % Classes);
            for (int pixel = 0; pixel < Side * Side; pixel++)
            {
                (int row, int column) = (pixel / Side, pixel % Side);
                bool isSquare = row / 7 == shown / 4 && column / 7 == shown % 4;
                images[(i * Side * Side) + pixel] = (byte)((images[(i * Side * Side) + pixel] / 4) + (isSquare ? 190 : 0));
            }
        }

        WriteIdx(Path.Combine(folder, $"{name}-images-idx3-ubyte"), images, count, Side, Side);
        WriteIdx(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), labels, count);
    }

    private static void WriteIdx(string path, byte[] elements, params int[] shape)
    {
        byte[] header = new byte[4 * (1 + shape.Length)];
        (header[2], header[3]) = (0x08, (byte)shape.Length);
        for (int i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (1 + i)), shape[i]);
        }

        File.WriteAllBytes(path, [.. header, .. elements]);
    }
}
