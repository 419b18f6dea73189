using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.CodeFixes;
using NetGen.Generator.Tests.Sessions;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

/// <summary>Whatever stands there, half typed or wrong: a fix that is offered can be taken, and changes something.</summary>
public sealed class RandomDeclarationTests
{
    private const int Files = 12;
    private const int EditsPerFile = 3;

    private static readonly CodeFixProvider[] Providers =
    [
        new AddNetworkCodeFix(), new FitLossCodeFix(), new MakePartialCodeFix(), new MoveLayersCodeFix(), new RemoveOptionCodeFix(), new RenameMemberCodeFix(),
    ];

    [Fact]
    public void AllFixesAreAmongThem() =>
        Assert.Equal(typeof(NetworkCodeFixProvider).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(NetworkCodeFixProvider)) && !type.IsAbstract), Providers.Length);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task EachFixCanBeTaken(int seed)
    {
        var random = new Random(seed);
        var edits = new RandomEdits(random);
        for (int file = 0; file < Files; file++)
        {
            string text = edits.NewFile();
            for (int edit = 0; edit < EditsPerFile; edit++)
            {
                foreach (TextChange change in edits.Next(text, text, text))
                {
                    text = SourceText.From(text).WithChanges(change).ToString();
                }

                await AssertFixesCanBeTaken(text, seed);
            }
        }
    }

    private static async Task AssertFixesCanBeTaken(string text, int seed)
    {
        const string Other = "static class Sizes { public const int Three = 3; }";
        try
        {
            foreach ((string title, IReadOnlyList<string> files) in await CodeFixTest.FixEachAsync(Providers, text, Other))
            {
                Assert.True(!files.SequenceEqual([text, Other]), $"'{title}' changes nothing");
            }
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Seed {seed}: {exception.Message}\n{text}", exception);
        }
    }
}
