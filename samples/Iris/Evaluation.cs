using System.Linq;

namespace Iris;

/// <summary>What the network makes of flowers whose species is known.</summary>
internal sealed class Evaluation
{
    public Evaluation(IrisNet network, Flower[] flowers, Standardization standardization)
    {
        int[] predicted = new int[flowers.Length];
        network.Predict(standardization.Inputs(flowers), predicted);

        Count = flowers.Length;
        foreach ((Flower flower, int species) in flowers.Zip(predicted))
        {
            Confusion[flower.Species, species]++;
            Right += flower.Species == species ? 1 : 0;
        }
    }

    public int Count { get; }

    public int Right { get; }

    public double Accuracy => (double)Right / Count;

    /// <summary>How many flowers of a species, the row, were taken for a species, the column.</summary>
    public int[,] Confusion { get; } = new int[IrisNet.OutputSize, IrisNet.OutputSize];
}
