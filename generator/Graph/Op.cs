namespace NetGen.Generator.Graph;

/// <summary>What a tensor is computed by. The same vocabulary serves forward and backward passes; equal ops of equal inputs are one tensor.</summary>
internal abstract record Op
{
    /// <summary>Data of the caller's: inputs, targets, gradients from outside.</summary>
    internal sealed record Input(string Name) : Op;

    /// <summary>Numbers that are trained.</summary>
    internal sealed record Parameter(string Name) : Op;

    internal sealed record Constant(double Value) : Op;

    /// <summary>1/N.</summary>
    internal sealed record InverseBatchSize : Op;

    /// <summary>The matrix product of two rank-2 tensors, where the batch counts as the rows of a batched one. Over the batch it sums.</summary>
    internal sealed record MatMul(bool TransposeLeft, bool TransposeRight) : Op;

    internal sealed record Unary(UnaryFunction Function) : Op;

    internal sealed record Binary(BinaryFunction Function) : Op;

    /// <summary>A constant times the input.</summary>
    internal sealed record Scale(double Factor) : Op;

    /// <summary>Inputs z, a, b: a where z compares so with 0, otherwise b.</summary>
    internal sealed record Where(Comparison Comparison) : Op;

    /// <summary>max(0, z), which keeps NaN, and with f′(0) as stated.</summary>
    internal sealed record Relu(int GradientAtZero) : Op;

    /// <summary>e^zⱼ / Σₖ e^zₖ over the numbers of one sample.</summary>
    internal sealed record Softmax : Op;

    /// <summary>Inputs z, t: −Σₖ tₖ ln softmax(z)ₖ of one sample, from the logits.</summary>
    internal sealed record SoftmaxCrossEntropy : Op;

    /// <summary>The largest number of one sample.</summary>
    internal sealed record RowMax : Op;

    /// <summary>The sum over the batch, over the numbers of a sample, or both: whatever the shape lacks.</summary>
    internal sealed record SumTo(Shape Shape) : Op;

    /// <summary>The same numbers for every element that the shape has more.</summary>
    internal sealed record Broadcast(Shape Shape) : Op;

    /// <summary>The same numbers in the same order under another shape.</summary>
    internal sealed record Reshape(Shape Shape) : Op;

    /// <summary>The mean over the batch.</summary>
    internal sealed record BatchMean : Op;
}

internal enum UnaryFunction
{
    Negate,
    Square,
    Exp,
    Expm1,
    Log,
    Sigmoid,
    Tanh,
    Softplus,
    NormalCdf,
    NormalDensity,
}

internal enum BinaryFunction
{
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>x·ln y, and 0 where x is 0, whatever y is.</summary>
    XLogY,

    /// <summary>x/y, and 0 where x is 0, whatever y is.</summary>
    XOverY,

    /// <summary>Inputs z, t: −t ln sigmoid(z) − (1 − t) ln(1 − sigmoid(z)), from the logit.</summary>
    BinaryCrossEntropy,
}

internal enum Comparison
{
    /// <summary>z &gt; 0.</summary>
    Positive,

    /// <summary>z &lt; 0.</summary>
    Negative,

    /// <summary>z ≤ 0.</summary>
    NotPositive,
}
