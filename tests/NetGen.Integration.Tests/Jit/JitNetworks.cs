namespace NetGen.Integration.Tests.Jit;

// What the JIT is watched with: from the smallest network to one whose products are the library's, in both precisions. Their names tell the widths.

[Network(2)]
[Dense(4, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Single2x4x1;

[Network(2, Precision = Precision.Double)]
[Dense(4, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
[Loss(LossFunction.SquaredError)]
internal sealed partial class Double2x4x1;

[Network(4, L2 = 1e-4)]
[Dense(16, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Single4x16x3;

[Network(4, L2 = 1e-4, Precision = Precision.Double)]
[Dense(16, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Double4x16x3;

[Network(16)]
[Dense(32, Activation.Relu)]
[Dense(32, Activation.Relu)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Single16x32x32x4;

[Network(16, Precision = Precision.Double)]
[Dense(32, Activation.Relu)]
[Dense(32, Activation.Relu)]
[Dense(4, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Double16x32x32x4;

[Network(8, 8)]
[Dense(100, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Single64x100x10;

[Network(8, 8, Precision = Precision.Double)]
[Dense(100, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Double64x100x10;

[Network(28, 28)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Single784x128x10;

[Network(28, 28, Precision = Precision.Double)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Double784x128x10;

/// <summary>Of too many units for one sample in vectors: a sample is a block of one row.</summary>
[Network(40)]
[Dense(300, Activation.Tanh)]
[Dense(20)]
[Loss(LossFunction.MeanSquaredError)]
internal sealed partial class Single40x300x20;

/// <inheritdoc cref="Single40x300x20"/>
[Network(40, Precision = Precision.Double)]
[Dense(300, Activation.Tanh)]
[Dense(20)]
[Loss(LossFunction.MeanSquaredError)]
internal sealed partial class Double40x300x20;

/// <summary>So large that what comes next is fetched while tiles work: weights of products, and gradients.</summary>
[Network(1100)]
[Dense(400, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Single1100x400x10;

/// <inheritdoc cref="Single1100x400x10"/>
[Network(1100, Precision = Precision.Double)]
[Dense(400, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class Double1100x400x10;

/// <summary>Of as many functions as one sample in vectors may have, and more.</summary>
[Network(8)]
[Dense(100, Activation.Tanh)]
[Dense(100, Activation.Gelu)]
[Dense(30, Activation.Sigmoid)]
[Loss(LossFunction.BinaryCrossEntropy)]
internal sealed partial class Single8x100x100x30;

/// <inheritdoc cref="Single8x100x100x30"/>
[Network(8, Precision = Precision.Double)]
[Dense(100, Activation.Tanh)]
[Dense(100, Activation.Gelu)]
[Dense(30, Activation.Sigmoid)]
[Loss(LossFunction.BinaryCrossEntropy)]
internal sealed partial class Double8x100x100x30;
