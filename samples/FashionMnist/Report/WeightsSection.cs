using System;
using System.Linq;
using System.Xml.Linq;
using BigGustave;
using NetGen;

namespace FashionMnist.Report;

/// <summary>The weights of the first layer: what each of its units looks for, as a picture of the size of its inputs.</summary>
internal static class WeightsSection
{
    private const int Columns = 16;
    private const int MostUnits = 128;
    private const int Side = FashionData.Side;
    private const int Pitch = Side + 2;
    private const int Scale = 2;

    // Of middle brightness, for a light page and a dark one; what is weak lets the page through.
    private static readonly (byte R, byte G, byte B) Positive = (37, 120, 235);
    private static readonly (byte R, byte G, byte B) Negative = (232, 93, 10);

    public static XElement Html(IClassifier<float> network)
    {
        float[][] units = StrongestUnits(network, out int count);
        int width = Columns * Pitch;
        int height = (units.Length + Columns - 1) / Columns * Pitch;
        string which = units.Length == count ? $"All {count} units" : $"The {units.Length} units with the largest weights of {count}";
        return Tag.Section(
            "What the first layer looks for",
            new XElement("p", "Every picture is one unit, every pixel the weight that it gives to the pixel of the same place."),
            Tag.Scrollable(
                "Weights of the first layer",
                Tag.Figure(
                    Tag.Image(
                        Sheet(units, width, height),
                        $"A sheet of {units.Length} small pictures in rows of {Columns}. Each shows the weights of a unit of the first layer: blue and orange patches in the outlines of clothes.",
                        Scale * width,
                        Scale * height),
                    $"{which}, those with larger weights first. Blue pixels speak for the unit, orange ones against it; the strongest weight of a unit has the full colour. "
                    + "At the edges, where almost every picture is black, weights stay as they were drawn at the beginning.")));
    }

    /// <summary>The weights of the units, those with the largest ones first.</summary>
    private static float[][] StrongestUnits(IClassifier<float> network, out int count)
    {
        float[] canonical = new float[network.ParameterCount];
        network.ToCanonical(network.Parameters, canonical);

        // In the canonical order a row of W is an input, and a column a unit.
        ParameterInfo weights = network.Info.Layers[0].Parameters[0];
        int units = count = weights.Shape[1];
        return
        [
            .. Enumerable.Range(0, units)
                .Select(unit => Enumerable.Range(0, weights.Shape[0]).Select(input => canonical[weights.CanonicalOffset + (input * units) + unit]).ToArray())
                .OrderByDescending(unit => unit.Sum(weight => weight * weight))
                .Take(MostUnits),
        ];
    }

    private static string Sheet(float[][] units, int width, int height)
    {
        PngBuilder png = PngBuilder.Create(width, height, hasAlphaChannel: true);
        for (int unit = 0; unit < units.Length; unit++)
        {
            float largest = units[unit].Max(Math.Abs);
            for (int i = 0; i < units[unit].Length; i++)
            {
                float weight = units[unit][i];
                (byte r, byte g, byte b) = weight > 0 ? Positive : Negative;
                byte opacity = (byte)Math.Round(255 * Math.Abs(weight) / largest);
                png.SetPixel(new Pixel(r, g, b, opacity, false), (unit % Columns * Pitch) + (i % Side), (unit / Columns * Pitch) + (i / Side));
            }
        }

        return Picture.DataUri(png);
    }
}
