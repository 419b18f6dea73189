namespace NetGen.Integration.Tests.Training;

// The networks of the training tests, declared as a user declares them.

/// <summary>The network of <c>training.json</c>.</summary>
[Network(5, Precision = Precision.Double, L2 = 0.01)]
[Dense(7, Activation.Tanh)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class PyTorchTrainingNetwork
{
}

/// <summary>Tells clusters of points apart.</summary>
[Network(2)]
[Dense(16, Activation.Relu)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class ClusterNetwork
{
}

/// <summary>Answers one question with yes or no.</summary>
[Network(2)]
[Dense(12, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(LossFunction.BinaryCrossEntropy)]
internal sealed partial class RingNetwork
{
}

/// <summary>A straight line, which has a solution in closed form.</summary>
[Network(3, Precision = Precision.Double)]
[Dense(1)]
[Loss(LossFunction.MeanSquaredError)]
internal sealed partial class LineNetwork
{
}

/// <summary>Too large for the stack, with more rows in a batch than one block, and with layers that are products of matrices.</summary>
[Network(40)]
[Dense(300, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class LargeNetwork
{
}

/// <summary>Answers several questions at once.</summary>
[Network(2)]
[Dense(8, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
[Loss(LossFunction.BinaryCrossEntropy)]
internal sealed partial class QuestionsNetwork
{
}

/// <summary>Features without a loss.</summary>
[Network(2)]
[Dense(2, Activation.Softmax)]
internal sealed partial class FeatureNetwork
{
}

/// <summary>Tells clusters apart too, but is another network.</summary>
[Network(2)]
[Dense(12, Activation.Tanh)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class OtherClusterNetwork
{
}
