using System;
using System.Runtime.InteropServices;
using NetGen.Optimizers.Arithmetic;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#else
using System.Numerics;
#endif

namespace NetGen.Optimizers.Rules;

/// <summary>Applies a rule to neighboring parameters: the widest vectors first, narrower ones to what is left, and single numbers to the last.</summary>
internal static class UpdateLoop
{
    /// <param name="rule">The rule.</param>
    /// <param name="offset">Where the first parameter stands among all of them.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Their gradients, as many.</param>
    public static void Run<TRule, T>(in TRule rule, int offset, Span<T> parameters, ReadOnlySpan<T> gradients)
        where TRule : struct, IUpdateRule<T>
        where T : unmanaged
    {
        ref T theta = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradients);
        nint length = parameters.Length;
        nint i = 0;
#if NET8_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated)
        {
            i = Run<TRule, Arithmetic512<T>, Vector512<T>, T>(in rule, offset, ref theta, ref g, i, length);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            i = Run<TRule, Arithmetic256<T>, Vector256<T>, T>(in rule, offset, ref theta, ref g, i, length);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            i = Run<TRule, Arithmetic128<T>, Vector128<T>, T>(in rule, offset, ref theta, ref g, i, length);
        }
#else
        if (Vector.IsHardwareAccelerated)
        {
            i = Run<TRule, VectorArithmetic<T>, Vector<T>, T>(in rule, offset, ref theta, ref g, i, length);
        }
#endif
        Run<TRule, ScalarArithmetic<T>, T, T>(in rule, offset, ref theta, ref g, i, length);
    }

    /// <summary>Updates the parameters from an index on, as many as fill whole vectors.</summary>
    /// <returns>The index of the first parameter that is left.</returns>
#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    internal static nint Run<TRule, TArithmetic, TVector, T>(in TRule rule, nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TRule : struct, IUpdateRule<T>
        where TArithmetic : struct, IArithmetic<TVector, T>
        where T : unmanaged
    {
        TArithmetic v = default;
        TRule r = rule;
        for (; index + v.Count <= length; index += v.Count)
        {
            TVector updated = r.Update<TArithmetic, TVector>(v.Load(ref gradients, index), v.Load(ref parameters, index), offset + index);
            v.Store(updated, ref parameters, index);
        }

        return index;
    }
}
