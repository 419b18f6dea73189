using System.Threading.Tasks;
using NetGen.Generator.CodeFixes;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

public sealed class RenameMemberCodeFixTests
{
    [Theory]
    [InlineData("partial class Net { string Info => \"\"; string Use() => Info; }", "partial class Net { string OwnInfo => \"\"; string Use() => OwnInfo; }")]
    [InlineData("partial class Net { int OwnInfo; int Info() => OwnInfo; }", "partial class Net { int OwnInfo; int OwnInfo2() => OwnInfo; }")]
    [InlineData("partial class Net { int _netGenStorage; }", "partial class Net { int OwnNetGenStorage; }")]
    [InlineData("partial class Forward { Forward Use() => new(); }", "partial class ForwardNetwork { ForwardNetwork Use() => new(); }")]
    [InlineData("partial class Net<Info> { Info? Use() => default; }", "partial class Net<TInfo> { TInfo? Use() => default; }")]
    public async Task WhereverItIsUsed(string source, string expected)
    {
        string[] file = [.. await CodeFixTest.FixAsync(new RenameMemberCodeFix(), [$"using NetGen; [Network(4)] [Dense(3)] {source}"])];

        Assert.Equal([$"using NetGen; [Network(4)] [Dense(3)] {expected}"], file);
        GeneratorTest.Run(file).AssertNoFindings().AssertNothingInGeneratedCode();
    }

    [Theory]
    [InlineData("partial class Net : INetwork<float> { NetworkInfo INetwork<float>.Info => null!; }")]
    [InlineData("partial class Net { [System.Runtime.CompilerServices.IndexerName(\"Info\")] int this[int i] => i; }")]
    public async Task NotWhatHasItsNameFromElsewhere(string source) =>
        Assert.Empty(await CodeFixTest.TitlesAsync(new RenameMemberCodeFix(), $"using NetGen; [Network(4)] [Dense(3)] {source}"));

    [Fact]
    public async Task All()
    {
        string[] files =
        [
            .. await CodeFixTest.FixAllAsync(
                new RenameMemberCodeFix(),
                ["using NetGen; [Network(4)] [Dense(3)] partial class Loss { int Info; int Parameters() => Info; }", "class User { Loss loss = new(); }"]),
        ];

        Assert.Equal(
            ["using NetGen; [Network(4)] [Dense(3)] partial class Loss { int OwnInfo; int OwnParameters() => OwnInfo; }", "class User { Loss loss = new(); }"],
            files);
        GeneratorTest.Run(files).AssertNoFindings();
    }
}
