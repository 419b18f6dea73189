using System;
using System.Globalization;
using NetGen.Data;
using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>Checks that data fit a network, before anything runs.</summary>
internal static class DataChecks
{
    /// <summary>Sizes and labels fit.</summary>
    public static void Fit<T>(INetwork<T> network, Dataset<T> data, string parameter)
        where T : unmanaged
    {
        Size(data.InputSize, network.InputSize, "inputs", network, parameter);
        if (data.HasLabels)
        {
            int classes = network.OutputSize == 1 ? 2 : network.OutputSize;
            Guard.Labels(data.Labels.Span, data.Count, classes, parameter + ".Labels");
        }
        else
        {
            Size(data.TargetSize, network.OutputSize, "targets", network, parameter);
        }
    }

    /// <summary>Sizes and labels fit, and the loss takes what the data have.</summary>
    public static void FitForTraining<T>(ITrainableNetwork<T> network, Dataset<T> data, string parameter)
        where T : unmanaged
    {
        if (data.HasLabels && network is not IClassifier<T>)
        {
            throw new ArgumentException(
                $"{parameter} has labels, which {network.Info.Name} cannot learn from; expected targets, or a network with Softmax and CrossEntropy.", parameter);
        }

        Fit(network, data, parameter);
    }

    private static void Size<T>(int size, int expected, string what, INetwork<T> network, string parameter)
        where T : unmanaged
    {
        if (size != expected)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "{0} has {1} {2} for each sample; expected {3}, as {4} has.", parameter, size, what, expected, network.Info.Name),
                parameter);
        }
    }
}
