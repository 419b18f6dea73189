namespace NetGen;

/// <summary>Whether layers become straight-line code or loops. It changes speed and size, never results beyond rounding.</summary>
#if NETGEN_GENERATOR
internal
#else
public
#endif
enum Unroll
{
    /// <summary>Small layers are unrolled, larger ones are loops.</summary>
    Auto,

    /// <summary>Every layer is unrolled, up to the ceiling of what the JIT compiles well; above it the layer is a loop, and NETGEN025 says so.</summary>
    Full,

    /// <summary>Every layer is a loop, or a product of matrices: the smallest code.</summary>
    None,
}
