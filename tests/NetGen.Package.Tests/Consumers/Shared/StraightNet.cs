using NetGen;

namespace Consumer
{
    /// <summary>Small enough to become straight-line code.</summary>
    [Network(4, L2 = 1e-3)]
    [Dense(8, Activation.Gelu)]
    [Dense(3, Activation.Softmax)]
    [Loss(LossFunction.CrossEntropy)]
    internal sealed partial class StraightNet { }
}
