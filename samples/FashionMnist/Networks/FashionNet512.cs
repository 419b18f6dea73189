using NetGen;

namespace FashionMnist.Networks;

/// <summary>784-512-512-10: two hidden layers, somewhat better.</summary>
[Network(28, 28)]
[Dense(512, Activation.Relu)]
[Dense(512, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class FashionNet512;
