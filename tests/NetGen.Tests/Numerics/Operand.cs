using System;
using System.Numerics;
using NetGen.Integration.Tests.Rules;

namespace NetGen.Tests.Numerics;

/// <summary>Memory for operands that ends where nothing may be touched, or begins there.</summary>
internal sealed class Operand<T>
    where T : unmanaged, INumber<T>
{
    private const int Room = 1 << 18;

    private readonly T[] _numbers;
    private readonly bool _atEnd;
    private readonly Memory<T> _memory;

    public Operand(int seed, bool atEnd)
    {
        Random random = new(seed);
        _numbers = new T[Room];
        for (int i = 0; i < Room; i++)
        {
            _numbers[i] = T.CreateChecked((random.NextSingle() * 2) - 1);
        }

        _atEnd = atEnd;
        _memory = GuardedMemory<T>.IsSupported ? new GuardedMemory<T>(_numbers, atEnd).Memory : new T[Room];
    }

    /// <summary>So many random numbers.</summary>
    public Span<T> Numbers(int length)
    {
        Span<T> span = Span(length);
        _numbers.AsSpan(0, length).CopyTo(span);
        return span;
    }

    /// <summary>So many times one number.</summary>
    public Span<T> Fill(int length, T value)
    {
        Span<T> span = Span(length);
        span.Fill(value);
        return span;
    }

    private Span<T> Span(int length) => _atEnd ? _memory.Span[^length..] : _memory.Span[..length];
}
