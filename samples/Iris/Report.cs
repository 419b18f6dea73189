using System;
using System.Linq;
using Spectre.Console;

namespace Iris;

/// <summary>What the program writes on the console. Nothing is redrawn, so that it reads the same in a file.</summary>
internal static class Report
{
    /// <summary>Colours are for terminals.</summary>
    static Report() => AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

    public static void Network(int training, int heldOut)
    {
        Heading("The network");
        AnsiConsole.WriteLine(IrisNet.Info.ToString());

        Heading($"Training on {training} flowers, {heldOut} are held out");
    }

    public static void ProgressHeader() => AnsiConsole.MarkupLine("[grey]epoch     loss   accuracy[/]");

    public static void Progress(int epoch, float loss, Evaluation evaluation) =>
        AnsiConsole.MarkupLine($"{epoch,5}   {loss:0.0000}   [green]{evaluation.Accuracy,8:0.0 %}[/]");

    public static void HeldOut(Evaluation evaluation)
    {
        Heading("The flowers held out");
        AnsiConsole.MarkupLine($"[green]{evaluation.Right} of {evaluation.Count} right[/], {evaluation.Accuracy:0.0 %}");

        var table = new Table().Border(TableBorder.Rounded).AddColumn("");
        foreach (string species in IrisData.Species)
        {
            table.AddColumn(new TableColumn($"taken for\n{species}").RightAligned());
        }

        for (int row = 0; row < IrisData.Species.Length; row++)
        {
            table.AddRow(
                [IrisData.Species[row], .. Enumerable.Range(0, IrisData.Species.Length).Select(column => Cell(row, column))]);
        }

        AnsiConsole.Write(table);

        string Cell(int row, int column) => (evaluation.Confusion[row, column], row == column) switch
        {
            (0, _) => "[grey]0[/]",
            (int right, true) => $"[green]{right}[/]",
            (int wrong, false) => $"[red]{wrong}[/]",
        };
    }

    public static void Prediction(Flower flower, float[] probabilities)
    {
        float[] cm = flower.Measurements;
        Heading("The one that it was least sure of");
        AnsiConsole.WriteLine($"sepal {cm[0]:0.0} × {cm[1]:0.0} cm, petal {cm[2]:0.0} × {cm[3]:0.0} cm; it is a {IrisData.Species[flower.Species]}");
        foreach ((string species, float probability) in IrisData.Species.Zip(probabilities))
        {
            string bar = new('█', (int)Math.Round(probability * 40));
            AnsiConsole.WriteLine($"{species,-10}   {probability,7:0.0 %}   {bar}".TrimEnd());
        }
    }

    public static void Cost(Trainer trainer, double nanosecondsPerStep)
    {
        Heading("What it cost");
        AnsiConsole.WriteLine($"training     {trainer.Time.TotalMilliseconds:0.0} ms for {trainer.Steps:N0} steps");
        AnsiConsole.WriteLine($"TrainStep    {nanosecondsPerStep:N0} ns for {Trainer.BatchSize} flowers, once the JIT has optimized it");
        AnsiConsole.WriteLine($"allocated    {trainer.AllocatedBytes:N0} bytes in {trainer.Steps:N0} steps");
        AnsiConsole.WriteLine($"parameters   {IrisNet.ParameterCount:N0}");
    }

    private static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine($"[bold]{text}[/]");
    }
}
