using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Iris;

/// <summary>The flowers in <c>iris.csv</c>.</summary>
internal static class IrisData
{
    public static string[] Species { get; } = ["setosa", "versicolor", "virginica"];

    private static readonly string[] Columns = ["sepal_length", "sepal_width", "petal_length", "petal_width", "species"];

    /// <exception cref="InvalidDataException">Something in the file is not as it should be; the message says what and where.</exception>
    public static List<Flower> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != string.Join(',', Columns))
        {
            throw new InvalidDataException($"{path}, line 1, column 1: expected the header '{string.Join(',', Columns)}'");
        }

        var flowers = new List<Flower>();
        for (int line = 1; line < lines.Length; line++)
        {
            string[] cells = lines[line].Split(',');
            if (cells.Length != Columns.Length)
            {
                throw Wrong(Math.Min(cells.Length, Columns.Length + 1), $"expected {Columns.Length} columns, found {cells.Length}");
            }

            var measurements = new float[IrisNet.InputSize];
            for (int i = 0; i < measurements.Length; i++)
            {
                if (!float.TryParse(cells[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out measurements[i]) || !(measurements[i] is > 0 and < 100))
                {
                    throw Wrong(i + 1, $"expected {Columns[i]} in cm, found '{cells[i]}'");
                }
            }

            int species = Array.IndexOf(Species, cells[^1]);
            if (species < 0)
            {
                throw Wrong(cells.Length, $"expected one of {string.Join(", ", Species)}, found '{cells[^1]}'");
            }

            flowers.Add(new Flower(measurements, species));

            InvalidDataException Wrong(int column, string what) => new($"{path}, line {line + 1}, column {column}: {what}");
        }

        return flowers;
    }

    /// <summary>Holds out the same number of flowers of every species, drawn at random.</summary>
    public static (Flower[] Training, Flower[] HeldOut) Split(List<Flower> flowers, int heldOutPerSpecies, Random random)
    {
        var training = new List<Flower>();
        var heldOut = new List<Flower>();
        for (int species = 0; species < Species.Length; species++)
        {
            Flower[] drawn = flowers.Where(flower => flower.Species == species).ToArray();
            if (drawn.Length <= heldOutPerSpecies)
            {
                throw new InvalidDataException($"There are {drawn.Length} flowers of the species {Species[species]}, and more than {heldOutPerSpecies} are needed.");
            }

            random.Shuffle(drawn);
            heldOut.AddRange(drawn[..heldOutPerSpecies]);
            training.AddRange(drawn[heldOutPerSpecies..]);
        }

        return ([.. training], [.. heldOut]);
    }
}
