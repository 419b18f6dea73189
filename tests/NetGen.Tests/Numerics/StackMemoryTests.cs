using System;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Vectors in memory of the stack straddle no cache line, wherever the stack begins.</summary>
public class StackMemoryTests
{
    private const int OnStack = StackMemory.Budget / sizeof(float);

    [Theory]
    [InlineData(1)]
    [InlineData(52)]
    public void Memory_begins_a_cache_line_wherever_the_stack_begins(int length)
    {
        Check<float>(length);
        Check<double>(length);
    }

    [Fact]
    public void Too_little_memory_is_refused()
    {
        float[] memory = GC.AllocateArray<float>(StackMemory.Room<float>(4), pinned: true);
        Assert.Equal(4, StackMemory.Aligned<float>(memory, 4).Length);
        var thrown = Assert.Throws<ArgumentException>(() => StackMemory.Aligned<float>(memory, 5).Length);
        Assert.Equal("memory", thrown.ParamName);
        Assert.StartsWith("Expected at least 21 numbers for 5 aligned ones, got 20.", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StackMemory.Aligned<float>([], 0).Length);
    }

    [Fact]
    public void No_length_is_small_because_its_bytes_overflow()
    {
        Assert.True(StackMemory.Holds<double>(OnStack / 2));
        Assert.False(StackMemory.Holds<double>((OnStack / 2) + 1));
        Assert.False(StackMemory.Holds<double>(1 << 28));
        Assert.False(StackMemory.Holds<float>(int.MaxValue));
    }

    private static unsafe void Check<T>(int length)
        where T : unmanaged
    {
        T[] memory = GC.AllocateArray<T>(2 * StackMemory.Room<T>(length), pinned: true);
        for (int first = 0; first < StackMemory.Room<T>(0); first++)
        {
            Span<T> room = memory.AsSpan(first, StackMemory.Room<T>(length));
            Span<T> aligned = StackMemory.Aligned(room, length);
            Assert.Equal(length, aligned.Length);
            Assert.Equal(0, (nint)Unsafe.AsPointer(ref aligned[0]) % 64);
            Assert.True(room.Overlaps(aligned, out int offset) && offset + length <= room.Length);
        }
    }
}
