using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using Xunit;
using E = NetGen.Generator.Planning.Expression;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Parentheses stand where C# needs them.</summary>
public sealed class ExpressionTextTests
{
    private static readonly E A = new E.Element("a");
    private static readonly E B = new E.Element("b");
    private static readonly E C = new E.Element("c");

    [Fact]
    public void SumsAndDifferences()
    {
        AssertText("a + b + c", Add(Add(A, B), C));
        AssertText("a - b - c", Subtract(Subtract(A, B), C));
        AssertText("a - (b - c)", Subtract(A, Subtract(B, C)));
        AssertText("a - (b + c)", Subtract(A, Add(B, C)));
    }

    [Fact]
    public void ProductsAndQuotients()
    {
        AssertText("a * b + c", Add(Multiply(A, B), C));
        AssertText("a * (b + c)", Multiply(A, Add(B, C)));
        AssertText("(a + b) / c", Divide(Add(A, B), C));
        AssertText("a / (b / c)", Divide(A, Divide(B, C)));
        AssertText("a / (b * c)", Divide(A, Multiply(B, C)));
        AssertText("a * (b * c)", Multiply(A, Multiply(B, C)));
    }

    [Fact]
    public void Negatives()
    {
        AssertText("-a", Negate(A));
        AssertText("-(a + b)", Negate(Add(A, B)));
        AssertText("-(-a)", Negate(Negate(A)));
        AssertText("a - -b", Subtract(A, Negate(B)));
        AssertText("a * (-b)", Multiply(A, Negate(B)));
        AssertText("a * -0.5f", Multiply(A, new E.Number(-0.5)));
    }

    [Fact]
    public void Choices()
    {
        AssertText("a > 0 ? b : c", Where(Comparison.Positive, A, B, C));
        AssertText("(a - b) <= 0 ? 0f : c", Where(Comparison.NotPositive, Subtract(A, B), new E.Number(0), C));
        AssertText("b * (a < 0 ? b : c)", Multiply(B, Where(Comparison.Negative, A, B, C)));
        AssertText("(a < 0 ? b : c) + b", Add(Where(Comparison.Negative, A, B, C), B));
    }

    [Fact]
    public void Calls()
    {
        AssertText("a * a", new E.Unary(UnaryFunction.Square, A));
        AssertText("Square(a + b)", new E.Unary(UnaryFunction.Square, Add(A, B)));
        AssertText("Exp(a - b)", new E.Unary(UnaryFunction.Exp, Subtract(A, B)));
        AssertText("Relu(a)", new E.Relu(A));
        AssertText("XLogY(a, b + c)", new E.Binary(BinaryFunction.XLogY, A, Add(B, C)));
    }

    private static E Add(E left, E right) => new E.Binary(BinaryFunction.Add, left, right);

    private static E Subtract(E left, E right) => new E.Binary(BinaryFunction.Subtract, left, right);

    private static E Multiply(E left, E right) => new E.Binary(BinaryFunction.Multiply, left, right);

    private static E Divide(E left, E right) => new E.Binary(BinaryFunction.Divide, left, right);

    private static E Negate(E argument) => new E.Unary(UnaryFunction.Negate, argument);

    private static E Where(Comparison comparison, E z, E then, E otherwise) => new E.Where(comparison, z, then, otherwise);

    private static void AssertText(string expected, E expression) =>
        Assert.Equal(expected, new ExpressionText(Precision.Single, new Helpers("float"), name => name).Write(expression));
}
