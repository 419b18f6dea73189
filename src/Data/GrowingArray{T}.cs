using System;

namespace NetGen.Data;

/// <summary>Numbers whose count is not known beforehand. Unlike a list it gives its memory away, so that the numbers are not copied once more.</summary>
internal sealed class GrowingArray<T>
{
    private T[] _items = new T[256];
    private int _count;

    public Span<T> Span => _items.AsSpan(0, _count);

    public ReadOnlyMemory<T> Memory => _items.AsMemory(0, _count);

    public void Add(T item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, 2 * _count);
        }

        _items[_count++] = item;
    }
}
