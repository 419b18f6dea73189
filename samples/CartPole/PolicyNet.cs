using NetGen;

namespace CartPole;

/// <summary>The player: the probabilities of a push to the left and to the right. It has no loss of its own; how good a push was, the game tells later.</summary>
[Network(Game.ObservationSize)]
[Dense(32, Activation.Tanh)]
[Dense(2, Activation.Softmax)]
internal sealed partial class PolicyNet;
