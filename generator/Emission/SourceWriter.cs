using System;
using System.Text;

namespace NetGen.Generator.Emission;

/// <summary>Indented text, with <c>\n</c> at the end of lines on every system.</summary>
internal sealed class SourceWriter
{
    private const int LineLength = 140;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One line, or several that keep their relative indentation; blank lines stay blank.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.TrimEnd();
            if (trimmed.Length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(trimmed);
            }

            _text.Append('\n');
        }
    }

    /// <summary>A line before a block in braces, which ends when the result is disposed.</summary>
    public IDisposable Block(string head)
    {
        Line(head);
        Line("{");
        _depth++;
        return new Closing(this);
    }

    /// <summary>A method up to its body; parameters that do not fit beside each other stand below each other.</summary>
    public IDisposable Method(string head, params string[] parameters)
    {
        string line = $"{head}({string.Join(", ", parameters)})";
        return Block((4 * _depth) + line.Length <= LineLength ? line : $"{head}(\n    {string.Join(",\n    ", parameters)})");
    }

    public override string ToString() => _text.ToString();

    private sealed class Closing(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line("}");
        }
    }
}
