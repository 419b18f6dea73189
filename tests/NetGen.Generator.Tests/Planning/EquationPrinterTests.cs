using System.Collections.Generic;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using Xunit;
using E = NetGen.Generator.Planning.Expression;

namespace NetGen.Generator.Tests.Planning;

/// <summary>The comments of the generated code are the notation of the mathematics.</summary>
public sealed class EquationPrinterTests
{
    private static readonly E Z = new E.Element("z");
    private static readonly E A = new E.Element("a");
    private static readonly E S = new E.Element("s");
    private static readonly E One = new E.Number(1);

    private static readonly Dictionary<string, ValuePlan> Values = new()
    {
        ["z"] = new("z", "z¹", 3, Residence.Local),
        ["a"] = new("a", "a¹", 3, Residence.Local),
        ["s"] = new("s", "s¹", 1, Residence.Local),
        ["W"] = new("W", "W¹", 6, Residence.Parameter),
        ["g"] = new("g", "∂W¹", 6, Residence.Gradient),
    };

    [Fact]
    public void Products()
    {
        Assert.Equal("a¹ = z¹·W¹", Print(Contract(isTransposed: false)));
        Assert.Equal("a¹ = z¹·W¹ᵀ", Print(Contract(isTransposed: true)));
        Assert.Equal("a¹ = z¹·W¹ + s¹", Print(Contract(isTransposed: false) with { Initial = "s" }));
        Assert.Equal("a¹ = (z¹·W¹) ⊙ (1 − a¹)", Print(Contract(false) with { Finish = Binary(BinaryFunction.Multiply, new E.Contracted(), Binary(BinaryFunction.Subtract, One, A)) }));
        Assert.Equal("∂W¹ += z¹ᵀ·a¹", Print(new Kernel.Outer("g", true, "z", 3, "a", 2)));
    }

    [Fact]
    public void Reductions()
    {
        Assert.Equal("s¹ = Σ z¹", Print(new Kernel.Reduce("s", true, Reduction.Sum, 3, Z)));
        Assert.Equal("s¹ = max z¹", Print(new Kernel.Reduce("s", true, Reduction.Max, 3, Z)));
        Assert.Equal("s¹ = Σ (z¹ − a¹)", Print(new Kernel.Reduce("s", true, Reduction.Sum, 3, Binary(BinaryFunction.Subtract, Z, A))));
    }

    [Fact]
    public void Expressions()
    {
        AssertText("z¹ − (a¹ − s¹)", Binary(BinaryFunction.Subtract, Z, Binary(BinaryFunction.Subtract, A, S)));
        AssertText("z¹ ⊙ a¹", Binary(BinaryFunction.Multiply, Z, A));
        AssertText("s¹ · a¹", Binary(BinaryFunction.Multiply, S, A));
        AssertText("z¹ / (a¹ + 1)", Binary(BinaryFunction.Divide, Z, Binary(BinaryFunction.Add, A, One)));
        AssertText("z¹·ln a¹", Binary(BinaryFunction.XLogY, Z, A));
        AssertText("bce(z¹, a¹)", Binary(BinaryFunction.BinaryCrossEntropy, Z, A));
        AssertText("−z¹", Unary(UnaryFunction.Negate, Z));
        AssertText("(z¹)²", Unary(UnaryFunction.Square, Z));
        AssertText("exp(z¹) − 1", Unary(UnaryFunction.Expm1, Z));
        AssertText("Φ(z¹)", Unary(UnaryFunction.NormalCdf, Z));
        AssertText("tanh z¹", Unary(UnaryFunction.Tanh, Z));
        AssertText("relu z¹", new E.Relu(Z));
        AssertText("a¹ ⊙ [z¹ > 0]", new E.Where(Comparison.Positive, Z, A, new E.Number(0)));
        AssertText("a¹ ⊙ [z¹ ≥ 0]", new E.Where(Comparison.Negative, Z, new E.Number(0), A));
        AssertText("[z¹ > 0] ? a¹ : 1", new E.Where(Comparison.Positive, Z, A, One));
    }

    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(-2, "−2")]
    [InlineData(1e-7, "1e−7")]
    [InlineData(1e+30, "1e30")]
    public void Numbers(double value, string expected) => Assert.Equal(expected, EquationPrinter.Number(value));

    private static Kernel.Contract Contract(bool isTransposed) => new("a", 3, true, false, "z", "W", 2, isTransposed, null, null);

    private static E Unary(UnaryFunction function, E argument) => new E.Unary(function, argument);

    private static E Binary(BinaryFunction function, E left, E right) => new E.Binary(function, left, right);

    private static void AssertText(string expected, E expression) => Assert.Equal($"a¹ = {expected}", Print(new Kernel.Map("a", 3, true, false, expression, false)));

    private static string Print(Kernel kernel) => EquationPrinter.Print(kernel, Values);
}
