using System;
using System.Linq;
using System.Threading;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>Measures how good a network is.</summary>
public static class NetworkEvaluation
{
    /// <summary>How many samples run through the network at once. Results do not depend on it, up to rounding of sums.</summary>
    private const int BatchSize = 256;

    /// <summary>Computes the loss of a network and its metrics.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples that fit it.</param>
    /// <param name="metrics">
    /// What to compute; where nothing is named, what suits the loss of the network: the accuracy for CrossEntropy, and for BinaryCrossEntropy the AUC too; MAE and RMSE for
    /// losses of squares. Each is reset first, and holds its result afterwards.
    /// </param>
    /// <returns>The loss and the value of each metric.</returns>
    /// <exception cref="ArgumentException">The data do not fit the network, or two metrics have one name.</exception>
    public static Evaluation Evaluate<T>(this INetwork<T> network, Dataset<T> data, params Metric<T>[] metrics)
        where T : unmanaged
    {
        DataChecks.Fit(network, data, nameof(data));
        Metric<T>[] chosen = MetricChoice.Of(metrics.Length == 0 ? null : metrics, network, data);
        var pass = new EvaluationPass<T>(network, new BatchSource<T>(data, null, BatchSize), chosen);
        double loss = pass.Run(CancellationToken.None);
        return new Evaluation(data.Count, loss, chosen.Select(metric => metric.Name).ToArray(), chosen.Select(metric => metric.Value).ToArray());
    }
}
