using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Benchmarks.Reports;

/// <summary>A table as Markdown, padded so that it reads as text too. The first columns hold names, the others numbers, to the right.</summary>
internal sealed class MarkdownTable(int names, params IReadOnlyList<string> header)
{
    private readonly List<IReadOnlyList<string>> _rows = [];

    public void Add(params IReadOnlyList<string> cells)
    {
        if (cells.Count != header.Count)
        {
            throw new ArgumentException($"Expected {header.Count} cells, found {cells.Count}.", nameof(cells));
        }

        _rows.Add(cells);
    }

    public override string ToString()
    {
        int[] widths = [.. Enumerable.Range(0, header.Count).Select(c => Math.Max(3, _rows.Append(header).Max(row => row[c].Length)))];
        IEnumerable<string> rule = widths.Select((width, c) => c < names ? new string('-', width) : new string('-', width - 1) + ":");
        return string.Concat(_rows.Prepend([.. rule]).Prepend(header).Select(row => $"| {string.Join(" | ", row.Select(Pad))} |\n"));

        string Pad(string cell, int c) => c < names ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]);
    }
}
