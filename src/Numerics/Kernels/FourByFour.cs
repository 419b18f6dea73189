#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics.Kernels;

/// <summary>Transpositions of four vectors of floats, each of which is two or four fours of lanes.</summary>
internal static class FourByFour
{
    /// <summary>Four numbers of a row, and of the fourth, the eighth and the twelfth after it: four of these vectors, transposed by fours of lanes, leave sixteen rows in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> EveryFourth(ref float source, nint row) => Vector512.Create(
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * row))),
        Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 8 * row)), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 12 * row))));

    /// <summary>Transposes the fours of lanes: number i of vector j becomes number j of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lanes(ref Vector512<float> v0, ref Vector512<float> v1, ref Vector512<float> v2, ref Vector512<float> v3)
    {
        Vector512<float> low01 = Avx512F.UnpackLow(v0, v1);
        Vector512<float> high01 = Avx512F.UnpackHigh(v0, v1);
        Vector512<float> low23 = Avx512F.UnpackLow(v2, v3);
        Vector512<float> high23 = Avx512F.UnpackHigh(v2, v3);
        v0 = Avx512F.UnpackLow(low01.AsDouble(), low23.AsDouble()).AsSingle();
        v1 = Avx512F.UnpackHigh(low01.AsDouble(), low23.AsDouble()).AsSingle();
        v2 = Avx512F.UnpackLow(high01.AsDouble(), high23.AsDouble()).AsSingle();
        v3 = Avx512F.UnpackHigh(high01.AsDouble(), high23.AsDouble()).AsSingle();
    }

    /// <inheritdoc cref="Lanes(ref Vector512{float}, ref Vector512{float}, ref Vector512{float}, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lanes(ref Vector256<float> v0, ref Vector256<float> v1, ref Vector256<float> v2, ref Vector256<float> v3)
    {
        Vector256<float> low01 = Avx.UnpackLow(v0, v1);
        Vector256<float> high01 = Avx.UnpackHigh(v0, v1);
        Vector256<float> low23 = Avx.UnpackLow(v2, v3);
        Vector256<float> high23 = Avx.UnpackHigh(v2, v3);
        v0 = Avx.UnpackLow(low01.AsDouble(), low23.AsDouble()).AsSingle();
        v1 = Avx.UnpackHigh(low01.AsDouble(), low23.AsDouble()).AsSingle();
        v2 = Avx.UnpackLow(high01.AsDouble(), high23.AsDouble()).AsSingle();
        v3 = Avx.UnpackHigh(high01.AsDouble(), high23.AsDouble()).AsSingle();
    }

    /// <summary>Transposes two vectors of fours: the upper half of the first and the lower half of the second change places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Halves(ref Vector256<float> v0, ref Vector256<float> v1)
    {
        Vector256<float> lower = Avx.Permute2x128(v0, v1, 0b0010_0000);
        v1 = Avx.Permute2x128(v0, v1, 0b0011_0001);
        v0 = lower;
    }

    /// <summary>Transposes four vectors of fours: four i of vector j becomes four j of vector i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fours(ref Vector512<float> v0, ref Vector512<float> v1, ref Vector512<float> v2, ref Vector512<float> v3)
    {
        Vector512<float> low01 = Avx512F.Shuffle4x128(v0, v1, 0b01_00_01_00);
        Vector512<float> high01 = Avx512F.Shuffle4x128(v0, v1, 0b11_10_11_10);
        Vector512<float> low23 = Avx512F.Shuffle4x128(v2, v3, 0b01_00_01_00);
        Vector512<float> high23 = Avx512F.Shuffle4x128(v2, v3, 0b11_10_11_10);
        v0 = Avx512F.Shuffle4x128(low01, low23, 0b10_00_10_00);
        v1 = Avx512F.Shuffle4x128(low01, low23, 0b11_01_11_01);
        v2 = Avx512F.Shuffle4x128(high01, high23, 0b10_00_10_00);
        v3 = Avx512F.Shuffle4x128(high01, high23, 0b11_01_11_01);
    }
}
#endif
