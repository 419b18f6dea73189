using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Some panels of a matrix are what they are in the whole.</summary>
public class PanelPartTests
{
    [Theory]
    [InlineData(7, 128, 4)]
    [InlineData(64, 100, 4)]
    [InlineData(32, 70, 8)]
    [InlineData(784, 41, 4)]
    public void APartIsWhatItIsInTheWhole(int rows, int columns, int elementBytes)
    {
        PanelShape whole = new(rows, columns, elementBytes);
        for (int from = 0; from < whole.Panels; from++)
        {
            for (int to = from + 1; to <= whole.Panels; to++)
            {
                PanelShape part = whole.Part(from, to);
                Assert.Equal(to - from, part.Panels);
                Assert.Equal(whole.Stride, part.Stride);
                Assert.Equal(whole.Rows, part.Rows);
                int first = from * whole.PanelWidth;
                Assert.Equal((to == whole.Panels ? columns : to * whole.PanelWidth) - first, part.Columns);
                for (int panel = from; panel < to; panel++)
                {
                    Assert.Equal(whole.Width(panel), part.Width(panel - from));
                    Assert.Equal(whole.Segments(panel), part.Segments(panel - from));
                    int column = (panel * whole.PanelWidth) - first;
                    Assert.Equal(whole.Offset(rows - 1, first + column) - (from * whole.Stride), part.Offset(rows - 1, column));
                }

                Assert.InRange((from * whole.Stride) + part.Length, part.Length, whole.Length);
            }
        }
    }
}
