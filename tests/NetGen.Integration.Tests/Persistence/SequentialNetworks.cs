namespace NetGen.Integration.Tests.Persistence;

// The twins of the models in tests/pytorch/make_state_dict_data.py.

[Network(4)]
[Dense(7, Activation.Tanh)]
[Dense(3)]
[Dense(6, Activation.Gelu, Bias = Bias.None)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class SequentialNet
{
}

[Network(2, 2, Precision = Precision.Double)]
[Dense(20, Activation.Relu, Name = "features")]
[Dense(5, Activation.Silu, Bias = Bias.Shared)]
[Dense(1, Activation.Sigmoid, Name = "head")]
[Loss(LossFunction.BinaryCrossEntropy)]
internal sealed partial class NamedNet
{
}
