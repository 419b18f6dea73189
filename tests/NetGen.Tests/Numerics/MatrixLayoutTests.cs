using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class MatrixLayoutTests
{
    private const int Padding = -1;

    [Theory]
    [InlineData(false, new[] { 1, 2, 5, 6, 9, 10, Padding, Padding, 3, Padding, 7, Padding, 11, Padding })]
    [InlineData(true, new[] { 1, 5, 2, 6, 3, 7, 4, 8, Padding, Padding, 9, Padding, 10, Padding, 11, Padding, 12, Padding })]
    public void Columns_lie_in_panels_whose_rows_follow_each_other(bool isTransposed, int[] stored)
    {
        // Panels of 2 columns, one row longer than they need to be.
        int rows = isTransposed ? 4 : 3;
        MatrixLayout layout = new(3, isTransposed ? 4 : 3, panelWidth: 2, lastWidth: 2, panelStride: 2 * (rows + 1), isTransposed);
        int[] canonical = isTransposed ? [.. Enumerable.Range(1, 12)] : [1, 2, 3, 5, 6, 7, 9, 10, 11];

        int[] written = [.. Enumerable.Repeat(Padding, stored.Length)];
        layout.CopyFrom<int>(canonical, written);
        Assert.Equal(stored, written);

        int[] read = new int[canonical.Length];
        layout.CopyTo<int>(stored, read);
        Assert.Equal(canonical, read);
    }

    [Fact]
    public void The_layout_of_a_shape_is_its_own()
    {
        foreach (int rows in new[] { 1, 7, 64 })
        {
            for (int columns = 1; columns <= 100; columns++)
            {
                PanelShape shape = new(rows, columns, 4);
                MatrixLayout layout = new(rows, columns, shape.PanelWidth, shape.LastWidth, shape.Stride, isTransposed: false);
                MatrixLayout transposed = new(columns, rows, shape.PanelWidth, shape.LastWidth, shape.Stride, isTransposed: true);
                foreach ((int row, int column) in Places(rows, columns))
                {
                    Assert.Equal(shape.Offset(row, column), layout.Offset(row, column));
                    Assert.Equal(shape.Offset(row, column), transposed.Offset(column, row));
                }
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Never_reads_or_writes_past_a_span(bool isTransposed)
    {
        MatrixLayout layout = new(2, 3, 4, 4, 12, isTransposed);
        int last = layout.Offset(1, 2);

        layout.CopyFrom<float>(new float[6], new float[last + 1]);
        layout.CopyTo<float>(new float[last + 1], new float[6]);
        Assert.Throws<IndexOutOfRangeException>(() => layout.CopyFrom<float>(new float[6], new float[last]));
        Assert.Throws<IndexOutOfRangeException>(() => layout.CopyFrom<float>(new float[5], new float[last + 1]));
        Assert.Throws<IndexOutOfRangeException>(() => layout.CopyTo<float>(new float[last], new float[6]));
        Assert.Throws<IndexOutOfRangeException>(() => layout.CopyTo<float>(new float[last + 1], new float[5]));
    }

    private static IEnumerable<(int Row, int Column)> Places(int rows, int columns) =>
        from row in Enumerable.Range(0, rows)
        from column in Enumerable.Range(0, columns)
        select (row, column);
}
