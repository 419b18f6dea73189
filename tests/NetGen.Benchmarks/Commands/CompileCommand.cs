using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.Benchmarks.Compilation;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Reports;

namespace NetGen.Benchmarks.Commands;

/// <summary>What the networks cost at compile time: the generator, the text, the compiler, and an edit.</summary>
internal static class CompileCommand
{
    /// <summary>The hidden command that measures one network in a process of its own, in which nothing has run before.</summary>
    public const string ChildCommand = "compile-of";

    private const int WarmRuns = 60;
    private const int MostBytes = 200_000;
    private const double MostSecondsElsewhere = 0.000_25;

    private static readonly Dictionary<string, double> MostSeconds = new() { ["4-16-3"] = 0.020, ["784-512-512-10"] = 0.150 };

    public static void Run(Options options, FmaPeak peak, Report report)
    {
        var table = new MarkdownTable(1, "network", "generator, cold", "warm", "generated text", "compiler, cold", "warm");
        var costs = new List<(BenchmarkNetwork Network, Cost Cost)>();
        foreach (BenchmarkNetwork network in options.Networks)
        {
            Cost cost = Self.Ask<Cost>(ChildCommand, network.Name);
            costs.Add((network, cost));
            table.Add(
                network.Name, Format.Time(cost.GeneratorCold), Format.Time(cost.GeneratorWarm), $"{cost.Bytes / 1000.0:0.0} KB",
                Format.Time(cost.CompilerCold), Format.Time(cost.CompilerWarm));
        }

        report.Section(
            "Compile time",
            "Each network in a process of its own. Cold is the first run, in which the JIT compiles the generator and the compiler too; warm the best of "
            + $"{WarmRuns} runs that begin from nothing, as after an edit of the declaration. The compiler's time is that from the declaration and the generated text to an assembly.\n\n{table}");
        report.Judge(costs.Where(pair => MostSeconds.ContainsKey(pair.Network.Name)).Select(pair => new Verdict(
            $"generator, warm, {pair.Network}",
            $"≤ {Format.Time(MostSeconds[pair.Network.Name])}",
            Format.Time(pair.Cost.GeneratorWarm),
            pair.Cost.GeneratorWarm <= MostSeconds[pair.Network.Name])));
        (BenchmarkNetwork longest, Cost most) = costs.MaxBy(pair => pair.Cost.Bytes);
        report.Judge([new Verdict("generated text of any network", "≤ 200 KB", $"{most.Bytes / 1000.0:0} KB: {longest}", most.Bytes <= MostBytes)]);

        Edits(report);
    }

    /// <summary>In a fresh process: measures one network and prints what it cost.</summary>
    /// <param name="arguments">The name of the network.</param>
    public static void RunChild(string[] arguments)
    {
        BenchmarkNetwork network = BenchmarkNetwork.All.First(candidate => candidate.Name == arguments[0]);
        string source = NetworkSource.Write(network, "Net");
        (double generatorCold, GeneratorDriver driver) = CompilerHost.Generate(CompilerHost.Driver(), CompilerHost.Compilation(source));
        string text = driver.GetRunResult().GeneratedTrees.Single().ToString();
        double compilerCold = CompilerHost.Compile(source, text);
        Self.Answer(new Cost(
            generatorCold,
            Enumerable.Range(0, WarmRuns).Min(_ => CompilerHost.Generate(CompilerHost.Driver(), CompilerHost.Compilation(source)).Seconds),
            Encoding.UTF8.GetByteCount(text),
            compilerCold,
            Enumerable.Range(0, WarmRuns / 6).Min(_ => CompilerHost.Compile(source, text))));
    }

    /// <summary>What an edit costs in a project that declares all networks.</summary>
    private static void Edits(Report report)
    {
        const string Other = "class Other { void M() { } }\n";
        string[] networks = [.. BenchmarkNetwork.All.Select((network, i) => NetworkSource.Write(network, $"Net{i}"))];
        string last = networks[^1];

        var table = new MarkdownTable(1, $"edit in a project of {networks.Length} networks", "networks generated again", "generator");
        int unrelated = Edit("a statement in another file", Other, Other.Replace("{ }", "{ int x = 3; }"));
        Edit("a comment in the declaration of a network", last, last.Replace("[Loss", "// why\n[Loss"));
        Edit("one more unit in a layer", last, last.Replace("Dense(8,", "Dense(9,"));
        (double elsewhere, int again) = EditElsewhere.Measure();
        double each = elsewhere / EditElsewhere.Networks;
        report.Section(
            "Edits",
            $"{table}\n\nIn a project of {EditElsewhere.Networks} networks, a character typed elsewhere costs the generator {Format.Time(elsewhere)}, the best of many, "
            + $"{Format.Time(each)} a network: the compiler binds their attributes anew, and they are read and compared.");
        report.Judge(
        [
            new Verdict("an edit that does not touch a network", "regenerates nothing", $"{unrelated + again} of {networks.Length + EditElsewhere.Networks}", unrelated + again == 0),
            new Verdict($"{EditElsewhere.Networks} networks, an edit elsewhere, per network", $"≤ {Format.Time(MostSecondsElsewhere)}", Format.Time(each), each <= MostSecondsElsewhere),
        ]);

        int Edit(string what, string before, string after)
        {
            if (before == after)
            {
                throw new InvalidOperationException($"The edit '{what}' changes nothing.");
            }

            double seconds = double.MaxValue;
            int again = 0;
            for (int run = 0; run < 10; run++)
            {
                var compilation = CompilerHost.Compilation([.. networks, Other]);
                GeneratorDriver driver = CompilerHost.Generate(CompilerHost.Driver(), compilation).Driver;
                SyntaxTree tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString() == before);
                var edited = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(after, Encoding.UTF8)));
                (double taken, driver) = CompilerHost.Generate(driver, edited);
                seconds = Math.Min(seconds, taken);
                again = CompilerHost.GeneratedAgain(driver);
            }

            table.Add(what, $"{again}", Format.Time(seconds));
            return again;
        }
    }

    /// <summary>Seconds, and bytes of UTF-8.</summary>
    private sealed record Cost(double GeneratorCold, double GeneratorWarm, int Bytes, double CompilerCold, double CompilerWarm);
}
