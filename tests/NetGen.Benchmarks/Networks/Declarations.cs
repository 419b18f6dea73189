namespace NetGen.Benchmarks.Networks;

// The networks that are measured, declared as a user would: hidden layers are Relu, and the last layer is Softmax with CrossEntropy, but where a comment
// says otherwise. Their names tell the widths.

/// <summary>Tanh, Sigmoid and SquaredError: the smallest network that learns exclusive or.</summary>
[Network(2)]
[Dense(4, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Net2x4x1;

/// <summary>Fisher's irises.</summary>
[Network(4)]
[Dense(16, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Net4x16x3;

/// <summary>An agent with four actions.</summary>
[Network(8)]
[Dense(20, Activation.Relu)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Net8x20x4;

/// <summary>An agent with two hidden layers.</summary>
[Network(16)]
[Dense(32, Activation.Relu)]
[Dense(32, Activation.Relu)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Net16x32x32x4;

/// <summary>A regression: Identity and SquaredError.</summary>
[Network(13)]
[Dense(64, Activation.Relu)]
[Dense(64, Activation.Relu)]
[Dense(1)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Net13x64x64x1;

/// <summary>8 × 8 digits; no width but the first is a whole number of vectors.</summary>
[Network(8, 8)]
[Dense(100, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Net64x100x10;

/// <summary>8 × 8 digits.</summary>
[Network(8, 8)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Net64x128x10;

/// <summary>28 × 28 pictures, as in MNIST and its kin.</summary>
[Network(28, 28)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Net784x128x10;

/// <summary>28 × 28 pictures, two wide layers.</summary>
[Network(28, 28)]
[Dense(512, Activation.Relu)]
[Dense(512, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Net784x512x512x10;

/// <summary>An autoencoder of ten layers: Identity and MeanSquaredError.</summary>
[Network(640)]
[Dense(128, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(8, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(640)]
[Loss(LossFunction.MeanSquaredError)]
internal sealed partial class Autoencoder640;
