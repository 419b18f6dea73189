using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Numbers between two pages that nothing may touch, near the end or near the beginning of the room between them, the rest of which has guards.</summary>
internal sealed unsafe class GuardedMemory<T> : MemoryManager<T>
    where T : unmanaged
{
    /// <summary>Four or eight of them are a NaN, or −1 as an integer.</summary>
    private const byte Guard = 0xFF;

    private readonly nuint _size;
    private readonly int _length;
    private readonly byte* _mapping;
    private readonly byte* _room;
    private readonly byte* _roomEnd;
    private readonly byte* _start;

    /// <param name="values">What it holds.</param>
    /// <param name="atEnd">Whether the last number, or else the first, is next to a forbidden page.</param>
    /// <param name="distance">How many numbers lie between them.</param>
    public GuardedMemory(ReadOnlySpan<T> values, bool atEnd, int distance = 0)
    {
        int page = Environment.SystemPageSize;
        int bytes = values.Length * Unsafe.SizeOf<T>();
        int gap = distance * Unsafe.SizeOf<T>();
        int room = (bytes + gap + page - 1) / page * page;
        _size = (nuint)(room + (2 * page));
        _length = values.Length;
        _mapping = (byte*)Pages.Map(0, _size, Pages.ReadWrite, Pages.PrivateAnonymous, -1, 0);
        if (_mapping == (byte*)-1 || Pages.Protect((nint)_mapping, (nuint)page, 0) != 0 || Pages.Protect((nint)(_mapping + page + room), (nuint)page, 0) != 0)
        {
            throw new InvalidOperationException("No guarded memory can be had.");
        }

        _room = _mapping + page;
        _roomEnd = _room + room;
        _start = atEnd ? _roomEnd - gap - bytes : _room + gap;
        new Span<byte>(_room, room).Fill(Guard);
        values.CopyTo(GetSpan());
    }

    /// <summary>mmap's flags are those of Linux.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Whether nothing has been written before or behind the numbers.</summary>
    public bool IsIntact
    {
        get
        {
            byte* end = (byte*)((T*)_start + _length);
            return !new ReadOnlySpan<byte>(_room, (int)(_start - _room)).ContainsAnyExcept(Guard)
                && !new ReadOnlySpan<byte>(end, (int)(_roomEnd - end)).ContainsAnyExcept(Guard);
        }
    }

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
