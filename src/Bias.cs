namespace NetGen;

/// <summary>What is added to the weighted sums of a layer.</summary>
#if NETGEN_GENERATOR
internal
#else
public
#endif
enum Bias
{
    /// <summary>One number per unit: zⱼ += bⱼ.</summary>
    PerUnit,

    /// <summary>One number for the whole layer: zⱼ += b.</summary>
    Shared,

    /// <summary>Nothing.</summary>
    None,
}
