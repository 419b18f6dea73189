namespace NetGen.Generator;

/// <summary>What the compilation that a network stands in has of vectors.</summary>
internal enum VectorSupport
{
    /// <summary>Nothing: targets before .NET 8.</summary>
    None,

    /// <summary><c>Vector128</c>, <c>Vector256</c> and <c>Vector512</c>.</summary>
    Types,

    /// <summary>Also <c>MultiplyAddEstimate</c>, <c>MaxNative</c> and their kin: .NET 9.</summary>
    Estimates,
}
