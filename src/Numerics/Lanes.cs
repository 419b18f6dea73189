#if NET8_0_OR_GREATER
using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>Horizontal sums: many vectors in, one vector of their sums out, without leaving the registers.</summary>
/// <remarks>
/// Called by the kernels and by generated code. Every vector is folded in halves, x[l] + x[l + n/2], until one number is left, so that a vector has the same sum
/// in whatever company. Two vectors are folded at once: two shuffles of both collect what is added, and they share one addition. Where that would leave few sums
/// that have to be put in order, each vector is halved by itself first: more additions, but they wait for less, and the time of a sample is that of waiting.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
}
#endif
