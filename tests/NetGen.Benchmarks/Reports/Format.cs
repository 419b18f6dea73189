using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Benchmarks.Reports;

/// <summary>Numbers as people read them, three digits each.</summary>
internal static class Format
{
    public static string Time(double seconds) => seconds switch
    {
        < 1e-6 => $"{Digits(seconds * 1e9)} ns",
        < 1e-3 => $"{Digits(seconds * 1e6)} µs",
        < 1 => $"{Digits(seconds * 1e3)} ms",
        _ => $"{Digits(seconds)} s",
    };

    public static string Ratio(double ratio) => $"{(ratio < 10 ? ratio.ToString("0.00") : Digits(ratio))} ×";

    public static string Percent(double share) => $"{share:0 %}";

    public static string Digits(double value) => value switch
    {
        < 1 => value.ToString("0.00"),
        < 99.95 => value.ToString("0.0"),
        _ => value.ToString("#,0"),
    };

    public static double GeometricMean(IEnumerable<double> values) => Math.Exp(values.Average(Math.Log));
}
