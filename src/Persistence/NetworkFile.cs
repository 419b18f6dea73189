using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NetGen.Persistence.Safetensors;

namespace NetGen.Persistence;

/// <summary>Saves and loads the parameters of networks as safetensors files.</summary>
/// <remarks>
/// <para>
/// Names and shapes are those of the <c>state_dict</c> of a PyTorch <c>nn.Sequential</c> that has a module for every layer and for every activation but Identity:
/// <c>0.weight</c> [n_out, n_in], <c>0.bias</c> [n_out], <c>2.weight</c>, …; a layer with a name of its own has that in place of the number. A shared bias is written once for
/// each unit, and must be the same for all when it is loaded; a layer without bias has none in the file. PyTorch reads the file by <c>safetensors.torch.load_file</c>, and
/// what it saves by <c>save_file(model.state_dict(), …)</c> is loaded here.
/// </para>
/// <para>
/// The number type is that of the network, F32 or F64. A file of the other type is refused, not converted: what is lost or gained should be somebody's decision, such as
/// <c>model.float()</c> before saving.
/// </para>
/// </remarks>
public static class NetworkFile
{
    private const string StreamName = "the stream";

    /// <summary>Saves a network. The file is replaced as a whole: a crash at any time leaves the old one or the new one.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="metadata">What is saved beside the parameters.</param>
    /// <exception cref="ArgumentException">The metadata do not fit the network.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before is untouched.</exception>
    public static void Save<T>(INetwork<T> network, string path, NetworkFileMetadata<T>? metadata = null)
        where T : unmanaged =>
        AtomicFile.Write(path, stream => Save(network, stream, metadata));

    /// <summary>Writes a network to a stream.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="metadata">What is saved beside the parameters.</param>
    /// <exception cref="ArgumentException">The metadata do not fit the network.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Save<T>(INetwork<T> network, Stream stream, NetworkFileMetadata<T>? metadata = null)
        where T : unmanaged
    {
        Dictionary<string, string> texts = MetadataTexts.Write(network, metadata ?? new NetworkFileMetadata<T>());
        T[] canonical = new T[network.ParameterCount];
        network.ToCanonical(network.Parameters, canonical);
        TensorSource[] sources = StateDict.Of(network.Info).Select(Source).ToArray();
        SafetensorsWriter.Write(stream, sources, texts);

        TensorSource Source(StateDictTensor tensor) => new(tensor.Name, ElementType.Of<T>(), tensor.Shape, target =>
        {
            T[] elements = new T[tensor.Length];
            tensor.Export<T>(canonical, elements);
            LittleEndian.Write<T>(target, elements);
        });
    }

    /// <summary>Loads a network. Everything is checked before the first parameter changes.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network, of the same declaration as the one that was saved.</param>
    /// <param name="path">The file.</param>
    /// <returns>What was saved beside the parameters.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another network; the message gives the file, the tensor, what was expected and what came.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static NetworkFileMetadata<T> Load<T>(INetwork<T> network, string path)
        where T : unmanaged
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return Load(network, stream, path);
    }

    /// <summary>Loads a network from a stream, from its position to its end. Everything is checked before the first parameter changes.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network, of the same declaration as the one that was saved.</param>
    /// <param name="stream">The stream. One that cannot seek is read into memory first.</param>
    /// <returns>What was saved beside the parameters.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another network; the message gives the tensor, what was expected and what came.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static NetworkFileMetadata<T> Load<T>(INetwork<T> network, Stream stream)
        where T : unmanaged
    {
        if (stream.CanSeek)
        {
            return Load(network, stream, StreamName);
        }

        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        return Load(network, memory, StreamName);
    }

    /// <summary>Loads a network from memory, such as a resource of the program. Everything is checked before the first parameter changes.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="network">The network, of the same declaration as the one that was saved.</param>
    /// <param name="file">The content of a file.</param>
    /// <returns>What was saved beside the parameters.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or holds another network; the message gives the tensor, what was expected and what came.</exception>
    public static NetworkFileMetadata<T> Load<T>(INetwork<T> network, ReadOnlySpan<byte> file)
        where T : unmanaged
    {
        using var memory = new MemoryStream(file.ToArray());
        return Load(network, memory, "the memory");
    }

    private static NetworkFileMetadata<T> Load<T>(INetwork<T> network, Stream stream, string file)
        where T : unmanaged
    {
        var reader = new SafetensorsReader(stream, file);
        IReadOnlyList<StateDictTensor> expected = StateDict.Of(network.Info);

        // First the metadata: they say in words what is different.
        NetworkFileMetadata<T> metadata = MetadataTexts.Read(network, reader.Metadata, file);
        TensorEntry[] entries = Match<T>(expected, reader.Tensors, file);

        T[] canonical = new T[network.ParameterCount];
        for (int i = 0; i < entries.Length; i++)
        {
            T[] elements = new T[expected[i].Length];
            reader.Read<T>(entries[i], elements);
            if (expected[i].IsShared)
            {
                CheckConstant(elements, entries[i], file);
            }

            expected[i].Import<T>(elements, canonical);
        }

        network.FromCanonical(canonical, network.Parameters);
        return metadata;
    }

    /// <summary>Finds each tensor of the network in the file, and nothing else there.</summary>
    private static TensorEntry[] Match<T>(IReadOnlyList<StateDictTensor> expected, IReadOnlyList<TensorEntry> found, string file)
        where T : unmanaged
    {
        Dictionary<string, TensorEntry> byName = found.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        TensorEntry[] entries = new TensorEntry[expected.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            StateDictTensor tensor = expected[i];
            string description = ElementType.Of<T>() + " " + TensorEntry.ShapeText(tensor.Shape);
            if (!byName.TryGetValue(tensor.Name, out TensorEntry? entry))
            {
                throw FileError.Of(file, tensor.Name, $"is missing; expected {description}, found {Names(found)}");
            }

            if (entry.Type != ElementType.Of<T>() || !entry.Shape.SequenceEqual(tensor.Shape))
            {
                throw FileError.Of(file, tensor.Name, $"is {entry}; expected {description}");
            }

            byName.Remove(tensor.Name);
            entries[i] = entry;
        }

        return byName.Count == 0 ? entries : throw FileError.Of(
            file, byName.Keys.First(), $"belongs to no layer; expected {string.Join(", ", expected.Select(tensor => tensor.Name))} alone");
    }

    private static void CheckConstant<T>(T[] elements, TensorEntry entry, string file)
        where T : unmanaged
    {
        int different = Array.FindIndex(elements, element => !element.Equals(elements[0]));
        if (different >= 0)
        {
            throw FileError.Of(
                file, entry.Name, $"has {elements[0]} at 0 and {elements[different]} at {different}; expected the same number everywhere, for the layer has one bias for all units");
        }
    }

    private static string Names(IReadOnlyList<TensorEntry> entries)
    {
        const int Shown = 10;
        return entries.Count == 0
            ? "no tensors"
            : string.Join(", ", entries.Take(Shown).Select(entry => FileError.Quote(entry.Name))) + (entries.Count > Shown ? ", …" : "");
    }
}
