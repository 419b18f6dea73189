using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetGen.Persistence.Safetensors;

namespace NetGen.Persistence;

/// <summary>Everything that a training run needs to go on as if it had never stopped: named arrays, bit by bit, and its progress.</summary>
/// <remarks>
/// The file is a safetensors file with one tensor for each array; the progress stands in its metadata as JSON. A checkpoint knows nothing of optimizers or trainers: these put
/// into it what they need. Arrays are copied when they are added, so that training may go on while the file is written.
/// </remarks>
public sealed class Checkpoint
{
    private const string ProgressKey = "netgen.checkpoint";
    private const string StreamName = "the stream";

    private readonly Dictionary<string, CheckpointArray> _arrays = new(StringComparer.Ordinal);
    private readonly string _file;
    private string? _fingerprint;

    /// <summary>An empty checkpoint.</summary>
    public Checkpoint()
        : this([], "the checkpoint")
    {
    }

    private Checkpoint(JsonObject progress, string file)
    {
        Progress = progress;
        _file = file;
    }

    /// <summary>What network the arrays belong to, or null where that is not known.</summary>
    internal string? NetworkFingerprint
    {
        set => _fingerprint = value;
    }

    /// <summary>Numbers and texts, such as the epoch and the state of a random generator. NaN and infinity, which JSON lacks, need an array.</summary>
    public JsonObject Progress { get; }

    /// <summary>The names of the arrays.</summary>
    public IReadOnlyCollection<string> Names => _arrays.Keys;

    /// <summary>Adds a copy of an array.</summary>
    /// <typeparam name="T">float, double, int, long, ulong or byte.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="values">Any number of values.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged =>
        Add(name, values.ToArray());

    /// <summary>Adds parameters of a network, or what has the same layout, such as the state of an optimizer. They are kept in canonical order.</summary>
    /// <typeparam name="T">The number type of the network.</typeparam>
    /// <param name="name">A name.</param>
    /// <param name="network">The network.</param>
    /// <param name="stored">StorageLength numbers, laid out as the parameters.</param>
    /// <exception cref="ArgumentException">The name is taken, the length does not fit, or arrays of another network are here already.</exception>
    public void Add<T>(string name, INetwork<T> network, ReadOnlySpan<T> stored)
        where T : unmanaged
    {
        string fingerprint = Fingerprint.Of(network.Info);
        if (_fingerprint is not null && _fingerprint != fingerprint)
        {
            throw new ArgumentException($"network is '{fingerprint}'; expected that of the other arrays, '{_fingerprint}'.", nameof(network));
        }

        T[] canonical = new T[network.ParameterCount];
        network.ToCanonical(stored, canonical);
        Add(name, canonical);
        _fingerprint = fingerprint;
    }

    /// <summary>A copy of an array.</summary>
    /// <typeparam name="T">The type that was added.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>Its values.</returns>
    /// <exception cref="InvalidDataException">There is no such array, or it is of another type.</exception>
    public T[] Get<T>(string name)
        where T : unmanaged =>
        (T[])Find<T>(name).Clone();

    /// <summary>Copies an array.</summary>
    /// <typeparam name="T">The type that was added.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="values">As many values as were added, overwritten.</param>
    /// <exception cref="InvalidDataException">There is no such array, or it is of another type or length.</exception>
    public void CopyTo<T>(string name, Span<T> values)
        where T : unmanaged =>
        Find<T>(name, values.Length).CopyTo(values);

    /// <summary>Copies parameters of a network, or what has the same layout.</summary>
    /// <typeparam name="T">The number type of the network.</typeparam>
    /// <param name="name">The name under which they were added.</param>
    /// <param name="network">The network, of the same declaration.</param>
    /// <param name="stored">StorageLength numbers, overwritten, laid out as the parameters.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is of another network, there is no such array, or it is of another type or length.</exception>
    public void CopyTo<T>(string name, INetwork<T> network, Span<T> stored)
        where T : unmanaged
    {
        if (_fingerprint != Fingerprint.Of(network.Info))
        {
            throw Fingerprint.Mismatch(_file, network.Info, _fingerprint);
        }

        network.FromCanonical(Find<T>(name, network.ParameterCount), stored);
    }

