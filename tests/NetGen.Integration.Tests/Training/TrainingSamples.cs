using System;
using NetGen.Data;

namespace NetGen.Integration.Tests.Training;

/// <summary>Samples drawn from known distributions.</summary>
internal static class TrainingSamples
{
    /// <summary>Points around four centers, with labels, sorted by them.</summary>
    public static Dataset<float> Clusters(int count, int seed)
    {
        Random random = new(seed);
        float[] inputs = new float[2 * count];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = n * 4 / count;
            inputs[2 * n] = (labels[n] % 2) - 0.5f + (0.4f * (random.NextSingle() - 0.5f));
            inputs[(2 * n) + 1] = (labels[n] / 2) - 0.5f + (0.4f * (random.NextSingle() - 0.5f));
        }

        return new Dataset<float>(inputs, 2, labels);
    }

    /// <summary>Points in a square; whether they lie inside a circle that takes half of it.</summary>
    public static Dataset<float> Ring(int count, int seed)
    {
        Random random = new(seed);
        float[] inputs = new float[2 * count];
        float[] targets = new float[count];
        for (int n = 0; n < count; n++)
        {
            (float x, float y) = ((2 * random.NextSingle()) - 1, (2 * random.NextSingle()) - 1);
            (inputs[2 * n], inputs[(2 * n) + 1]) = (x, y);
            targets[n] = (x * x) + (y * y) < 2 / MathF.PI ? 1 : 0;
        }

        return new Dataset<float>(inputs, 2, targets, 1);
    }

    /// <summary>t = 2x₁ − 3x₂ + ½x₃ + 1, exactly.</summary>
    public static Dataset<double> Line(int count, int seed)
    {
        Random random = new(seed);
        double[] inputs = new double[3 * count];
        double[] targets = new double[count];
        for (int n = 0; n < count; n++)
        {
            Span<double> x = inputs.AsSpan(3 * n, 3);
            for (int i = 0; i < 3; i++)
            {
                x[i] = (2 * random.NextDouble()) - 1;
            }

            targets[n] = (2 * x[0]) - (3 * x[1]) + (0.5 * x[2]) + 1;
        }

        return new Dataset<double>(inputs, 3, targets, 1);
    }

    /// <summary>Noise with labels at random, for what does not depend on the numbers.</summary>
    public static Dataset<float> Noise(int count, int inputSize, int classes, int seed)
    {
        Random random = new(seed);
        float[] inputs = new float[count * inputSize];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (2 * random.NextSingle()) - 1;
        }

        int[] labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = random.Next(classes);
        }

        return new Dataset<float>(inputs, inputSize, labels);
    }
}
