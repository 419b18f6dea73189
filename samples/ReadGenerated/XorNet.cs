using NetGen;

namespace ReadGenerated;

/// <summary>Says whether exactly one of two numbers is 1.</summary>
[Network(2, Precision = Precision.Double)]
[Dense(3, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(LossFunction.BinaryCrossEntropy)]
public sealed partial class XorNet;
