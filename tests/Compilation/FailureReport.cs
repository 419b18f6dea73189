using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Compilation;

/// <summary>Diagnostics with the numbered lines of the text that they are about.</summary>
internal static class FailureReport
{
    private const int MostDiagnostics = 10;
    private const int LinesAround = 12;

    public static string Describe(IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] sorted = [.. diagnostics.OrderByDescending(diagnostic => diagnostic.Severity)];
        var report = new StringBuilder($"{sorted.Length} diagnostics\n");
        foreach (Diagnostic diagnostic in sorted.Take(MostDiagnostics))
        {
            report.Append('\n').Append(diagnostic.ToString()).Append('\n');
            if (diagnostic.Location.SourceTree is { } tree)
            {
                AppendLines(report, tree.GetText(), diagnostic.Location.GetLineSpan().StartLinePosition.Line);
            }
        }

        return report.ToString();
    }

    private static void AppendLines(StringBuilder report, SourceText text, int line)
    {
        int first = Math.Max(0, line - LinesAround);
        int last = Math.Min(text.Lines.Count - 1, line + LinesAround);
        for (int i = first; i <= last; i++)
        {
            report.Append(CultureInfo.InvariantCulture, $"{(i == line ? '>' : ' ')}{i + 1,6}  {text.Lines[i]}\n");
        }
    }
}
