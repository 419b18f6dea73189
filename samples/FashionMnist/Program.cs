using System;
using System.IO;
using System.Linq;
using System.Threading;
using FashionMnist;
using FashionMnist.PyTorch;
using FashionMnist.Report;
using Spectre.Console;

// Colours, and a table that is drawn anew, are for terminals.
AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;
return await Options.InvokeAsync(args, Run);

static int Run(Options options, CancellationToken cancellationToken)
{
    try
    {
        // First, so that a folder that cannot be made is not found out after the training.
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Report))!);

        string folder = FashionData.Locate(options.Folder);
        FashionData data = FashionData.Read(folder);
        Console.WriteLine($"{data.Training.Count:N0} pictures to learn from, {data.Test.Count:N0} to be tested on, from {folder}");

        TrainingResult result = ConsoleProgress.Show(progress => Training.Run(options, data, progress, cancellationToken));
        Console.WriteLine();
        Console.WriteLine($"{result.NetworkName}: {result.Accuracy:0.00 %} of the test pictures, loss {result.Test.Loss:0.0000}");
        Console.WriteLine($"{result.EpochSeconds.Min():0.00} s the fastest epoch, {result.EpochSeconds.Average():0.00} s on average, test pictures included, on {options.CoresText}");

        PyTorchRun? pyTorch = options.ComparePyTorch ? Comparison.Run(folder, options, result, cancellationToken) : null;

        File.WriteAllText(options.Report, HtmlReport.Html(new Findings(options, data, result, pyTorch)));
        Console.WriteLine($"The report is in {Path.GetFullPath(options.Report)}");
        return 0;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Cancelled.");
        return 1;
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
}
