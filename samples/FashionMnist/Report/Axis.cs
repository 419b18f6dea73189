using System;
using System.Collections.Generic;
using System.Linq;

namespace FashionMnist.Report;

/// <summary>From values to places along an axis, with round numbers for its marks.</summary>
internal sealed class Axis
{
    private const int MostSteps = 6;

    private readonly double _from;
    private readonly double _to;
    private readonly double _start;
    private readonly double _end;

    /// <summary>An axis that holds all values, from mark to mark.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="start">Where the lowest mark is in the picture.</param>
    /// <param name="end">Where the highest mark is.</param>
    public Axis(IReadOnlyCollection<double> values, double start, double end)
    {
        (double least, double largest) = (values.Min(), values.Max());
        Step = RoundStep(Math.Max(largest - least, 1e-3 * Math.Max(Math.Abs(largest), 1)) / MostSteps);
        long first = (long)Math.Floor(least / Step);
        long last = Math.Max((long)Math.Ceiling(largest / Step), first + 1);
        Marks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * Step)];
        (_from, _to, _start, _end) = (Marks[0], Marks[^1], start, end);
    }

    /// <summary>The distance of the marks: 1, 2 or 5, times a power of ten.</summary>
    public double Step { get; }

    public IReadOnlyList<double> Marks { get; }

    public double Place(double value) => _start + ((value - _from) / (_to - _from) * (_end - _start));

    private static double RoundStep(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
