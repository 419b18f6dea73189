using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks.Measurement;

/// <summary>
/// How many floating-point operations a second this core can do at all: multiply-adds on registers alone, in the widest vectors. The best of many short
/// trials, taken between the measurements all through the run: a core does not keep one frequency.
/// </summary>
internal sealed class FmaPeak
{
    private const int Rounds = 50_000;

    /// <summary>The highest of the whole run, in floating-point operations a second.</summary>
    public double Highest { get; private set; }

    /// <summary>The lowest of what the windows reached.</summary>
    public double Lowest { get; private set; } = double.MaxValue;

    /// <summary>The highest of the present window: what a measurement of the same time is held to.</summary>
    public double OfWindow { get; private set; }

    /// <summary>The width of the vectors that reached the highest.</summary>
    public int Bits { get; private set; }

    /// <summary>Begins a window, which lasts as long as one comparison.</summary>
    public void BeginWindow() => OfWindow = 0;

    public void EndWindow() => Lowest = Math.Min(Lowest, OfWindow);

    /// <summary>One trial of each width, about 1 ms.</summary>
    public void Measure()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Try<Lanes512>(512);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            Try<Lanes256>(256);
        }
        else
        {
            Try<Lanes128>(128);
        }
    }

    private void Try<TLanes>(int bits)
        where TLanes : struct, ILanes<TLanes>
    {
        long started = Stopwatch.GetTimestamp();
        Multiply<TLanes>(out _);
        double flops = 2.0 * 12 * Rounds * (bits / 32) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        OfWindow = Math.Max(OfWindow, flops);
        if (flops > Highest)
        {
            (Highest, Bits) = (flops, bits);
        }
    }

    /// <summary>12 independent chains: more than the latency of a multiply-add times those that begin in a cycle, and few enough for 16 registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Multiply<TLanes>(out TLanes result)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes half = TLanes.Create(0.5f), one = TLanes.Create(1);
        TLanes c0 = one, c1 = one, c2 = one, c3 = one, c4 = one, c5 = one, c6 = one, c7 = one, c8 = one, c9 = one, c10 = one, c11 = one;
        for (int round = 0; round < Rounds; round++)
        {
            c0 = TLanes.MultiplyAdd(c0, half, one);
            c1 = TLanes.MultiplyAdd(c1, half, one);
            c2 = TLanes.MultiplyAdd(c2, half, one);
            c3 = TLanes.MultiplyAdd(c3, half, one);
            c4 = TLanes.MultiplyAdd(c4, half, one);
            c5 = TLanes.MultiplyAdd(c5, half, one);
            c6 = TLanes.MultiplyAdd(c6, half, one);
            c7 = TLanes.MultiplyAdd(c7, half, one);
            c8 = TLanes.MultiplyAdd(c8, half, one);
            c9 = TLanes.MultiplyAdd(c9, half, one);
            c10 = TLanes.MultiplyAdd(c10, half, one);
            c11 = TLanes.MultiplyAdd(c11, half, one);
        }

        // Every chain reaches the result, or the JIT would leave it out.
        TLanes low = TLanes.MultiplyAdd(c0, c1, TLanes.MultiplyAdd(c2, c3, TLanes.MultiplyAdd(c4, c5, one)));
        result = TLanes.MultiplyAdd(c6, c7, TLanes.MultiplyAdd(c8, c9, TLanes.MultiplyAdd(c10, c11, low)));
    }

    private interface ILanes<TSelf>
        where TSelf : struct, ILanes<TSelf>
    {
        static abstract TSelf Create(float value);

        static abstract TSelf MultiplyAdd(TSelf x, TSelf factor, TSelf addend);
    }

    private readonly struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
    {
        private readonly Vector512<float> _value = value;

        public static Lanes512 Create(float value) => new(Vector512.Create(value));

        public static Lanes512 MultiplyAdd(Lanes512 x, Lanes512 factor, Lanes512 addend) =>
            new(Vector512.MultiplyAddEstimate(x._value, factor._value, addend._value));
    }

    private readonly struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
    {
        private readonly Vector256<float> _value = value;

        public static Lanes256 Create(float value) => new(Vector256.Create(value));

        public static Lanes256 MultiplyAdd(Lanes256 x, Lanes256 factor, Lanes256 addend) =>
            new(Vector256.MultiplyAddEstimate(x._value, factor._value, addend._value));
    }

    private readonly struct Lanes128(Vector128<float> value) : ILanes<Lanes128>
    {
        private readonly Vector128<float> _value = value;

        public static Lanes128 Create(float value) => new(Vector128.Create(value));

        public static Lanes128 MultiplyAdd(Lanes128 x, Lanes128 factor, Lanes128 addend) =>
            new(Vector128.MultiplyAddEstimate(x._value, factor._value, addend._value));
    }
}
