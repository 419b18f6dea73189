using System;
using System.Collections.Generic;
using System.Text.Json;
using NetGen.Data;
using NetGen.Persistence.Safetensors;

namespace NetGen.Persistence;

/// <summary>The metadata of a network's file, as the texts that stand in its header.</summary>
internal static class MetadataTexts
{
    public const string FingerprintKey = "netgen.fingerprint";
    private const string MeanKey = "netgen.standardization.mean";
    private const string ScaleKey = "netgen.standardization.scale";
    private const string ClassNamesKey = "netgen.class_names";

    /// <exception cref="ArgumentException">The metadata do not fit the network.</exception>
    public static Dictionary<string, string> Write<T>(INetwork<T> network, NetworkFileMetadata<T> metadata)
        where T : unmanaged
    {
        if (Mismatch(network, metadata) is { } mismatch)
        {
            throw new ArgumentException(FormattableString.Invariant(mismatch) + ".", nameof(metadata));
        }

        // The format is what PyTorch's own files say, and some loaders ask for.
        Dictionary<string, string> texts = new() { ["format"] = "pt", [FingerprintKey] = Fingerprint.Of(network.Info) };
        if (metadata.Standardization is { } standardization)
        {
            texts.Add(MeanKey, JsonArrays.Write(standardization.Mean));
            texts.Add(ScaleKey, JsonArrays.Write(standardization.Scale));
        }

        if (metadata.ClassNames is { } names)
        {
            texts.Add(ClassNamesKey, JsonArrays.Write(names));
        }

        return texts;
    }

    /// <exception cref="System.IO.InvalidDataException">The metadata do not fit the network, or each other.</exception>
    public static NetworkFileMetadata<T> Read<T>(INetwork<T> network, IReadOnlyDictionary<string, string> texts, string file)
        where T : unmanaged
    {
        // Files of other programs have no fingerprint.
        if (texts.TryGetValue(FingerprintKey, out string? fingerprint) && fingerprint != Fingerprint.Of(network.Info))
        {
            throw Fingerprint.Mismatch(file, network.Info, fingerprint);
        }

        var metadata = new NetworkFileMetadata<T>
        {
            Standardization = Standardization<T>(texts, file),
            ClassNames = texts.TryGetValue(ClassNamesKey, out string? names) ? Parse(file, ClassNamesKey, () => JsonArrays.ReadTexts(names)) : null,
        };
        return Mismatch(network, metadata) is { } mismatch ? throw FileError.Of(file, mismatch) : metadata;
    }

    private static Standardization<T>? Standardization<T>(IReadOnlyDictionary<string, string> texts, string file)
        where T : unmanaged
    {
        bool hasMean = texts.TryGetValue(MeanKey, out string? mean);
        bool hasScale = texts.TryGetValue(ScaleKey, out string? scale);
        if (hasMean != hasScale)
        {
            throw FileError.Of(file, $"has {(hasMean ? MeanKey : ScaleKey)} without {(hasMean ? ScaleKey : MeanKey)}; expected both or none");
        }

        return hasMean
            ? Parse(file, MeanKey, () => new Standardization<T>(JsonArrays.ReadNumbers<T>(mean!), JsonArrays.ReadNumbers<T>(scale!)))
            : null;
    }

    private static FormattableString? Mismatch<T>(INetwork<T> network, NetworkFileMetadata<T> metadata)
        where T : unmanaged
    {
        if (metadata.Standardization is { } standardization && standardization.InputSize != network.InputSize)
        {
            return $"the standardization is for {standardization.InputSize} inputs; expected {network.InputSize}";
        }

        if (metadata.ClassNames is { } names && names.Count != network.OutputSize && (network.OutputSize, names.Count) != (1, 2))
        {
            return $"there are {names.Count} class names; expected {network.OutputSize}, one for each output";
        }

        return null;
    }

    private static TResult Parse<TResult>(string file, string key, Func<TResult> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception error) when (error is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            throw FileError.Of(file, $"the metadata {key} are damaged: {error.Message.TrimEnd('.')}", error);
        }
    }
}
