using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Numbers between two pages that nothing may touch, at the very end or at the very beginning of the room between them.</summary>
internal sealed unsafe class GuardedMemory<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly nuint _size;
    private readonly int _length;
    private readonly byte* _mapping;
    private readonly byte* _start;

    /// <param name="values">What it holds.</param>
    /// <param name="atEnd">Whether the last number, or else the first, touches a forbidden page.</param>
    public GuardedMemory(ReadOnlySpan<T> values, bool atEnd)
    {
        int page = Environment.SystemPageSize;
        int bytes = values.Length * Unsafe.SizeOf<T>();
        int room = (bytes + page - 1) / page * page;
        _size = (nuint)(room + (2 * page));
        _length = values.Length;
        _mapping = (byte*)Pages.Map(0, _size, Pages.ReadWrite, Pages.PrivateAnonymous, -1, 0);
        if (_mapping == (byte*)-1 || Pages.Protect((nint)_mapping, (nuint)page, 0) != 0 || Pages.Protect((nint)(_mapping + page + room), (nuint)page, 0) != 0)
        {
            throw new InvalidOperationException("No guarded memory can be had.");
        }

        _start = _mapping + page + (atEnd ? room - bytes : 0);
        values.CopyTo(GetSpan());
    }

    /// <summary>mmap's flags are those of Linux.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    public override Span<T> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing) => _ = Pages.Unmap((nint)_mapping, _size);
}

/// <summary>Linux's pages.</summary>
internal static partial class Pages
{
    public const int ReadWrite = 3;
    public const int PrivateAnonymous = 0x22;

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    public static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    public static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(nint address, nuint length);
}
