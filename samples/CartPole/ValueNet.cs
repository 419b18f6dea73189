using NetGen;

namespace CartPole;

/// <summary>The judge: how much reward is still to come. A push was good if more came than that.</summary>
[Network(Game.ObservationSize)]
[Dense(32, Activation.Tanh)]
[Dense(1)]
[Loss(LossFunction.MeanSquaredError)]
internal sealed partial class ValueNet;
