using NetGen;

namespace Iris;

/// <summary>Tells three species of iris apart by four measurements of a flower.</summary>
[Network(4, L2 = 1e-4)]
[Dense(16, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
public sealed partial class IrisNet;
