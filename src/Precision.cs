namespace NetGen;

/// <summary>The number type of a network: its parameters, inputs, outputs and all arithmetic.</summary>
#if NETGEN_GENERATOR
internal
#else
public
#endif
enum Precision
{
    /// <summary><see cref="float"/>, 32 bits.</summary>
    Single,

    /// <summary><see cref="double"/>, 64 bits.</summary>
    Double,
}
