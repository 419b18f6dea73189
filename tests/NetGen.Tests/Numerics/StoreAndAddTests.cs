using System.Linq;
#if !NETSTANDARD_LIBRARY
using System.Runtime.Intrinsics;
#endif
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class StoreAndAddTests
{
    [Fact]
    public void Numbers()
    {
        (float single, double @double) = (10, 20);
        default(Store).Finish(1f, ref single);
        default(Store).Finish(2.0, ref @double);
        Assert.Equal((1f, 2.0), (single, @double));

        default(Add).Finish(3f, ref single);
        default(Add).Finish(4.0, ref @double);
        Assert.Equal((4f, 6.0), (single, @double));
    }
#if !NETSTANDARD_LIBRARY

    [Fact]
    public void Vectors_of_single()
    {
        float[] at = [.. Enumerable.Repeat(10f, 17)];
        default(Store).Finish(Vector512.Create(1f), ref at[0]);
        default(Add).Finish(Vector512.Create(1f), ref at[0]);
        default(Add).Finish(Vector256.Create(2f), ref at[0]);
        default(Add).Finish(Vector128.Create(4f), ref at[0]);
        Assert.Equal([8, 8, 8, 8, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 10], at);

        default(Store).Finish(Vector256.Create(6f), ref at[0]);
        default(Store).Finish(Vector128.Create(5f), ref at[0]);
        Assert.Equal([5, 5, 5, 5, 6, 6, 6, 6, 2, 2, 2, 2, 2, 2, 2, 2, 10], at);
    }

    [Fact]
    public void Vectors_of_double()
    {
        double[] at = [.. Enumerable.Repeat(10.0, 9)];
        default(Store).Finish(Vector512.Create(1.0), ref at[0]);
        default(Add).Finish(Vector512.Create(1.0), ref at[0]);
        default(Add).Finish(Vector256.Create(2.0), ref at[0]);
        default(Add).Finish(Vector128.Create(4.0), ref at[0]);
        Assert.Equal([8, 8, 4, 4, 2, 2, 2, 2, 10], at);

        default(Store).Finish(Vector256.Create(6.0), ref at[0]);
        default(Store).Finish(Vector128.Create(5.0), ref at[0]);
        Assert.Equal([5, 5, 6, 6, 2, 2, 2, 2, 10], at);
    }
#endif
}
