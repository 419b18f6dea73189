#if !NETGEN_GENERATOR
using System.Runtime.CompilerServices;
#endif

namespace NetGen.Numerics;

/// <summary>How much of the stack a call takes; compiled into the generator, too.</summary>
internal static class StackMemory
{
    /// <summary>
    /// Bytes of working memory: blocks of some dozen samples of a small network, and little beside the 512 KB that the smallest common stacks of threads have.
    /// </summary>
    public const int Budget = 65_536;
#if !NETGEN_GENERATOR

    /// <summary>Whether so many numbers are taken from the stack.</summary>
    public static bool Holds<T>(int length)
        where T : unmanaged => (long)length * Unsafe.SizeOf<T>() <= Budget;
#endif
}
