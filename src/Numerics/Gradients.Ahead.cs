#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen.Numerics;

// Products leave the way to memory idle, and who changes parameters waits for it: so what will be needed comes nearer meanwhile.
public static partial class Gradients
{
    /// <summary>Bytes of what a step changes, up to which it stays in the second-level cache from step to step.</summary>
    private const int CachedBytes = 3 << 19;

    /// <summary>Whether so many numbers do not: parameters and all that an optimizer knows of them, or those that gradients are added to.</summary>
    private static bool IsFar<T>(long numbers)
        where T : unmanaged => numbers * Unsafe.SizeOf<T>() > CachedBytes;

    /// <summary>Stores the gradients of the parameters from an index on, and fetches these and two numbers of the state of each.</summary>
    private static Ahead<Store> Ahead<T>(Span<T> gradients, Span<T> parameters, int at, IOptimizer<T> optimizer)
        where T : unmanaged
    {
        nint distance = Unsafe.ByteOffset(ref gradients[0], ref parameters[at]);
        Distances distances = new(distance, ToState(0, gradients, parameters.Length, at, optimizer, distance), ToState(1, gradients, parameters.Length, at, optimizer, distance));
        return new Ahead<Store>(default, distances);
    }

    /// <summary>The distance to a number of the state; an optimizer of the user's may have states of any length.</summary>
    private static nint ToState<T>(int index, Span<T> gradients, int length, int at, IOptimizer<T> optimizer, nint otherwise)
        where T : unmanaged
    {
        Span<T> state = index < optimizer.StateCount ? optimizer.State(index) : default;
        return state.Length == length ? Unsafe.ByteOffset(ref gradients[0], ref state[at]) : otherwise;
    }
}
#endif
