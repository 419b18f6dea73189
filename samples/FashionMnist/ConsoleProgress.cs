using System;
using System.Globalization;
using NetGen.Training;
using Spectre.Console;

namespace FashionMnist;

/// <summary>Shows how far training has come: on a terminal in a table whose last row is the epoch that runs, elsewhere in a line for every epoch.</summary>
internal sealed class ConsoleProgress : IProgress<TrainingProgress>
{
    private static readonly string[] Columns = ["epoch", "samples/s", "loss", "test loss", "accuracy", "time left"];

    private readonly Table _table = new Table().Border(TableBorder.Simple);
    private LiveDisplayContext? _display;

    private ConsoleProgress()
    {
        foreach (string column in Columns)
        {
            _table.AddColumn(new TableColumn(column).RightAligned());
        }
    }

    /// <summary>Calls what trains, with progress to report to.</summary>
    public static TResult Show<TResult>(Func<IProgress<TrainingProgress>, TResult> train)
    {
        var progress = new ConsoleProgress();
        if (AnsiConsole.Profile.Capabilities.Ansi)
        {
            return AnsiConsole.Live(progress._table).AutoClear(false).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top).Start(display =>
            {
                progress._display = display;
                return train(progress);
            });
        }

        progress.WriteLine(Columns);
        return train(progress);
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        bool isDone = value.IsEpochDone;
        string[] cells =
        [
            $"{value.Epoch}/{value.Epochs}",
            $"{value.SamplesPerSecond:N0}",
            $"{value.Loss:0.0000}",
            isDone ? $"{value.History.ValidationLoss[^1]:0.0000}" : "",
            isDone ? $"{value.History["accuracy"][^1]:0.00 %}" : $"{(double)value.Step / value.StepsPerEpoch:0 %} done",
            Text(value.Remaining),
        ];

        if (_display is not null)
        {
            Update(value.Epoch, cells);
        }
        else if (isDone)
        {
            WriteLine(cells);
        }
    }

    private void Update(int epoch, string[] cells)
    {
        if (_table.Rows.Count < epoch)
        {
            _table.AddRow(cells);
        }
        else
        {
            for (int i = 0; i < cells.Length; i++)
            {
                _table.UpdateCell(epoch - 1, i, cells[i]);
            }
        }

        _display!.Refresh();
    }

    private void WriteLine(string[] cells) =>
        Console.WriteLine(string.Concat(Array.ConvertAll(cells, cell => $"{cell,12}")));

    private static string Text(TimeSpan time) => time.ToString(time.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
