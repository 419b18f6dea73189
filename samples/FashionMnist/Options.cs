using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace FashionMnist;

/// <summary>What stands on the command line.</summary>
/// <param name="Folder">The folder of the data, or null for the one that is installed.</param>
/// <param name="Network">The units of a hidden layer: 128 or 512.</param>
/// <param name="Epochs">How many times to learn from every picture.</param>
/// <param name="Seed">Decides the first weights and the order of the pictures.</param>
/// <param name="Report">Where the report goes.</param>
/// <param name="ComparePyTorch">Whether PyTorch is to do the same.</param>
internal sealed record Options(string? Folder, int Network, int Epochs, ulong Seed, string Report, bool ComparePyTorch)
{
    /// <summary>Reads the command line and runs the program; or says what is wrong with it, and ends with 1.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="run">The program. It is cancelled by Ctrl+C, and returns the exit code.</param>
    public static Task<int> InvokeAsync(string[] arguments, Func<Options, CancellationToken, int> run)
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "The folder of the four IDX files; without it, where Debian's package dataset-fashion-mnist puts them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var network = new Option<string>("--network")
        {
            Description = "784-128-10, or 784-512-512-10.",
            DefaultValueFactory = _ => "128",
        };
        network.AcceptOnlyFromAmong("128", "512");
        var epochs = new Option<int>("--epochs")
        {
            Description = "How many times to learn from every picture.",
            DefaultValueFactory = _ => 10,
        };
        epochs.Validators.Add(result =>
        {
            // Text that is no number has an error of its own.
            if (int.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : null, out int count) && count < 1)
            {
                result.AddError($"--epochs is {count}; expected at least 1.");
            }
        });
        var seed = new Option<ulong>("--seed")
        {
            Description = "Decides the first weights and the order of the pictures.",
        };
        var report = new Option<string>("--report")
        {
            Description = "Where the report goes.",
            DefaultValueFactory = _ => Path.Combine("artifacts", "fashion-mnist.html"),
        };
        var comparePyTorch = new Option<bool>("--compare-pytorch")
        {
            Description = "Trains the same network in PyTorch, too, and compares the time of an epoch. Both use one core.",
        };

        var command = new RootCommand("Learns to tell ten kinds of clothes apart by 60,000 pictures, and writes a report.")
        {
            folder, network, epochs, seed, report, comparePyTorch,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new Options(
                parsed.GetValue(folder),
                int.Parse(parsed.GetValue(network)!),
                parsed.GetValue(epochs),
                parsed.GetValue(seed),
                parsed.GetValue(report)!,
                parsed.GetValue(comparePyTorch));

            // On another thread, so that this one can take Ctrl+C.
            return Task.Run(() => run(options, cancellationToken));
        });
        return command.Parse(arguments).InvokeAsync();
    }
}
