using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Persistence.Safetensors;

namespace NetGen.Persistence;

/// <summary>What of a declaration decides the outputs, as a text: parameters of one network belong to another only if it is the same.</summary>
/// <remarks>
/// Such as <c>Dense W[4,16] b[16] Relu; Dense W[16,3] b[3] Softmax</c>: a text and no hash, so that a person sees what differs. What concerns training alone, such as the
/// loss and penalties, may change, and so may names.
/// </remarks>
internal static class Fingerprint
{
    private const int LongestShown = 2000;

    public static string Of(NetworkInfo network) => string.Join("; ", network.Layers.Select(Layer));

    /// <summary>What to throw where a file has another one, or none.</summary>
    public static InvalidDataException Mismatch(string file, NetworkInfo network, string? found) =>
        FileError.Of(file, $"holds another network: expected '{Of(network)}', found {(found is null ? "none" : FileError.Quote(found, LongestShown))}");

    private static string Layer(LayerInfo layer)
    {
        IEnumerable<string> parameters = layer.Parameters.Select(parameter =>
            parameter.Name + "[" + string.Join(",", parameter.Shape.Select(size => FormattableString.Invariant($"{size}"))) + "]");
        string alpha = layer.Alpha is { } number ? FormattableString.Invariant($"({number:R})") : "";
        return string.Join(" ", [layer.Kind, .. parameters, layer.Activation + alpha]);
    }
}
