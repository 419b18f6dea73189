using System.Collections.Generic;
using System.Linq;
using NetGen;
using NetGen.Training;

namespace FashionMnist;

/// <summary>What came of the training.</summary>
/// <param name="Network">The network.</param>
/// <param name="InitialParameters">Its parameters before training, in its own layout.</param>
/// <param name="History">Loss and accuracy after every epoch.</param>
/// <param name="EpochSeconds">How long every epoch took, the evaluation of the test part included.</param>
/// <param name="Test">How good the network is on the test part.</param>
/// <param name="Confusion">Which class was taken for which there.</param>
/// <param name="Probabilities">The outputs for every picture of the test part.</param>
internal sealed record TrainingResult(
    IClassifier<float> Network,
    float[] InitialParameters,
    TrainingHistory History,
    IReadOnlyList<double> EpochSeconds,
    Evaluation Test,
    ConfusionMatrix<float> Confusion,
    float[] Probabilities)
{
    public double Accuracy => Test["accuracy"];

    /// <summary>The sizes of its layers, such as 784-128-10.</summary>
    public string NetworkName => string.Join(
        '-',
        Network.Info.Layers.Select(layer => layer.OutputShape[0]).Prepend(Network.InputSize));
}
