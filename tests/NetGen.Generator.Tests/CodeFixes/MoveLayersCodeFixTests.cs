using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.Generator.CodeFixes;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

public sealed class MoveLayersCodeFixTests
{
    private const string First = """
        using NetGen;

        /// <summary>A network.</summary>
        [Network(4)]
        [Dense(8)] // wide
        public partial class Net { }
        """;

    private const string Second = """
        using NetGen;
        using System;

        /// <remarks>Another part.</remarks>
        [Dense(7), Obsolete]
        // narrow
        [Dense(6)]
        partial class Net { }

        [Dense(5)] partial class Net { }
        """;

    private static readonly string[] Moved =
    [
        """
        using NetGen;

        /// <summary>A network.</summary>
        [Network(4)]
        [Dense(8)]
        [Dense(7)]
        // narrow
        [Dense(6)]
        [Dense(5)] // wide
        public partial class Net { }
        """,
        """
        using NetGen;
        using System;

        /// <remarks>Another part.</remarks>
        [Obsolete]
        partial class Net { }

        partial class Net { }
        """,
    ];

    [Fact]
    public async Task LayersOfAllPartsFollowThoseOfTheFirst()
    {
        const string Title = "Move all layers to the part with the first";

        string[] files = [.. await CodeFixTest.FixAsync(new MoveLayersCodeFix(), [First, Second], Title)];

        Assert.Equal(Moved, files);
        GeneratorTest.Run(files).AssertNoFindings();
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    [InlineData(FixAllScope.Document)]
    public async Task All(FixAllScope scope) => Assert.Equal(Moved, await CodeFixTest.FixAllAsync(new MoveLayersCodeFix(), [First, Second], scope: scope));
}
