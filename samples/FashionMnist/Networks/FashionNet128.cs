using NetGen;

namespace FashionMnist.Networks;

/// <summary>784-128-10: one hidden layer, trained in seconds.</summary>
[Network(28, 28)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class FashionNet128;
