using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests.Sessions;

/// <summary>What a person at a keyboard does to a file: each edit is one change or, where it is typed, one for every character.</summary>
internal sealed class RandomEdits(Random random)
{
    /// <summary>Beyond that a file is begun anew.</summary>
    private const int LongestFile = 3000;

    private readonly RandomDeclarations _declarations = new(random);

    /// <summary>A file to begin with.</summary>
    public string NewFile() => _declarations.File();

    /// <summary>The changes of one edit, each of the text that the one before it has left.</summary>
    /// <param name="text">The file.</param>
    /// <param name="another">Another file, to copy from.</param>
    /// <param name="earlier">The file as it was some time ago.</param>
    public IEnumerable<TextChange> Next(string text, string another, string earlier)
    {
        if (text.Length > LongestFile)
        {
            return All(text, NewFile());
        }

        int at = random.Next(text.Length + 1);
        TextSpan line = LineAt(text, at);
        TextSpan token = TokenAt(text, at);
        return random.Next(14) switch
        {
            0 => All(text, NewFile()),
            1 or 2 => All(text, earlier),
            3 => Typed(line.Start, _declarations.Layer() + "\n"),
            4 => Typed(at, _declarations.Piece()),
            5 => Typed(token.Start, _declarations.Piece()),
            6 => One(token, _declarations.Value()),
            7 => One(token, _declarations.Piece()),
            8 => One(line, ""),
            9 => One(new TextSpan(line.Start, 0), text.Substring(line.Start, line.Length)),
            10 => One(new TextSpan(at, Math.Min(random.Next(20), text.Length - at)), ""),
            11 => Erased(at, Math.Min(at, random.Next(12))),
            12 => One(new TextSpan(line.Start, 0), another.Substring(LineAt(another, random.Next(another.Length + 1)).Start)),
            _ => One(new TextSpan(line.Start, 0), _declarations.Network()),
        };
    }

    private static IEnumerable<TextChange> All(string text, string replacement) => One(new TextSpan(0, text.Length), replacement);

    private static IEnumerable<TextChange> One(TextSpan span, string replacement) => [new TextChange(span, replacement)];

    private static IEnumerable<TextChange> Typed(int at, string text) => text.Select((character, index) => new TextChange(new TextSpan(at + index, 0), character.ToString()));

    private static IEnumerable<TextChange> Erased(int end, int count) => Enumerable.Range(1, count).Select(index => new TextChange(new TextSpan(end - index, 1), ""));

    /// <summary>A line with its end.</summary>
    private static TextSpan LineAt(string text, int at)
    {
        int start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        int end = text.IndexOf('\n', start);
        return TextSpan.FromBounds(start, end < 0 ? text.Length : end + 1);
    }

    /// <summary>A word, a number, or one other sign.</summary>
    private static TextSpan TokenAt(string text, int at)
    {
        int start = at;
        while (start > 0 && IsWord(text[start - 1]))
        {
            start--;
        }

        int end = start;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end == start ? Math.Min(text.Length, start + 1) : end);

        static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '.';
    }
}
