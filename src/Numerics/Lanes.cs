#if NET8_0_OR_GREATER
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Sums and maxima over the lanes of vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes
{
    public static float Sum(Vector128<float> v) => Vector128.Sum(v);
    public static float Sum(Vector256<float> v) => Vector256.Sum(v);
    public static float Sum(Vector512<float> v) => Vector512.Sum(v);
    public static Vector128<float> Sums(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) => Vector128.Create(Sum(a), Sum(b), Sum(c), Sum(d));
    public static Vector128<float> Sums(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d) => Vector128.Create(Sum(a), Sum(b), Sum(c), Sum(d));
    public static Vector128<float> Sums(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) => Vector128.Create(Sum(a), Sum(b), Sum(c), Sum(d));
    public static Vector256<float> Sums(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, Vector512<float> e, Vector512<float> f, Vector512<float> g, Vector512<float> h) => Vector256.Create(Sum(a), Sum(b), Sum(c), Sum(d), Sum(e), Sum(f), Sum(g), Sum(h));
    public static float Max(Vector128<float> v) => System.Math.Max(System.Math.Max(v[0], v[1]), System.Math.Max(v[2], v[3]));
    public static float Max(Vector256<float> v) => Max(Vector128.Max(v.GetLower(), v.GetUpper()));
    public static float Max(Vector512<float> v) => Max(Vector256.Max(v.GetLower(), v.GetUpper()));
}
#endif
