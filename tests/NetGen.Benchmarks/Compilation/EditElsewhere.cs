using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Compilation;

/// <summary>
/// Somebody types into a file without networks, in a project that has many. After every character the compiler binds the attributes of all networks anew, since they
/// might mean something else now, and the generator reads them and sees that they do not.
/// </summary>
internal static class EditElsewhere
{
    public const int Networks = 100;

    private const int WarmUp = 20;

    private const int Edits = 60;

    /// <returns>The seconds of the driver for one edit, the best of many, and how many networks were generated again in all of them.</returns>
    public static (double Seconds, int Again) Measure()
    {
        string[] sources = [.. Enumerable.Range(0, Networks).Select(i => NetworkSource.Write(BenchmarkNetwork.All[i % BenchmarkNetwork.All.Count], $"Net{i}"))];
        CSharpCompilation compilation = CompilerHost.Compilation([.. sources, "class Other { }"]);
        GeneratorDriver driver = CompilerHost.Generate(CompilerHost.Driver(), compilation).Driver;
        double[] seconds = new double[WarmUp + Edits];
        int again = 0;
        for (int edit = 0; edit < seconds.Length; edit++)
        {
            SyntaxTree tree = compilation.SyntaxTrees[^1];
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From($"class Other {{ int x{edit}; }}", Encoding.UTF8)));
            (seconds[edit], driver) = CompilerHost.Generate(driver, compilation);
            again += CompilerHost.GeneratedAgain(driver);
        }

        return (seconds.Skip(WarmUp).Min(), again);
    }
}
