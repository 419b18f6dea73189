using System;
using System.IO;
using BigGustave;

namespace FashionMnist.Report;

/// <summary>Small pictures as text that a page holds in itself: PNG in a data URI.</summary>
internal static class Picture
{
    /// <summary>A picture of grey pixels.</summary>
    /// <param name="pixels">From 0, black, to 255, white; row by row.</param>
    /// <param name="width">The pixels of a row.</param>
    public static string Grey(ReadOnlySpan<float> pixels, int width)
    {
        PngBuilder png = PngBuilder.Create(width, pixels.Length / width, hasAlphaChannel: false);
        for (int i = 0; i < pixels.Length; i++)
        {
            byte level = (byte)Math.Clamp(pixels[i], 0, 255);
            png.SetPixel(level, level, level, i % width, i / width);
        }

        return DataUri(png);
    }

    public static string DataUri(PngBuilder png)
    {
        using var stream = new MemoryStream();
        png.Save(stream);
        return "data:image/png;base64," + Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
