using NetGen.Generator.Emission;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using Xunit;
using E = NetGen.Generator.Planning.Expression;

namespace NetGen.Generator.Tests.Emission;

/// <summary>p · (v · q − w) with p and q numbers of all lanes, v and w vectors.</summary>
public sealed class VectorExpressionTests
{
    private static readonly E P = new E.Element("p");
    private static readonly E Q = new E.Element("q");
    private static readonly E V = new E.Element("v");
    private static readonly E W = new E.Element("w");

    [Fact]
    public void WhatMultipliesADifferenceIsMultipliedBeforeTheVectorIsThere()
    {
        AssertText("Vector128.MultiplyAddEstimate(v, Vector128.Create(p * q), Vector128.Create(-p) * w)", Multiply(P, Subtract(Multiply(V, Q), W)));
        AssertText("Vector128.MultiplyAddEstimate(v + w, Vector128.Create(p * q), Vector128.Create(-p) * (w + v))", Multiply(P, Subtract(Multiply(Add(V, W), Q), Add(W, V))));
    }

    [Fact]
    public void OtherProductsStayAsTheyAre()
    {
        AssertText("Vector128.Create(p) * (v - w)", Multiply(P, Subtract(V, W)));
        AssertText("Vector128.Create(p) * (v * w - w)", Multiply(P, Subtract(Multiply(V, W), W)));
        AssertText("v * (v * Vector128.Create(q) - w)", Multiply(V, Subtract(Multiply(V, Q), W)));
    }

    private static void AssertText(string expected, E expression)
    {
        VectorNames names = new(Precision.Single, VectorSupport.Estimates);
        VectorForm form = VectorForm.Of(4, 128, sizeof(float));

        Assert.Equal(expected, new VectorExpression(names, new Helpers("float"), form, new Operands()).Write(expression));
    }

    private static E Add(E left, E right) => new E.Binary(BinaryFunction.Add, left, right);

    private static E Subtract(E left, E right) => new E.Binary(BinaryFunction.Subtract, left, right);

    private static E Multiply(E left, E right) => new E.Binary(BinaryFunction.Multiply, left, right);

    private sealed class Operands : IOperands
    {
        public bool IsNumber(string value) => value is "p" or "q";

        public string Number(string value) => value;

        public string Vector(string value) => value;
    }
}
