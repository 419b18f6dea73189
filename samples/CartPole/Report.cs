using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace CartPole;

/// <summary>What the program writes on the console: one line that moves on while it learns, and a table at the end.</summary>
internal static class Report
{
    private const int GamesPerLine = 100;
    private const int GamesPerUpdate = 5;

    /// <summary>Colours, and lines that are written over, are for terminals.</summary>
    static Report() => AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

    /// <summary>To be called after every game: on a terminal the line is written over, elsewhere there is a new one now and then.</summary>
    public static void Progress(Learning learning)
    {
        bool isTerminal = AnsiConsole.Profile.Capabilities.Ansi;
        if (learning.IsOver || learning.Games % (isTerminal ? GamesPerUpdate : GamesPerLine) == 0)
        {
            string line = $"seed {learning.Seed}   game {learning.Games,4}   {learning.Steps,7:N0} steps   mean of the last {RecentScores.Capacity}: {learning.RecentMean,5:0.0}";
            Console.Write(isTerminal ? $"\r{line}" : $"{line}\n");
        }

        if (learning.IsOver && isTerminal)
        {
            Console.WriteLine();
        }
    }

    public static void Summary(IReadOnlyCollection<Learning> all)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("seed").RightAligned()).AddColumn("solved");
        foreach (string column in new[] { "games", "steps", "mean", "seconds", "ns/step", "bytes", "GCs" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (Learning learning in all)
        {
            table.AddRow(
                $"{learning.Seed}",
                learning.IsSolved ? "[green]yes[/]" : "[red]no[/]",
                $"{learning.Games:N0}",
                $"{learning.Steps:N0}",
                $"{learning.RecentMean:0.0}",
                $"{learning.Time.TotalSeconds:0.00}",
                $"{learning.Time.TotalNanoseconds / learning.Steps:N0}",
                $"{learning.AllocatedBytes:N0}",
                $"{learning.Collections:N0}");
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{all.Count(learning => learning.IsSolved)} of {all.Count} solved: a mean of {Learning.SolvedMean} over {RecentScores.Capacity} games in a row.");
        AnsiConsole.WriteLine("ns/step: playing and learning; the first seed waits for the JIT.");
        AnsiConsole.WriteLine("bytes, GCs: allocated by all games on the managed heap, and garbage collections meanwhile.");
    }
}
