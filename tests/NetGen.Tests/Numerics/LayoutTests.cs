using System;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class LayoutTests
{
    [Fact]
    public void Copies_rows_into_padded_rows_and_back()
    {
        int[] canonical = [1, 2, 3, 4, 5, 6];
        int[] stored = [-1, -1, -1, -1, -1, -1, -1, -1];
        Layout.CopyRows<int>(canonical, 2, stored, 3, rows: 3, columns: 2);
        Assert.Equal([1, 2, -1, 3, 4, -1, 5, 6], stored);

        int[] back = new int[6];
        Layout.CopyRows<int>(stored, 3, back, 2, rows: 3, columns: 2);
        Assert.Equal(canonical, back);
    }

    [Fact]
    public void Never_writes_past_the_target()
    {
        Assert.ThrowsAny<ArgumentException>(() => Layout.CopyRows<int>(new int[6], 2, new int[7], 3, rows: 3, columns: 2));
        Assert.ThrowsAny<ArgumentException>(() => Layout.CopyRows<int>(new int[5], 2, new int[8], 3, rows: 3, columns: 2));
    }
}
