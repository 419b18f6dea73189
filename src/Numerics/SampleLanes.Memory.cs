#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using NetGen.Numerics.Kernels;

namespace NetGen.Numerics;

// Memory on the stack that the runtime does not clear: generated code could ask for that only where the user's project allows unsafe code.
public static partial class SampleLanes
{
    /// <summary>Runs a forward pass.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TSamples">The pass.</typeparam>
    /// <param name="length">Numbers of its working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="outputs">One sample after another, overwritten.</param>
    /// <param name="n">How many samples.</param>
    [SkipLocalsInit]
    [MethodImpl(Compiled.InFull)]
    public static void Forward<T, TSamples>(int length, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, Span<T> outputs, int n)
        where T : unmanaged
        where TSamples : struct, IForwardSamples<T> =>
        default(TSamples).Run(Aligned(stackalloc T[Scratch.Room<T>(length)], length), θ, inputs, outputs, n);

    /// <summary>Runs a backward pass.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TSamples">The pass.</typeparam>
    /// <param name="length">Numbers of its working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="g">The gradients, or the parameters themselves, to which scale times the sum over the samples is added.</param>
    /// <param name="scale">In front of the sum.</param>
    /// <param name="n">How many samples.</param>
    /// <returns>The sum of the errors.</returns>
    [SkipLocalsInit]
    [MethodImpl(Compiled.InFull)]
    public static double Backward<T, TSamples>(
        int length, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, Span<T> g, T scale, int n)
        where T : unmanaged
        where TSamples : struct, IBackwardSamples<T> =>
        default(TSamples).Run(Aligned(stackalloc T[Scratch.Room<T>(length)], length), θ, inputs, targets, labels, g, scale, n);

    /// <summary>Whole cache lines: vectors that straddle two of them would take twice as long.</summary>
    private static Span<T> Aligned<T>(Span<T> memory, int length)
        where T : unmanaged
    {
        nint ahead = Unsafe.ByteOffset(ref memory[0], ref Scratch.Aligned(memory));
        return memory.Slice((int)ahead / Unsafe.SizeOf<T>(), length);
    }
}
#endif
