using System;
using System.Collections.Generic;
using System.IO;

namespace NetGen.Data;

/// <summary>Reads the records of a CSV file by RFC 4180, strictly: what a lenient reader would guess at is an error with a place.</summary>
/// <remarks>
/// The grammar is small, and a library would be a dependency of every program that trains a network, four targets and NativeAOT included, for a page of
/// code. Lines may end in CR LF, LF or CR.
/// </remarks>
internal sealed class CsvReader(TextReader reader, char separator, string name)
{
    private const int EndOfFile = -1;

    // What decoders put in the place of bytes that stand for nothing. Here, unlike from an exception of the decoder, the place is known.
    private const char Undecodable = '\uFFFD';

    private readonly char[] _buffer = new char[1 << 14];
    private readonly List<int> _ends = [];
    private char[] _text = new char[256];
    private int _textLength;
    private int _position;
    private int _filled;
    private int _nextLine = 1;

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The number of fields of the record.</summary>
    public int Count => _ends.Count;

    /// <summary>A field of the record, without its quotes; valid until the next one is read.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : _ends[index - 1];
            return _text.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Reads the next record, or finds that there is none.</summary>
    public bool Read()
    {
        _ends.Clear();
        _textLength = 0;
        Line = _nextLine;
        if (Peek() == EndOfFile)
        {
            return false;
        }

        do
        {
            if (Peek() == '"')
            {
                ReadQuoted();
            }
            else
            {
                ReadPlain();
            }

            _ends.Add(_textLength);
        }
        while (Skip(separator));

        SkipLineEnd();
        return true;
    }

    /// <summary>An error in the record.</summary>
    /// <param name="column">The number of the field, from 1.</param>
    /// <param name="what">What is wrong.</param>
    public InvalidDataException Error(int column, string what) =>
        new(FormattableString.Invariant($"{name}, line {Line}, column {column}: {what}."));

    private void ReadPlain()
    {
        while (!IsEndOfField(Peek()))
        {
            if (Peek() == '"')
            {
                throw Error(Count + 1, "a quote inside a field that does not begin with one; quote the whole field and double the quotes inside");
            }

            Append();
        }
    }

    private void ReadQuoted()
    {
        _position++;
        while (true)
        {
            switch (Peek())
            {
                case EndOfFile:
                    throw Error(Count + 1, "the quoted field has no end");
                case '"':
                    _position++;
                    if (Peek() == '"')
                    {
                        Append();
                        continue;
                    }

                    if (!IsEndOfField(Peek()))
                    {
                        throw Error(Count + 1, "text behind the closing quote; a quote inside a quoted field is doubled");
                    }

                    return;
                case '\r' or '\n':
                    AppendLineEnd();
                    continue;
                default:
                    Append();
                    continue;
            }
        }
    }

    private bool IsEndOfField(int character) => character == separator || character is '\r' or '\n' or EndOfFile;

    private void AppendLineEnd()
    {
        // CR LF is one end of a line.
        if (Peek() == '\r')
        {
            Append();
            if (Peek() == '\n')
            {
                Append();
            }
        }
        else
        {
            Append();
        }

        _nextLine++;
    }

    private void SkipLineEnd()
    {
        bool isEnd = Skip('\r');
        isEnd |= Skip('\n');
        if (isEnd)
        {
            _nextLine++;
        }
    }

    private bool Skip(char character)
    {
        bool isThere = Peek() == character;
        if (isThere)
        {
            _position++;
        }

        return isThere;
    }

    private void Append()
    {
        if (_textLength == _text.Length)
        {
            Array.Resize(ref _text, 2 * _text.Length);
        }

        char character = _buffer[_position++];
        if (character == Undecodable)
        {
            throw Error(Count + 1, "expected text in UTF-8, found bytes that are none");
        }

        _text[_textLength++] = character;
    }

    private int Peek()
    {
        if (_position == _filled)
        {
            _filled = reader.Read(_buffer, 0, _buffer.Length);
            _position = 0;
            if (_filled == 0)
            {
                return EndOfFile;
            }
        }

        return _buffer[_position];
    }
}
