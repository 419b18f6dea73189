using System;
using System.Linq;

namespace Iris;

/// <summary>Shifts and scales each measurement so that the flowers it was made from have mean 0 and standard deviation 1.</summary>
internal sealed class Standardization
{
    private readonly float[] _mean = new float[IrisNet.InputSize];
    private readonly float[] _deviation = new float[IrisNet.InputSize];

    public Standardization(Flower[] flowers)
    {
        for (int i = 0; i < IrisNet.InputSize; i++)
        {
            double mean = flowers.Average(flower => flower.Measurements[i]);
            double variance = flowers.Average(flower => Math.Pow(flower.Measurements[i] - mean, 2));
            _mean[i] = (float)mean;
            _deviation[i] = variance > 0 ? (float)Math.Sqrt(variance) : 1;
        }
    }

    /// <summary>The inputs of the network, one flower after another.</summary>
    public float[] Inputs(params Flower[] flowers) =>
        [.. flowers.SelectMany(flower => flower.Measurements.Select((value, i) => (value - _mean[i]) / _deviation[i]))];
}
