using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
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
/// <param name="Cores">The most cores that training uses.</param>
/// <param name="ComparePyTorch">Whether PyTorch is to do the same.</param>
internal sealed record Options(string? Folder, int Network, int Epochs, ulong Seed, string Report, int Cores, bool ComparePyTorch)
{
    /// <summary>The cores in words.</summary>
    public string CoresText => Cores == 1 ? "one core" : $"up to {Cores} cores";

    /// <summary>Reads the command line and runs the program; or says what is wrong with it, and ends with 1.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="run">The program. It is cancelled by Ctrl+C, and returns the exit code.</param>
    public static Task<int> InvokeAsync(string[] arguments, Func<Options, CancellationToken, int> run)
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "The folder of the four IDX files; without it, where Debian's package dataset-fashion-mnist puts them.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => Parsed(result, "The folder", "a folder, or one of the options", text => (!text.StartsWith('-'), text)),
        };
        var network = new Option<int>("--network")
        {
            Description = "128 for 784-128-10, 512 for 784-512-512-10.",
            HelpName = "128|512",
            DefaultValueFactory = _ => 128,
            CustomParser = result => Parsed(result, "--network", "128 or 512", text => (text is "128" or "512", text == "512" ? 512 : 128)),
        };
        var epochs = new Option<int>("--epochs")
        {
            Description = "How many times to learn from every picture.",
            DefaultValueFactory = _ => 10,
            CustomParser = result => Parsed(result, "--epochs", "a whole number from 1 on", text => (int.TryParse(text, out int count) && count >= 1, count)),
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Decides the first weights and the order of the pictures.",
            DefaultValueFactory = _ => 0,
            CustomParser = result => Parsed(result, "--seed", "a whole number from 0 on", text => (ulong.TryParse(text, out ulong number), number)),
        };
        var report = new Option<string>("--report")
        {
            Description = "Where the report goes.",
            DefaultValueFactory = _ => Path.Combine("artifacts", "fashion-mnist.html"),
        };
        var cores = new Option<int>("--cores")
        {
            Description = "The most cores that training uses; the result is the same.",
            DefaultValueFactory = result => result.GetValue<bool>("--compare-pytorch") ? 1 : Environment.ProcessorCount,
            CustomParser = result => Parsed(result, "--cores", "a whole number from 1 on", text => (int.TryParse(text, out int count) && count >= 1, count)),
        };
        var comparePyTorch = new Option<bool>("--compare-pytorch")
        {
            Description = "Trains the same network in PyTorch, too, and compares the time of an epoch. Both use one core, or as many as --cores says.",
        };

        var command = new RootCommand("Learns to tell ten kinds of clothes apart by 60,000 pictures, and writes a report.")
        {
            folder, network, epochs, seed, report, cores, comparePyTorch,
        };
        command.SetAction((values, cancellationToken) =>
        {
            var options = new Options(
                values.GetValue(folder),
                values.GetValue(network),
                values.GetValue(epochs),
                values.GetValue(seed),
                values.GetValue(report)!,
                values.GetValue(cores),
                values.GetValue(comparePyTorch));

            // On another thread, so that this one can take Ctrl+C.
            return Task.Run(() => run(options, cancellationToken));
        });

        ParseResult parsed = command.Parse(arguments);
        if (parsed.Action is ParseErrorAction error)
        {
            // They suggest -h for a wrong number.
            error.ShowTypoCorrections = false;
        }

        return parsed.InvokeAsync();
    }

    /// <summary>What a text stands for; or an error that names the option, what was expected and what came.</summary>
    private static T? Parsed<T>(ArgumentResult result, string name, string expected, Func<string, (bool IsRight, T Value)> parse)
    {
        string text = result.Tokens[^1].Value;
        (bool isRight, T value) = parse(text);
        if (!isRight)
        {
            result.AddError($"{name} is '{text}'; expected {expected}.");
        }

        return isRight ? value : default;
    }
}
