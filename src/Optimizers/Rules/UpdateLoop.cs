using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;
#if NET8_0_OR_GREATER
using System.Runtime.Intrinsics;
#else
using System.Numerics;
#endif

namespace NetGen.Optimizers.Rules;

/// <summary>Applies a rule to neighboring parameters: the widest vectors first, narrower ones to what is left, and single numbers to the last.</summary>
internal static class UpdateLoop
{
    /// <summary>Makes a step for some parameters.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="offset">Where the first parameter stands among all of them.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Their gradients, as many.</param>
    [MethodImpl(Compiled.InFull)]
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
            i = rule.Run<Arithmetic512<T>, Vector512<T>>(offset, ref theta, ref g, i, length);
        }

        if (Vector256.IsHardwareAccelerated && i < length)
        {
            i = rule.Run<Arithmetic256<T>, Vector256<T>>(offset, ref theta, ref g, i, length);
        }

        if (Vector128.IsHardwareAccelerated && i < length)
        {
            i = rule.Run<Arithmetic128<T>, Vector128<T>>(offset, ref theta, ref g, i, length);
        }
#else
        if (Vector.IsHardwareAccelerated)
        {
            i = rule.Run<VectorArithmetic<T>, Vector<T>>(offset, ref theta, ref g, i, length);
        }
#endif
        if (i < length)
        {
            rule.Run<ScalarArithmetic<T>, T>(offset, ref theta, ref g, i, length);
        }
    }
}
