using NetGen;

namespace Embedded;

/// <summary>Tells three species of iris apart. The build fails where it takes more than the device has.</summary>
[Network(4, L2 = 1e-4)]
[Dense(16, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
[Budget(ParameterBytes = 1024, ScratchBytes = 1024, Macs = 200)]
public sealed partial class IrisNet;
