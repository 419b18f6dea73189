using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using NetGen.Benchmarks.Measurement;

namespace NetGen.Benchmarks.Reports;

/// <summary>Gathers what the commands found, and writes it as Markdown and pictures.</summary>
internal sealed class Report
{
    private readonly Options _options;
    private readonly FmaPeak _peak;
    private readonly int? _core;
    private readonly StringBuilder _sections = new();
    private readonly List<Verdict> _verdicts = [];

    public Report(Options options, FmaPeak peak, int? core)
    {
        (_options, _peak, _core) = (options, peak, core);
        Directory.CreateDirectory(options.Output);
    }

    public void Section(string title, string text)
    {
        _sections.Append($"\n## {title}\n\n{text.Trim()}\n");
        Console.WriteLine($"\n{title}\n\n{text.Trim()}");
    }

    public void Judge(IEnumerable<Verdict> verdicts) => _verdicts.AddRange(verdicts);

    /// <returns>The name to refer to.</returns>
    public string Picture(string name, string svg)
    {
        string file = $"{name}{Suffix}.svg";
        File.WriteAllText(Path.Combine(_options.Output, file), svg);
        return file;
    }

    public void Write()
    {
        if (_verdicts.Count > 0)
        {
            var table = new MarkdownTable(4, "what", "must reach", "measured", "");
            foreach (Verdict verdict in _verdicts)
            {
                table.Add(verdict.What, verdict.Required, verdict.Measured, verdict.IsMet ? "✓" : "✗");
            }

            Section("What is asked", table.ToString());
        }

        string path = Path.Combine(_options.Output, $"results{Suffix}.md");
        File.WriteAllText(path, $"# Benchmarks\n\n{Machine()}\n{_sections}");
        Console.WriteLine($"\nWritten to {path}.");
    }

    private string Suffix => _options.Avx2 ? "-avx2" : "";

    private string Machine()
    {
        const string Model = "model name";
        string processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Model, StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown"
            : RuntimeInformation.ProcessArchitecture.ToString();
        string peak = _peak.Highest == 0
            ? ""
            : $" Peak, multiply-adds on registers alone: {Format.Digits(_peak.Lowest * 1e-9)} to {Format.Digits(_peak.Highest * 1e-9)} GF/s in {_peak.Bits}-bit vectors.";
        return $"""
            {processor}, {(_core is null ? "not pinned" : "pinned to one core")}{(_options.Avx2 ? ", AVX-512 switched off" : "")}; {RuntimeInformation.FrameworkDescription};
            float32.{peak}{(_options.Rounds > 1 ? $" The best of {_options.Rounds} rounds." : "")}{(_options.Quick ? " Few and short trials (`--quick`)." : "")}
            """;
    }
}
