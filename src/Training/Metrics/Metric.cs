using System.Collections.Generic;
using NetGen.Data;

namespace NetGen.Training;

/// <summary>A number that says how good a network is, made up batch by batch. To add one of your own, derive from this class.</summary>
/// <typeparam name="T">The number type.</typeparam>
public abstract class Metric<T>
    where T : unmanaged
{
    /// <summary>What it is called in results and histories.</summary>
    public abstract string Name { get; }

    /// <summary>Whether more of it is better.</summary>
    public abstract bool HigherIsBetter { get; }

    /// <summary>The number for all samples since <see cref="Reset"/>.</summary>
    public abstract double Value { get; }

    /// <summary>Forgets all samples.</summary>
    public abstract void Reset();

    /// <summary>Takes a batch into account.</summary>
    /// <param name="batch">At least one sample.</param>
    public abstract void Add(Predictions<T> batch);

    /// <summary>What one wants to know of a network where nobody says more: by its loss, the accuracy, the AUC, or the errors.</summary>
    internal static IReadOnlyList<Metric<T>> DefaultsFor(INetwork<T> network, Dataset<T> data) => network.Info.Loss switch
    {
        LossFunction.BinaryCrossEntropy when network.OutputSize == 1 => [new Accuracy<T>(), new Auc<T>()],
        LossFunction.BinaryCrossEntropy => [new BinaryAccuracy<T>()],
        LossFunction.CrossEntropy => [new Accuracy<T>()],
        _ when data.HasLabels => [new Accuracy<T>()],
        _ => [new MeanAbsoluteError<T>(), new RootMeanSquaredError<T>()],
    };
}
