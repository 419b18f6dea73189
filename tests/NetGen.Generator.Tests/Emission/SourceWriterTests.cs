using NetGen.Generator.Emission;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

public sealed class SourceWriterTests
{
    private readonly SourceWriter _writer = new();

    [Fact]
    public void BlocksIndentAndClose()
    {
        using (_writer.Block("class A"))
        {
            using (_writer.Block("void M()"))
            {
                _writer.Line("return;");
            }
        }

        Assert.Equal("class A\n{\n    void M()\n    {\n        return;\n    }\n}\n", _writer.ToString());
    }

    [Fact]
    public void SeveralLinesKeepTheirIndentationAndEmptyOnesGetNone()
    {
        using (_writer.Block("{"))
        {
            _writer.Line("a\n\n    b   \r\nc");
            _writer.Line();
        }

        Assert.Equal("{\n{\n    a\n\n        b\n    c\n\n}\n", _writer.ToString());
    }

    [Fact]
    public void ParametersStandBesideEachOtherWhereTheyFit()
    {
        _writer.Method("void M", "int a", "int b").Dispose();
        string type = new('T', 70);
        _writer.Method("void M", type + " a", type + " b").Dispose();

        Assert.Equal($"void M(int a, int b)\n{{\n}}\nvoid M(\n    {type} a,\n    {type} b)\n{{\n}}\n", _writer.ToString());
    }
}
