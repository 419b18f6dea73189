using NetGen.Generator.Planning;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

public sealed class VectorFormTests
{
    [Theory]
    [InlineData(2, 512, 4, 128, 4, 1, 2)]
    [InlineData(4, 512, 4, 128, 4, 1, 4)]
    [InlineData(5, 512, 4, 256, 8, 1, 5)]
    [InlineData(9, 512, 4, 512, 16, 1, 9)]
    [InlineData(16, 512, 4, 512, 16, 1, 16)]
    [InlineData(17, 512, 4, 512, 16, 2, 1)]
    [InlineData(17, 256, 4, 256, 8, 3, 1)]
    [InlineData(17, 128, 4, 128, 4, 5, 1)]
    [InlineData(3, 512, 8, 256, 4, 1, 3)]
    [InlineData(20, 512, 8, 512, 8, 3, 4)]
    public void TheNarrowestVectorThatHoldsAllOrTheWidest(int length, int widestBits, int elementBytes, int bits, int lanes, int count, int rest)
    {
        VectorForm form = VectorForm.Of(length, widestBits, elementBytes);

        Assert.Equal((bits, lanes, count, rest, rest < lanes), (form.Bits, form.Lanes, form.Count, form.Rest, form.IsRagged));
    }

    [Fact]
    public void ASingleNumberIsNoVector()
    {
        VectorForm form = VectorForm.Of(1, 512, 4);

        Assert.Equal((1, 1, 1, false), (form.Lanes, form.Count, form.Rest, form.IsRagged));
    }

    [Fact]
    public void StorageHasRoomForWholeVectorsOfEveryWidth()
    {
        foreach (int elementBytes in new[] { 4, 8 })
        {
            for (int length = 1; length <= 200; length++)
            {
                int padded = Storage.Pad(length, elementBytes);
                Assert.All(new[] { 128, 256, 512 }, bits =>
                {
                    VectorForm form = VectorForm.Of(length, bits, elementBytes);
                    Assert.InRange(form.Count * form.Lanes, length, padded);
                });
                Assert.InRange(padded, length, length + (64 / elementBytes) - 1);
            }
        }
    }
}
