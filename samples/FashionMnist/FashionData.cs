using System.IO;
using System.Linq;
using NetGen.Data;

namespace FashionMnist;

/// <summary>Pictures of clothes from four IDX files: 60,000 to learn from and 10,000 to be tested on, 28 × 28 pixels each, ten classes.</summary>
/// <param name="Training">What is learned from; pixels from 0 to 255.</param>
/// <param name="Test">What is only looked at.</param>
internal sealed record FashionData(Dataset<float> Training, Dataset<float> Test)
{
    /// <summary>The pixels of a row, and the rows of a picture.</summary>
    public const int Side = 28;

    /// <summary>Where Debian's package puts the files.</summary>
    private const string InstalledFolder = "/usr/share/datasets/fashion-mnist";

    public static string[] ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>The folder that is given, or else the one that is installed.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says what to do.</exception>
    public static string Locate(string? folder)
    {
        string wanted = folder ?? InstalledFolder;
        if (Directory.Exists(wanted))
        {
            return wanted;
        }

        string advice = folder is null ? "Install it (Debian and Ubuntu: apt-get install dataset-fashion-mnist), or give" : "Give";
        throw new DirectoryNotFoundException(
            $"Fashion-MNIST was not found: there is no folder {wanted}. {advice} the folder of the four files train-images-idx3-ubyte, train-labels-idx1-ubyte, "
            + "t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, as they are or with .gz.");
    }

    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not as it should be; the message says what and where.</exception>
    public static FashionData Read(string folder) => new(ReadPart(folder, "train"), ReadPart(folder, "t10k"));

    private static Dataset<float> ReadPart(string folder, string part)
    {
        string images = Find(folder, $"{part}-images-idx3-ubyte");
        Dataset<float> data = IdxFile.Read<float>(images, Find(folder, $"{part}-labels-idx1-ubyte"), ClassNames);
        return data.InputSize == Side * Side
            ? data
            : throw new InvalidDataException($"{images}: expected pictures of {Side} × {Side} = {Side * Side} pixels, found {data.InputSize} numbers a picture.");
    }

    private static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return new[] { path, path + ".gz" }.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{folder}: expected a file {name} or {name}.gz, found none.");
    }
}
