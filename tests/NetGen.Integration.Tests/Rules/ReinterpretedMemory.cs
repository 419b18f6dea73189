using System;
using System.Buffers;
using System.Runtime.InteropServices;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Numbers seen as ints, in the same place.</summary>
internal sealed class ReinterpretedMemory<T>(Memory<T> numbers) : MemoryManager<int>
    where T : unmanaged
{
    public override Span<int> GetSpan() => MemoryMarshal.Cast<T, int>(numbers.Span);

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
