namespace NetGen;

/// <summary>The error e(y, t) of one sample with outputs y and targets t; the loss of a batch is its mean over the samples, plus the penalty Σ λ·w².</summary>
/// <remarks>0·ln 0 counts as 0 in both cross-entropies. K is the number of outputs.</remarks>
#if NETGEN_GENERATOR
internal
#else
public
#endif
enum LossFunction
{
    /// <summary>e = −Σₖ tₖ ln yₖ. With Softmax as the last activation it is computed from the logits and never forms the logarithm of an underflowed y.</summary>
    CrossEntropy,

    /// <summary>e = −(1/K) Σₖ [tₖ ln yₖ + (1 − tₖ) ln(1 − yₖ)]. With Sigmoid as the last activation it is computed from the logits.</summary>
    BinaryCrossEntropy,

    /// <summary>e = ½ Σₖ (yₖ − tₖ)².</summary>
    SquaredError,

    /// <summary>e = (1/K) Σₖ (yₖ − tₖ)², what PyTorch calls <c>MSELoss</c>.</summary>
    MeanSquaredError,
}
