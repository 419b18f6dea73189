using System;
using System.Collections.Generic;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class PanelShapeTests
{
    [Theory]
    [InlineData(4, 1, 1, 16, 16)]
    [InlineData(4, 16, 1, 16, 16)]
    [InlineData(4, 17, 1, 32, 32)]
    [InlineData(4, 32, 1, 32, 32)]
    [InlineData(4, 33, 2, 16, 48)]
    [InlineData(4, 49, 2, 32, 64)]
    [InlineData(4, 100, 4, 16, 112)]
    [InlineData(8, 8, 1, 8, 8)]
    [InlineData(8, 9, 1, 16, 16)]
    [InlineData(8, 40, 3, 8, 40)]
    public void The_last_panel_is_as_narrow_as_64_bytes(int elementBytes, int columns, int panels, int lastWidth, int paddedColumns)
    {
        PanelShape shape = new(3, columns, elementBytes);

        Assert.Equal(128 / elementBytes, shape.PanelWidth);
        Assert.Equal(panels, shape.Panels);
        Assert.Equal(lastWidth, shape.LastWidth);
        Assert.Equal(lastWidth, shape.Width(panels - 1));
        Assert.Equal(paddedColumns, shape.PaddedColumns);
    }

    [Fact]
    public void Every_element_has_a_place_of_its_own_and_panels_hold_whole_rows()
    {
        foreach (int elementBytes in new[] { 4, 8 })
        {
            foreach (int rows in new[] { 1, 5, 64 })
            {
                for (int columns = 1; columns <= 100; columns++)
                {
                    PanelShape shape = new(rows, columns, elementBytes);
                    HashSet<int> places = [];
                    for (int r = 0; r < rows; r++)
                    {
                        for (int c = 0; c < shape.PaddedColumns; c++)
                        {
                            int place = shape.Offset(r, c);
                            Assert.InRange(place, 0, shape.Length - 1);
                            Assert.True(places.Add(place));
                            Assert.True(c % shape.PanelWidth == 0 || place == shape.Offset(r, c - 1) + 1);
                        }
                    }

                    Assert.Equal(shape.Length - 1, shape.Offset(rows - 1, shape.PaddedColumns - 1));
                }
            }
        }
    }

    [Fact]
    public void Panels_and_rows_of_activations_start_at_multiples_of_64_bytes_that_differ_in_the_cache()
    {
        foreach (int elementBytes in new[] { 4, 8 })
        {
            for (int size = 1; size <= 1024; size++)
            {
                int stride = PanelShape.RowStride(size, elementBytes) * elementBytes;
                Assert.InRange(stride, size * elementBytes, (size * elementBytes) + 127);
                Assert.Equal(0, stride % 64);
                Assert.NotEqual(0, stride % 512);

                // Rows of neighboring panels 4096 bytes apart would crowd into the same sets.
                int panel = new PanelShape(size, 1000, elementBytes).Stride * elementBytes;
                Assert.Equal(0, panel % 64);
                Assert.NotEqual(0, panel % 4096);
            }
        }
    }

    [Theory]
    [InlineData(7, 16, 1)]
    [InlineData(8, 16, 2)]
    [InlineData(32, 64, 2)]
    [InlineData(512, 65, 1, 2)]
    [InlineData(512, 96, 1, 1)]
    [InlineData(512, 128, 1, 1)]
    public void Few_columns_and_many_rows_make_two_segments(int rows, int columns, int first, int? last = null)
    {
        PanelShape shape = new(rows, columns, sizeof(float));

        Assert.Equal(first, shape.Segments(0));
        Assert.Equal(last ?? first, shape.Segments(shape.Panels - 1));
    }

    [Theory]
    [InlineData(0, 1, 4, "rows")]
    [InlineData(1, 0, 4, "columns")]
    [InlineData(1, 1, 2, "elementBytes")]
    public void Sizes_that_cannot_be_are_refused(int rows, int columns, int elementBytes, string parameter)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new PanelShape(rows, columns, elementBytes));

        Assert.Equal(parameter, exception.ParamName);
    }
}
