using System.Threading.Tasks;
using NetGen.Generator.CodeFixes;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

public sealed class MakePartialCodeFixTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(3)] class Net { }", "[Network(4)] [Dense(3)] partial class Net { }")]
    [InlineData("[Network(4)] [Dense(3)]\n/* why */ class Net { }", "[Network(4)] [Dense(3)]\n/* why */ partial class Net { }")]
    [InlineData("/// <summary>A network.</summary>\n[Network(4)] [Dense(3)]\npublic sealed class Net { }", "/// <summary>A network.</summary>\n[Network(4)] [Dense(3)]\npublic sealed partial class Net { }")]
    [InlineData(
        "record struct R { public class Middle { [Network(4)] [Dense(3)] sealed class Net { } } }",
        "partial record struct R { public partial class Middle { [Network(4)] [Dense(3)] sealed partial class Net { } } }")]
    public async Task TheTypeAndThoseAroundIt(string source, string expected)
    {
        // The first of the findings is enough: each is about one of the types, and the fix of the innermost is about all.
        string[] file = [await FirstFixAsync($"using NetGen;\n{source}")];

        Assert.Equal($"using NetGen;\n{expected}", file[0]);
        GeneratorTest.Run(file).AssertClean();
    }

    [Fact]
    public async Task OtherPartsOfTheType()
    {
        string[] fixedFiles = [.. await CodeFixTest.FixAsync(new MakePartialCodeFix(), ["using NetGen; [Network(4)] [Dense(3)] partial class Net { }", "class Net { }"])];

        Assert.Equal(["using NetGen; [Network(4)] [Dense(3)] partial class Net { }", "partial class Net { }"], fixedFiles);
    }

    [Fact]
    public async Task All()
    {
        const string Source = """
            using NetGen;
            class Outer
            {
                [Network(4)] [Dense(3)] class A { }
                [Network(4)] [Dense(3)] class B { }
            }
            """;

        string[] file = [.. await CodeFixTest.FixAllAsync(new MakePartialCodeFix(), [Source])];

        Assert.Equal([Source.Replace("class", "partial class")], file);
        GeneratorTest.Run(file).AssertClean();
    }

    private static async Task<string> FirstFixAsync(string source) => (await CodeFixTest.FixAllAsync(new MakePartialCodeFix(), [source]))[0];
}
