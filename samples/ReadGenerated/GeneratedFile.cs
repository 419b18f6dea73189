using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ReadGenerated;

/// <summary>The file that the generator added to this program, as the compiler has left it in <c>obj</c>.</summary>
internal sealed class GeneratedFile
{
    private readonly string[] _lines;

    /// <exception cref="IOException">The file is not there.</exception>
    public GeneratedFile(Type network)
    {
        // The project writes its path into the assembly.
        string folder = network.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "GeneratedFiles").Value!;
        Path = System.IO.Path.Combine(folder, "NetGen.Generator", "NetGen.Generator.NetworkGenerator", network.FullName + ".g.cs");
        _lines = File.ReadAllLines(Path);
    }

    public string Path { get; }

    public int Length => _lines.Length;

    /// <summary>The line of the first text of that kind, from 1 on.</summary>
    public int LineOf(string text) => Array.FindIndex(_lines, line => line.Contains(text, StringComparison.Ordinal)) + 1;

    /// <summary>The equations of the first method of that name, in their order.</summary>
    /// <exception cref="InvalidDataException">There is no such method.</exception>
    public IReadOnlyList<Equation> EquationsOf(string method)
    {
        int declaration = Array.FindIndex(_lines, line => line.Contains($" static double {method}(", StringComparison.Ordinal));
        if (declaration < 0)
        {
            throw new InvalidDataException($"{Path} has no method {method}.");
        }

        int begin = Array.FindIndex(_lines, declaration, line => line.Trim() == "{");
        string indentation = _lines[begin][..^1];
        int end = Array.IndexOf(_lines, indentation + "}", begin);

        List<Equation> equations = [];
        for (int i = begin + 1; i < end; i++)
        {
            if (!_lines[i].TrimStart().StartsWith("// ", StringComparison.Ordinal))
            {
                continue;
            }

            string[] comment = _lines[i].Trim()[3..].Split("   ", 2);
            IEnumerable<string> code = _lines.Take(end).Skip(i + 1).TakeWhile(line => line.Length > 0).Select(line => line[(indentation.Length + 4)..]);
            equations.Add(new Equation(i + 1, comment[0], comment.Length > 1 ? comment[1].Trim() : "", [.. code]));
        }

        return equations;
    }
}
