using NetGen;

namespace Consumer
{
    /// <summary>Runs through products of matrices.</summary>
    [Network(4)]
    [Dense(70, Activation.Tanh)]
    [Dense(33, Activation.Relu, Bias = Bias.Shared)]
    [Dense(3)]
    [Loss(LossFunction.MeanSquaredError)]
    internal sealed partial class LoopNet { }
}
