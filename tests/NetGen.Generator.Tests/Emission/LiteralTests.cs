using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Emission;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>The C# compiler reads back the very number, in whatever culture it was written.</summary>
public sealed class LiteralTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public LiteralTests() => CultureInfo.CurrentCulture = new TestOptions().Culture;

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    [Fact]
    public void RandomBitsOfFloat64ReadBackExactly()
    {
        Random random = new(1);
        foreach (double value in Enumerable.Range(0, 5000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))).Where(double.IsFinite))
        {
            AssertReadsBack(value);
        }
    }

    [Fact]
    public void RandomBitsOfFloat32ReadBackExactly()
    {
        Random random = new(1);
        foreach (float value in Enumerable.Range(0, 5000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))).Where(float.IsFinite))
        {
            AssertReadsBack(value);
        }
    }

    [Fact]
    public void EdgesReadBackExactly()
    {
        double[] edges = [0.0, -0.0, 1, 0.1, 1e15, 1e16, 123456789012345680, double.MaxValue, double.MinValue, double.Epsilon, 2.2250738585072014e-308, 5e-324];
        Array.ForEach(edges, AssertReadsBack);
        float[] singles = [0f, -0f, 1, 0.1f, 16777216, float.MaxValue, float.MinValue, float.Epsilon, 1.17549435e-38f];
        Array.ForEach(singles, AssertReadsBack);
    }

    [Fact]
    public void NumbersHaveTheirTypeAndNoCulture()
    {
        Assert.Equal("-0.5f", Literals.Number(-0.5, Precision.Single));
        Assert.Equal("-0.5", Literals.Number(-0.5, Precision.Double));
        Assert.Equal("2f", Literals.Number(2, Precision.Single));
        Assert.Equal("2.0", Literals.Number(2, Precision.Double));
        Assert.Equal("-1234567", Literals.Int(-1234567));
    }

    [Fact]
    public void WhatIsNoNumberIsNamed()
    {
        Assert.Equal("float.NaN", Literals.Number(double.NaN, Precision.Single));
        Assert.Equal("double.NegativeInfinity", Literals.Number(double.NegativeInfinity, Precision.Double));

        // Beyond what float32 can hold.
        Assert.Equal("float.PositiveInfinity", Literals.Number(1e39, Precision.Single));
    }

    [Fact]
    public void TextsReadBack()
    {
        IEnumerable<string> texts = ["", "plain", "\"quoted\\\"", "two\nlines\r\t\0", "θ ← θ − η·∂E/∂θ", "\u2028\u202e\ud83d\ude00\ud800", "ı İ"];
        Assert.All(texts, text => Assert.Equal(text, Token(Literals.Text(text)).ValueText));
    }

    [Fact]
    public void DocumentationHasNoMarkupOfItsOwn() => Assert.Equal("a &lt;b&gt; &amp;?c", Literals.Xml("a <b> &\u2028c"));

    private static void AssertReadsBack(double value) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits((double)Value(Literals.Number(value, Precision.Double))));

    private static void AssertReadsBack(float value) =>
        Assert.Equal(BitConverter.SingleToInt32Bits(value), BitConverter.SingleToInt32Bits((float)Value(Literals.Number(value, Precision.Single))));

    /// <summary>The number that the compiler makes of a literal and a sign before it.</summary>
    private static object Value(string text)
    {
        object value = Token(text.TrimStart('-')).Value!;
        return (text[0], value) switch
        {
            ('-', float single) => (object)(-single),
            ('-', double number) => -number,
            _ => value,
        };
    }

    private static Microsoft.CodeAnalysis.SyntaxToken Token(string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text);
        Assert.Empty(expression.GetDiagnostics());
        return Assert.IsType<LiteralExpressionSyntax>(expression).Token;
    }
}
