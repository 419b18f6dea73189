namespace FashionMnist.Report;

/// <summary>What a pixel is made of; the numbers are those of the format.</summary>
internal enum PngColor : byte
{
    /// <summary>One channel, from black to white.</summary>
    Grey = 0,

    /// <summary>Red, green, blue and opacity.</summary>
    RedGreenBlueAlpha = 6,
}
