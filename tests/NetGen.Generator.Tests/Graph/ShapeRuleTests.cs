using System.Linq;
using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

/// <summary>What each operation gives, and what it refuses: the empty string stands for a refusal.</summary>
public sealed class ShapeRuleTests
{
    [Theory]
    [InlineData("N×3", false, "3×4", false, "N×4")]
    [InlineData("N×3", false, "4×3", true, "N×4")]
    [InlineData("N×3", true, "N×4", false, "3×4")]
    [InlineData("2×3", false, "3×4", false, "2×4")]
    [InlineData("3×2", true, "3×4", false, "2×4")]
    [InlineData("3×2", true, "4×3", true, "2×4")]
    [InlineData("N×3", false, "4×3", false, "")]
    [InlineData("N×3", false, "3", false, "")]
    [InlineData("N×3×1", false, "3×4", false, "")]
    [InlineData("N×3", false, "N×3", false, "")]
    [InlineData("2×3", false, "N×3", true, "")]
    [InlineData("2×3", true, "N×3", false, "")]
    public void MatMul(string left, bool transposeLeft, string right, bool transposeRight, string expected) =>
        Check(new Op.MatMul(transposeLeft, transposeRight), expected, left, right);

    [Theory]
    [InlineData("N×3", "N×3", "N×3")]
    [InlineData("N×3", "3", "N×3")]
    [InlineData("3", "N×1", "N×3")]
    [InlineData("1", "2×3×4", "2×3×4")]
    [InlineData("2×3", "3×2", "")]
    [InlineData("N×2", "3", "")]
    public void Binary(string left, string right, string expected)
    {
        Check(new Op.Binary(BinaryFunction.Add), expected, left, right);
        Check(new Op.Binary(BinaryFunction.XLogY), expected, right, left);
        Check(new Op.Where(Comparison.Positive), expected, left, right, left);
    }

    [Theory]
    [InlineData("N×3", "3", "1", "N×3")]
    [InlineData("1", "1", "N×3", "N×3")]
    [InlineData("N×3", "2", "1", "")]
    public void Where(string z, string then, string otherwise, string expected) =>
        Check(new Op.Where(Comparison.Negative), expected, z, then, otherwise);

    [Theory]
    [InlineData("N×2×3")]
    [InlineData("4")]
    public void ElementWise(string shape)
    {
        Check(new Op.Unary(UnaryFunction.Tanh), shape, shape);
        Check(new Op.Scale(2), shape, shape);
        Check(new Op.Relu(0), shape, shape);
        Check(new Op.Softmax(), shape, shape);
    }

    [Fact]
    public void OneNumberPerSample()
    {
        Check(new Op.RowMax(), "N×1", "N×3");
        Check(new Op.RowMax(), "", "3");
        Check(new Op.SoftmaxCrossEntropy(), "N×1", "N×3", "N×3");
        Check(new Op.SoftmaxCrossEntropy(), "", "N×3", "N×2");
        Check(new Op.SoftmaxCrossEntropy(), "", "3", "3");
    }

    [Theory]
    [InlineData("N×3", "3", true)]
    [InlineData("N×3", "N×1", true)]
    [InlineData("N×2×3", "1", true)]
    [InlineData("N×3", "2", false)]
    [InlineData("3", "N×3", false)]
    public void SumToAndBroadcastAreOpposites(string wide, string narrow, bool isPossible)
    {
        Check(new Op.SumTo(Shapes.Parse(narrow)), isPossible ? narrow : "", wide);
        Check(new Op.Broadcast(Shapes.Parse(wide)), isPossible ? wide : "", narrow);
    }

    [Fact]
    public void ReshapeKeepsTheNumbersAndTheBatch()
    {
        Check(new Op.Reshape(Shape.PerSample(6)), "N×6", "N×2×3");
        Check(new Op.Reshape(Shape.Fixed(1, 2, 3)), "1×2×3", "6");
        Check(new Op.Reshape(Shape.PerSample(6)), "", "N×7");
        Check(new Op.Reshape(Shape.Fixed(6)), "", "N×6");
    }

    [Fact]
    public void BatchMeanTakesABatch()
    {
        Check(new Op.BatchMean(), "2×3", "N×2×3");
        Check(new Op.BatchMean(), "", "3");
    }

    [Fact]
    public void LeavesHaveNoInputsToTakeAShapeFrom() =>
        Assert.Throws<GraphException>(() => ShapeRules.Infer(new Op.Parameter("W"), []));

    private static void Check(Op op, string expected, params string[] inputs)
    {
        GraphBuilder graph = new(Precision.Single);
        Tensor[] tensors = [.. inputs.Select((shape, i) => graph.Input($"x{i}", "x", Shapes.Parse(shape)))];
        if (expected.Length == 0)
        {
            Assert.Throws<GraphException>(() => ShapeRules.Infer(op, tensors));
        }
        else
        {
            Assert.Equal(expected, ShapeRules.Infer(op, tensors).ToString());
        }
    }
}
