using System.Collections.Generic;

namespace NetGen.Tests.Optimizers;

/// <summary>What <c>tests/pytorch/make_training_data.py</c> wrote for the optimizers: gradients that depend on the parameters, and where every optimizer takes these.</summary>
internal sealed class TrajectoryData
{
    public static TrajectoryData FromPyTorch { get; } = JsonData.Read<TrajectoryData>("optimizers.json");

    public required double[] Start { get; init; }

    public required double[] Curvature { get; init; }

    public required double[] Center { get; init; }

    public required double[][] Noise { get; init; }

    public required Dictionary<string, double[][]> Trajectories { get; init; }

    /// <summary>The gradients of a step.</summary>
    public double[] Gradients(double[] parameters, int step)
    {
        double[] gradients = new double[parameters.Length];
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] = (Curvature[i] * (parameters[i] - Center[i])) + Noise[step][i];
        }

        return gradients;
    }
}
