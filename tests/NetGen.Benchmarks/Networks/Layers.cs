namespace NetGen.Benchmarks.Networks;

// One layer each, from one that fits the first-level cache to one that fits none.

[Network(64)]
[Dense(64, Activation.Relu)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Layer64;

[Network(128)]
[Dense(128, Activation.Relu)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Layer128;

[Network(256)]
[Dense(256, Activation.Relu)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Layer256;

[Network(512)]
[Dense(512, Activation.Relu)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Layer512;

[Network(1024)]
[Dense(1024, Activation.Relu)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Layer1024;

[Network(2048)]
[Dense(2048, Activation.Relu)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Layer2048;
