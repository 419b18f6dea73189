using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks;

/// <summary>What stands on the command line.</summary>
internal sealed record Options
{
    public const string Help = """
        dotnet run -c Release --project tests/NetGen.Benchmarks -- COMMAND [OPTIONS]

        Commands
          peers     generated code beside C, C# loops, TensorPrimitives, PyTorch, ONNX Runtime and FANN
          growth    one layer, 64×64 to 2048×2048, and batches of the tiny 4-16-3, in % of the machine's peak
          compile   what the generator and the compiler cost, and what an edit regenerates
          jit       what the JIT costs before the first TrainStep
          all       all of these, in one report
          kernels   BenchmarkDotNet on single layers; what follows is BenchmarkDotNet's own: --filter '*'

        Options
          --networks 4-16-3,784-128-10   these networks alone, by name or the beginning of it
          --n 1,128                      these numbers of samples alone
          --rounds 3                     peers and growth so often, and the best counts: for a machine that others use, too
          --quick                        fewer trials, and N = 1 and 128 alone if --n says nothing else
          --out FOLDER                   where the report goes, instead of artifacts/benchmarks
          --avx2                         without AVX-512, against C for x86-64-v3
          --install                      fetch onnxruntime-node by npm into the output folder, if it is not there
        """;

    public required string Command { get; init; }

    public IReadOnlyList<BenchmarkNetwork> Networks { get; init; } = BenchmarkNetwork.All;

    public IReadOnlyList<int> SampleCounts { get; init; } = [1, 8, 32, 128, 512];

    /// <summary>How often all cases of peers and growth are measured, one round after the other.</summary>
    public int Rounds { get; init; } = 1;

    public bool Quick { get; init; }

    public string Output { get; init; } = Path.GetFullPath(Path.Combine("artifacts", "benchmarks"));

    public bool Avx2 { get; init; }

    public bool Install { get; init; }

    /// <exception cref="ArgumentException">An argument is not understood; the message names it.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || arguments[0].StartsWith('-'))
        {
            throw new ArgumentException("A command is missing.");
        }

        var options = new Options { Command = arguments[0] };
        for (int i = 1; i < arguments.Count; i++)
        {
            string name = arguments[i];
            options = name switch
            {
                "--networks" => options with { Networks = [.. Value().Split(',').Select(Network)] },
                "--n" => options with { SampleCounts = [.. Value().Split(',').Select(text => Count(text, "samples")).Order()] },
                "--rounds" => options with { Rounds = Count(Value(), "rounds") },
                "--quick" => options with { Quick = true },
                "--out" => options with { Output = Path.GetFullPath(Value()) },
                "--avx2" => options with { Avx2 = true },
                "--install" => options with { Install = true },
                _ => throw new ArgumentException($"Expected an option, found '{name}'."),
            };

            string Value() => ++i < arguments.Count ? arguments[i] : throw new ArgumentException($"{name} needs a value.");

            int Count(string text, string what) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
                ? count
                : throw new ArgumentException($"{name}: expected a number of {what}, found '{text}'.");
        }

        return options.Quick && !arguments.Contains("--n") ? options with { SampleCounts = [1, 128] } : options;
    }

    /// <summary>A network by its name, or by the beginning of it that no other has.</summary>
    private static BenchmarkNetwork Network(string name)
    {
        BenchmarkNetwork[] found = [.. BenchmarkNetwork.All.Where(network => network.Name == name)];
        if (found.Length == 0)
        {
            found = [.. BenchmarkNetwork.All.Where(network => network.Name.StartsWith(name, StringComparison.Ordinal))];
        }

        return found.Length == 1
            ? found[0]
            : throw new ArgumentException($"--networks: expected some of {string.Join(", ", BenchmarkNetwork.All)}, found '{name}'.");
    }
}
