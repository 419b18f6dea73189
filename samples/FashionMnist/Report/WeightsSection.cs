using System;
using System.Linq;
using System.Xml.Linq;
using NetGen;

namespace FashionMnist.Report;

/// <summary>The weights of the first layer: what each of its units looks for, as a picture of the size of its inputs.</summary>
internal static class WeightsSection
{
    private const int MostUnits = 128;

    public static XElement Html(TrainingResult result)
    {
        float[][] weights = Units(result.Network, result.Network.Parameters);
        float[][] initial = Units(result.Network, result.InitialParameters);
        float[][] changes = [.. weights.Zip(initial, (unit, before) => unit.Zip(before, (weight, start) => weight - start).ToArray())];

        int[] shown = [.. Enumerable.Range(0, weights.Length).OrderByDescending(unit => changes[unit].Sum(change => change * change)).Take(MostUnits)];
        string which = shown.Length == weights.Length ? $"All {shown.Length} units" : $"The {shown.Length} units of {weights.Length} that changed most";
        return Tag.Section(
            "What the first layer looks for",
            new XElement("p", "Every picture is one unit, every pixel the weight that the unit gives to that pixel. Blue speaks for the unit, orange against it, and the largest of a picture has the full colour."),
            Sheet("Weights of the first layer", $"The weights. {which}, those that changed most first. Much of what they were drawn as at the beginning is still there.", shown, weights),
            Sheet("What training added", "What training added to them: the weights less what they were at the beginning.", shown, changes));
    }

    private static XElement Sheet(string name, string caption, int[] shown, float[][] pictures)
    {
        ContactSheet sheet = new(FashionData.Side, [.. shown.Select(unit => pictures[unit])]);
        string description = $"{name}: a sheet of {shown.Length} small pictures in rows of {ContactSheet.Columns}, with blue and orange patches.";
        return Tag.Scrollable(name, Tag.Figure(sheet.Image(description), caption));
    }

    /// <summary>The weights of each unit.</summary>
    private static float[][] Units(IClassifier<float> network, ReadOnlySpan<float> parameters)
    {
        float[] canonical = new float[network.ParameterCount];
        network.ToCanonical(parameters, canonical);

        // In the canonical order a row of W is an input, and a column a unit.
        ParameterInfo weights = network.Info.Layers[0].Parameters[0];
        (int inputs, int units) = (weights.Shape[0], weights.Shape[1]);
        return
        [
            .. Enumerable.Range(0, units).Select(
                unit => Enumerable.Range(0, inputs).Select(input => canonical[weights.CanonicalOffset + (input * units) + unit]).ToArray()),
        ];
    }
}
