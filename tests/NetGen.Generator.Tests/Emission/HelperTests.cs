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

            private static float Max(float a, float b) => Math.Max(a, b);

            private static float Square(float z) => z * z;

            private static float Tanh(float z) => Elementary.Tanh(z);

            """,
            writer.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void ASquareOfVectorsStandsBesideThatOfNumbers()
    {
        Helpers helpers = new("float");
        SourceWriter writer = new();

        Assert.Equal("Square(a - b)", helpers.Square("Vector128<float>", "a - b"));
        Assert.Equal("Square(a)", helpers.Call("Square", "a"));
        helpers.Write(writer);

        Assert.Contains("private static float Square(float z) => z * z;", writer.ToString());
        Assert.Contains("private static Vector128<float> Square(Vector128<float> z) => z * z;", writer.ToString());
    }

    [Fact]
    public void OneTextHasOneNameAndAnotherTextAnother()
    {
        Helpers helpers = new("float");
        SourceWriter writer = new();

        Assert.Equal("Finish1", helpers.Add("Finish", name => $"struct {name} : IA;"));
        Assert.Equal("Finish2", helpers.Add("Finish", name => $"struct {name} : IB;"));
        Assert.Equal("Finish1", helpers.Add("Finish", name => $"struct {name} : IA;"));
        helpers.Write(writer);

        Assert.Equal("\nstruct Finish1 : IA;\n\nstruct Finish2 : IB;\n", writer.ToString());
    }

    [Fact]
    public void NothingAskedForIsNothingWritten()
    {
        SourceWriter writer = new();
        new Helpers("double").Write(writer);

        Assert.Empty(writer.ToString());
    }
}
