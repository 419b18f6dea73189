using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NetGen.Data;

/// <summary>Reads IDX files, the format of the MNIST family, compressed by gzip or not.</summary>
/// <remarks>
/// The format is Yann LeCun's: two bytes of 0, one for the type of the elements and one for the number of dimensions; the sizes, four bytes each; the elements in row-major
/// order. Most significant bytes come first.
/// </remarks>
public static class IdxFile
{
    /// <summary>Reads the numbers of a file as they are: the pixels of MNIST from 0 to 255.</summary>
    /// <typeparam name="T">float or double; or int, for whole numbers. Each number becomes the nearest of that type.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>Shape and numbers.</returns>
    /// <exception cref="InvalidDataException">The file is no IDX file, or it is longer or shorter than its header says.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IdxArray<T> Read<T>(string path)
        where T : unmanaged
    {
        using var reader = new IdxReader(path);
        if (Number<T>.IsInteger && reader.Type is IdxType.Single or IdxType.Double)
        {
            throw reader.Error(IdxReader.TypeOffset, FormattableString.Invariant($"expected whole numbers, found type 0x{(byte)reader.Type:X2}, {reader.Type}"));
        }

        T[] values = new T[reader.Count];
        reader.Read(values);
        return new IdxArray<T>(reader.Shape, values);
    }

    /// <summary>Reads samples from one file and their labels from another.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="inputsPath">N samples of any shape: N × 28 × 28 for pictures of MNIST.</param>
    /// <param name="labelsPath">N whole numbers.</param>
    /// <param name="classNames">The names of the classes, or null.</param>
    /// <returns>The samples, each flattened.</returns>
    /// <exception cref="InvalidDataException">A file is no IDX file, the two do not belong together, or a label is no class.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Dataset<T> Read<T>(string inputsPath, string labelsPath, IReadOnlyList<string>? classNames = null)
        where T : unmanaged
    {
        IdxArray<T> inputs = Read<T>(inputsPath);
        IdxArray<int> labels = Read<int>(labelsPath);
        int samples = inputs.Shape[0];
        if (inputs.Values.IsEmpty)
        {
            throw new InvalidDataException($"{inputsPath}: expected at least one sample, found the shape {Text(inputs.Shape)}.");
        }

        if (labels.Shape.Count != 1 || labels.Shape[0] != samples)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{labelsPath}: expected {samples} labels, one for each sample of {inputsPath}, found the shape {Text(labels.Shape)}."));
        }

        try
        {
            return new Dataset<T>(inputs.Values, inputs.Values.Length / samples, labels.Values, classNames);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new InvalidDataException($"{labelsPath}: {error.Message}", error);
        }
    }

    private static string Text(IReadOnlyList<int> shape) =>
        "[" + string.Join(", ", shape.Select(size => FormattableString.Invariant($"{size}"))) + "]";
}
