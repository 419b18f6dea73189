using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Reports;

/// <summary>
/// Everybody's time as a multiple of the generated code's, on a logarithmic scale: a row for each network, a dot for each peer, a panel for each pass
/// and some numbers of samples.
/// </summary>
internal sealed class PeersPicture
{
    private const int LabelWidth = 165;
    private const int PanelWidth = 430;
    private const int PanelGap = 60;
    private const int RowHeight = 19;
    private const int Header = 80;
    private const int PanelHeader = 44;
    private const int PanelFooter = 24;
    private const double DotRadius = 4.5;

    /// <summary>Distinguishable by people with any kind of colour vision (Okabe and Ito).</summary>
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#e69f00", "#cc79a7", "#882255", "#009e73", "#56b4e9"];

    private readonly IReadOnlyList<Case> _cases;
    private readonly string[] _columns;
    private readonly BenchmarkNetwork[] _networks;
    private readonly int[] _sampleCounts;
    private readonly int _firstDecade;
    private readonly int _lastDecade;
    private readonly SvgWriter _svg;

    /// <param name="cases">What was measured.</param>
    /// <param name="columns">The peers beside the generated code.</param>
    private PeersPicture(IReadOnlyList<Case> cases, string[] columns)
    {
        _cases = cases;
        _columns = columns;
        _networks = [.. cases.Select(one => one.Network).Distinct()];
        int[] all = [.. cases.Select(one => one.N).Distinct().Order()];
        _sampleCounts = [.. new[] { all[0], all[all.Length / 2], all[^1] }.Distinct()];

        double[] logarithms = [.. cases.SelectMany(one => columns.Select(one.Ratio)).OfType<double>().Append(1).Select(Math.Log10)];
        _firstDecade = (int)Math.Floor(logarithms.Min());
        _lastDecade = Math.Max(_firstDecade + 1, (int)Math.Ceiling(logarithms.Max()));
        _svg = new SvgWriter(LabelWidth + (2 * (PanelWidth + PanelGap)), Header + (_sampleCounts.Length * PanelHeight));
    }

    private int PanelHeight => PanelHeader + (_networks.Length * RowHeight) + PanelFooter;

    public static string Draw(IReadOnlyList<Case> cases, string[] columns) => new PeersPicture(cases, columns).Draw();

    private string Draw()
    {
        _svg.Text(16, 28, "Time of one call, as a multiple of NetGen's", size: 18, bold: true);
        double x = 16;
        foreach ((string column, string colour) in _columns.Zip(Colours))
        {
            _svg.Dot(x + DotRadius, 50, DotRadius, colour, column);
            _svg.Text(x + 14, 54, column);
            x += 34 + (7 * column.Length);
        }

        for (int row = 0; row < _sampleCounts.Length; row++)
        {
            foreach (Pass pass in Enum.GetValues<Pass>())
            {
                Panel(pass, _sampleCounts[row], LabelWidth + ((int)pass * (PanelWidth + PanelGap)), Header + (row * PanelHeight));
            }
        }

        return _svg.ToString();
    }

    private void Panel(Pass pass, int n, double left, double top)
    {
        double first = top + PanelHeader;
        double bottom = first + (_networks.Length * RowHeight);
        _svg.Text(left, top + 18, $"{pass}, N = {n}", size: 14, bold: true);

        // Where somebody is faster than the generated code.
        _svg.Rectangle(left, first, X(left, 1) - left, bottom - first, "#fdf0ec");
        for (int decade = _firstDecade; decade <= _lastDecade; decade++)
        {
            double at = X(left, Math.Pow(10, decade));
            _svg.Line(at, first, at, bottom, "#ddd");
            _svg.Text(at, bottom + 15, decade < 0 ? $"{Math.Pow(10, decade)}" : $"{Math.Pow(10, decade):#,0}", "middle", 11, "#666");
        }

        double one = X(left, 1);
        _svg.Line(one, first - 4, one, bottom, "#222", 2);
        _svg.Text(one, first - 8, "NetGen", "middle", 11, "#222", bold: true);
        _svg.Text(left, first - 8, "◂ faster", size: 11, fill: "#666");
        _svg.Text(left + PanelWidth, first - 8, "slower ▸", "end", 11, "#666");
        for (int row = 0; row < _networks.Length; row++)
        {
            Row(pass, n, _networks[row], left, first + ((row + 0.5) * RowHeight));
        }
    }

    private void Row(Pass pass, int n, BenchmarkNetwork network, double left, double y)
    {
        if (pass == Pass.Forward)
        {
            _svg.Text(LabelWidth - 10, y + 4, network.Name, "end");
        }

        if (_cases.FirstOrDefault(one => one.Pass == pass && one.N == n && one.Network == network) is not { } measured)
        {
            return;
        }

        double[] ratios = [.. _columns.Select(measured.Ratio).OfType<double>().Append(1)];
        _svg.Line(X(left, ratios.Min()), y, X(left, ratios.Max()), y, "#ccc");
        foreach ((string column, string colour) in _columns.Zip(Colours).Reverse())
        {
            if (measured.Best(column) is { } figure)
            {
                double ratio = measured.Ratio(column)!.Value;
                _svg.Dot(X(left, ratio), y, DotRadius, colour, $"{network}, N = {n}, {pass}: {figure.Peer} {Format.Time(figure.Seconds)}, NetGen {Format.Time(measured.Generated)}");
            }
        }
    }

    private double X(double left, double ratio) => left + ((Math.Log10(ratio) - _firstDecade) / (_lastDecade - _firstDecade) * PanelWidth);
}
