using System.Collections.Generic;
using System.IO;

namespace NetGen.Tests.Numerics;

/// <summary>The tables in <c>Data/</c>, which the Python scripts beside them print.</summary>
internal static class Data
{
    public static IEnumerable<string[]> Rows(string file)
    {
        using Stream stream = typeof(Data).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
