#if NET8_0_OR_GREATER
using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics.Kernels;

/// <summary>Memory that is needed next: tiles fetch it line by line while they work, since it is far and they leave the way to it idle.</summary>
internal unsafe struct Upcoming
{
    private const int LineBytes = 64;

    private readonly nint _distance;
    private readonly nint _gap;
    private readonly byte* _end;
    private readonly Distances _distances;
    private byte* _next;
    private byte* _endOfPart;

    /// <param name="first">The first byte.</param>
    /// <param name="bytes">Of each part: whole lines.</param>
    /// <param name="distance">From part to part, in bytes.</param>
    /// <param name="parts">How many parts.</param>
    public Upcoming(ref byte first, nint bytes, nint distance, int parts)
    {
        _next = (byte*)Unsafe.AsPointer(ref first);
        _end = _next + (parts * distance);
        _endOfPart = _next + bytes;
        _distance = distance;
        _gap = distance - bytes;
        Lines = bytes / LineBytes * parts;
    }

    /// <summary>What belongs to sums that are stored one after another.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="bytes">Of all of them: whole lines.</param>
    /// <param name="distances">From a sum to what belongs to it.</param>
    public Upcoming(ref byte first, nint bytes, Distances distances)
        : this(ref first, bytes, bytes, 1)
    {
        _distances = distances;
        Lines *= distances.Count;
    }

    /// <summary>Nothing.</summary>
    public static Upcoming None => new() { Mask = -1 };

    /// <summary>How many lines.</summary>
    public nint Lines { get; }

    /// <summary>A line is due at every step whose number has none of these bits.</summary>
    public nint Mask { get; private set; }

    /// <summary>Spreads the lines over so many steps.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="least">Steps that a line is worth: where there are fewer for each, nothing is due.</param>
    public void Spread(nint steps, int least)
    {
        bool isWorth = Lines > 0 && steps >= least * Lines;
        Mask = isWorth ? ((nint)1 << BitOperations.Log2((nuint)Math.Max(1, steps / Lines))) - 1 : -1;
    }

    /// <summary>Asks for the next line, if there is one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch()
    {
        byte* line = _next;
        if (line == _end)
        {
            return;
        }

        _distances.Fetch(line);
        line += LineBytes;
        if (line == _endOfPart)
        {
            line += _gap;
            _endOfPart += _distance;
        }

        _next = line;
    }
}
#endif
