using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>Finds out what generated code may use of vectors.</summary>
internal static class VectorSupportReader
{
    public static VectorSupport Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("NetGen.Numerics.Partial") is null
            || compilation.GetTypeByMetadataName("System.Runtime.Intrinsics.Vector512") is not { } vectors ? VectorSupport.None
        : vectors.GetMembers("MultiplyAddEstimate").IsEmpty ? VectorSupport.Types
        : VectorSupport.Estimates;
}
