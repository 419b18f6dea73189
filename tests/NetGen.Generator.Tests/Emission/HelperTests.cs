using NetGen.Generator.Emission;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

public sealed class HelperTests
{
    [Fact]
    public void OnlyWhatWasAskedForIsWrittenOnceAndInOrder()
    {
        Helpers helpers = new("float");
        SourceWriter writer = new();

        Assert.Equal("Tanh(z1_0)", helpers.Call("Tanh", "z1_0"));
        Assert.Equal("Max(a, b)", helpers.Call("Max", "a", "b"));
        Assert.Equal("Tanh(z1_1)", helpers.Call("Tanh", "z1_1"));
        Assert.Equal("Square(a)", helpers.Call("Square", "a"));
        helpers.Write(writer);

        Assert.Equal(
            """

            private static float Max(float a, float b) => global::System.Math.Max(a, b);

            private static float Square(float z) => z * z;

            private static float Tanh(float z) => global::NetGen.Numerics.Elementary.Tanh(z);

            """,
            writer.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void NothingAskedForIsNothingWritten()
    {
        SourceWriter writer = new();
        new Helpers("double").Write(writer);

        Assert.Empty(writer.ToString());
    }
}