    /// <summary>Saves the checkpoint. The file is replaced as a whole: a crash at any time leaves the old one or the new one.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written; what was there before is untouched.</exception>
    public void Save(string path) => AtomicFile.Write(path, Save);

    /// <summary>Writes the checkpoint to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Save(Stream stream)
    {
        Dictionary<string, string> metadata = new() { [ProgressKey] = Progress.ToJsonString() };
        if (_fingerprint is not null)
        {
            metadata.Add(MetadataTexts.FingerprintKey, _fingerprint);
        }

        SafetensorsWriter.Write(stream, _arrays.Select(array => array.Value.Source(array.Key)).ToArray(), metadata);
    }

    /// <summary>Loads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What was saved.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or no checkpoint.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Checkpoint Load(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return Load(stream, path);
    }

    /// <summary>Loads a checkpoint from a stream that can seek, from its position to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>What was saved.</returns>
    /// <exception cref="InvalidDataException">The content is damaged, or no checkpoint.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Checkpoint Load(Stream stream) => Load(stream, StreamName);

    private static Checkpoint Load(Stream stream, string file)
    {
        var reader = new SafetensorsReader(stream, file);
        if (!reader.Metadata.TryGetValue(ProgressKey, out string? progress))
        {
            throw FileError.Of(file, $"is no checkpoint; expected {ProgressKey} in its metadata");
        }

        var checkpoint = new Checkpoint(ParseProgress(progress, file), file);
        reader.Metadata.TryGetValue(MetadataTexts.FingerprintKey, out checkpoint._fingerprint);
        foreach (TensorEntry tensor in reader.Tensors)
        {
            checkpoint._arrays.Add(tensor.Name, CheckpointArray.Read(reader, tensor, file));
        }

        return checkpoint;
    }

    private static JsonObject ParseProgress(string json, string file)
    {
        try
        {
            JsonNode? progress = JsonNode.Parse(json);
            Touch(progress);
            return progress as JsonObject ?? throw new JsonException("Expected an object.");
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw FileError.Of(file, $"the metadata {ProgressKey} are damaged: {error.Message.TrimEnd('.')}", error);
        }
    }

    /// <summary>Visits every node: objects are parsed when they are first used, and one with a name twice would fail only then.</summary>
    private static void Touch(JsonNode? node)
    {
        IEnumerable<JsonNode?> children = node is JsonObject properties ? properties.Select(property => property.Value) : node as JsonArray ?? [];
        foreach (JsonNode? child in children)
        {
            Touch(child);
        }
    }

    private void Add<T>(string name, T[] values)
        where T : unmanaged
    {
        if (name == SafetensorsHeader.MetadataKey || _arrays.ContainsKey(name))
        {
            throw new ArgumentException($"The name '{name}' is taken; expected another.", nameof(name));
        }

        _arrays.Add(name, CheckpointArray.Of(values));
    }

    private T[] Find<T>(string name, int? length = null)
        where T : unmanaged
    {
        if (!_arrays.TryGetValue(name, out CheckpointArray? array))
        {
            throw FileError.Of(_file, name, $"is missing; found {(_arrays.Count == 0 ? "none" : string.Join(", ", _arrays.Keys.Select(key => FileError.Quote(key))))}");
        }

        // Not by the type of the array alone: to the runtime a long[] is a ulong[] too.
        if (array.Type != ElementType.Of<T>() || (length is not null && length != array.Values.Length))
        {
            string expected = length is null ? "" : FormattableString.Invariant($" [{length}]");
            throw FileError.Of(_file, name, $"is {array.Type} [{array.Values.Length}]; expected {ElementType.Of<T>()}{expected}");
        }

        return (T[])array.Values;
    }
}
