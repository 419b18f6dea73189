using System;
using System.Linq;
using System.Xml.Linq;

namespace FashionMnist.Report;

/// <summary>Many small pictures of positive and negative numbers in one, in rows.</summary>
internal sealed class ContactSheet
{
    public const int Columns = 16;

    private const int Gap = 2;
    private const int Scale = 2;
    private const int Channels = 4;

    // Of middle brightness, for a light page and a dark one; what is weak lets the page through.
    private static readonly byte[] Positive = [37, 120, 235];
    private static readonly byte[] Negative = [232, 93, 10];

    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _pixels;

    /// <param name="side">The pixels of a row, and the rows of a picture.</param>
    /// <param name="pictures">The numbers of each, row by row. The largest absolute value of a picture has the full colour.</param>
    public ContactSheet(int side, float[][] pictures)
    {
        int pitch = side + Gap;
        _width = Columns * pitch;
        _height = (pictures.Length + Columns - 1) / Columns * pitch;
        _pixels = new byte[_width * _height * Channels];
        for (int picture = 0; picture < pictures.Length; picture++)
        {
            float largest = Math.Max(pictures[picture].Max(Math.Abs), float.Epsilon);
            int corner = ((picture / Columns * _width) + (picture % Columns)) * pitch;
            for (int i = 0; i < pictures[picture].Length; i++)
            {
                float value = pictures[picture][i];
                Span<byte> pixel = _pixels.AsSpan((corner + (i / side * _width) + (i % side)) * Channels, Channels);
                (value > 0 ? Positive : Negative).CopyTo(pixel);
                pixel[^1] = (byte)Math.Round(byte.MaxValue * Math.Abs(value) / largest);
            }
        }
    }

    public XElement Image(string description) =>
        Tag.Image(Png.DataUri(PngColor.RedGreenBlueAlpha, _pixels, _width), description, Scale * _width, Scale * _height);
}
