using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using NetGen.Data;
using NetGen.Persistence;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Persistence;

public class NetworkFileTests
{
    // 2·3 + 3 numbers, then 3·2 + 1.
    private static PlainNetwork<float> Network => new(2, new PlainLayer(3, Activation.Relu), new PlainLayer(2, Activation.Softmax, Bias.Shared));

    [Fact]
    public void Names_and_shapes_are_those_of_a_state_dict()
    {
        var network = new PlainNetwork<double>(
            5, new PlainLayer(4, Activation.Tanh), new PlainLayer(3), new PlainLayer(6, Activation.Gelu, Bias.None), new PlainLayer(2, Name: "head"), new PlainLayer(1, Activation.Sigmoid, Bias.Shared));
        JsonObject header = SafetensorsFiles.Header(Save(network));

        Assert.Equal(
            ["__metadata__", "0.weight", "0.bias", "2.weight", "2.bias", "3.weight", "head.weight", "head.bias", "6.weight", "6.bias"],
            header.Select(property => property.Key));
        Assert.Equal("[4,5] [4] [3,4] [3] [6,3] [2,6] [2] [1,2] [1]", string.Join(" ", header.Skip(1).Select(property => property.Value!["shape"]!.ToJsonString())));
        Assert.All(header.Skip(1), property => Assert.Equal("F64", (string)property.Value!["dtype"]!));
    }

    [Fact]
    public void Weights_are_transposed_and_a_shared_bias_is_repeated()
    {
        byte[] file = Save(Network.Numbered());
        float[] data = MemoryMarshal.Cast<byte, float>(SafetensorsFiles.Data(file)).ToArray();

        // W¹ is 1 2 3 | 4 5 6, b¹ 7 8 9, W² 10 11 | 12 13 | 14 15, b² 16.
        Assert.Equal([1, 4, 2, 5, 3, 6, 7, 8, 9, 10, 12, 14, 11, 13, 15, 16, 16], data);
        Assert.Equal(0, (file.Length - (4 * data.Length)) % 8);
    }

    [Fact]
    public void What_was_saved_is_loaded()
    {
        PlainNetwork<float> saved = Network.Numbered();
        using var folder = new TemporaryFolder();
        NetworkFile.Save(saved, folder["a.safetensors"]);
        byte[] file = File.ReadAllBytes(folder["a.safetensors"]);
        Assert.Equal(file, Save(saved));

        Assert.All(
            new Action<PlainNetwork<float>>[]
            {
                network => NetworkFile.Load(network, folder["a.safetensors"]),
                network => NetworkFile.Load(network, new MemoryStream(file)),
                network => NetworkFile.Load(network, new MemoryStream([9, 9, .. file]) { Position = 2 }),
                network => NetworkFile.Load(network, new OneWayStream(file)),
                network => NetworkFile.Load(network, file),
            },
            load =>
            {
                PlainNetwork<float> network = Network;
                network.Parameters.Fill(-1);
                load(network);
                Assert.Equal(saved.Parameters.ToArray(), network.Parameters.ToArray());
            });
    }

    [Fact]
    public void Every_bit_survives()
    {
        var network = new PlainNetwork<float>(1, new PlainLayer(4, Bias: Bias.None));
        int[] bits = [0x7FC1_2345, unchecked((int)0xFFA0_0001), 1, int.MinValue];
        network.Canonical = MemoryMarshal.Cast<int, float>(bits).ToArray();
        byte[] file = Save(network);
        network.Parameters.Clear();
        NetworkFile.Load(network, file);

        Assert.Equal(bits, MemoryMarshal.Cast<float, int>(network.Canonical).ToArray());
    }

    [Fact]
    public void Metadata_are_saved_with_every_bit()
    {
        var metadata = new NetworkFileMetadata<float>
        {
            Standardization = new Standardization<float>([0.1f, -1e30f], [float.Epsilon, 1f / 3]),
            ClassNames = ["Größe \"1\"", "\u0000\n"],
        };
        byte[] file = Save(Network, metadata);
        NetworkFileMetadata<float> loaded = NetworkFile.Load(Network, file);

        Assert.Equal(metadata.Standardization.Mean.ToArray(), loaded.Standardization!.Mean.ToArray());
        Assert.Equal(metadata.Standardization.Scale.ToArray(), loaded.Standardization!.Scale.ToArray());
        Assert.Equal(metadata.ClassNames, loaded.ClassNames);
        Assert.Equal("Dense W[2,3] b[3] Relu; Dense W[3,2] b[1] Softmax", (string)SafetensorsFiles.Header(file)["__metadata__"]!["netgen.fingerprint"]!);
        Assert.Equal("pt", (string)SafetensorsFiles.Header(file)["__metadata__"]!["format"]!);

        NetworkFileMetadata<float> none = NetworkFile.Load(Network, Save(Network));
        Assert.Null(none.Standardization);
        Assert.Null(none.ClassNames);
    }

    [Fact]
    public void One_output_may_have_two_class_names()
    {
        var network = new PlainNetwork<double>(2, new PlainLayer(1, Activation.Sigmoid));
        var metadata = new NetworkFileMetadata<double> { ClassNames = ["no", "yes"], Standardization = new Standardization<double>([Math.PI, 0], [1, 1e-300]) };
        NetworkFileMetadata<double> loaded = NetworkFile.Load(network, Save(network, metadata));

        Assert.Equal(["no", "yes"], loaded.ClassNames!);
        Assert.Equal([Math.PI, 0], loaded.Standardization!.Mean.ToArray());
    }

    [Fact]
    public void Metadata_must_fit_the_network()
    {
        var standardization = new NetworkFileMetadata<float> { Standardization = new Standardization<float>([0], [1]) };
        Assert.StartsWith("the standardization is for 1 inputs; expected 2.", Assert.Throws<ArgumentException>(() => Save(Network, standardization)).Message);

        var names = new NetworkFileMetadata<float> { ClassNames = ["a", "b", "c"] };
        Assert.StartsWith("there are 3 class names; expected 2, one for each output.", Assert.Throws<ArgumentException>(() => Save(Network, names)).Message);
    }

    [Theory]
    [InlineData("""[0]""", """[1]""", "the standardization is for 1 inputs; expected 2.")]
    [InlineData("""[0,0]""", null, "has netgen.standardization.mean without netgen.standardization.scale; expected both or none.")]
    [InlineData(null, "[1,1]", "has netgen.standardization.scale without netgen.standardization.mean; expected both or none.")]
    [InlineData("""[0,0]""", """[1]""", "the metadata netgen.standardization.mean are damaged: scale holds 1 number; expected 2.*")]
    [InlineData("""[0,0]""", """[1,-1]""", "the metadata netgen.standardization.mean are damaged: scale[1] is -1; expected a positive finite number.*")]
    [InlineData("""[0,1e39]""", """[1,1]""", "the metadata netgen.standardization.mean are damaged: mean[1] is *")]
    [InlineData("""[0,"1"]""", """[1,1]""", "the metadata netgen.standardization.mean are damaged: Expected a number.")]
    [InlineData("""[0,1""", """[1,1]""", "the metadata netgen.standardization.mean are damaged: *")]
    [InlineData("""{}""", """[1,1]""", "the metadata netgen.standardization.mean are damaged: Expected an array.")]
    [InlineData("", """[1,1]""", "the metadata netgen.standardization.mean are damaged: *")]
    public void A_damaged_standardization_is_an_error(string? mean, string? scale, string message) => Throws(message, metadata =>
    {
        metadata["netgen.standardization.mean"] = mean;
        metadata["netgen.standardization.scale"] = scale;
    });

    [Theory]
    [InlineData("""["a"]""", "there are 1 class names; expected 2, one for each output.")]
    [InlineData("""["a",1]""", "the metadata netgen.class_names are damaged: Expected a text.")]
    [InlineData("""["a","\ud800"]""", "the metadata netgen.class_names are damaged: *")]
    [InlineData("""["a","b"]]""", "the metadata netgen.class_names are damaged: *")]
    public void Damaged_class_names_are_an_error(string names, string message) => Throws(message, metadata => metadata["netgen.class_names"] = names);

    [Fact]
    public void Another_network_is_an_error_and_changes_nothing()
    {
        PlainLayer hidden = new(3, Activation.Relu);
        PlainLayer output = new(2, Activation.Softmax, Bias.Shared);

        Throws("holds another network: expected 'Dense W[2,3] b[3] Relu; Dense W[3,2] b[1] Softmax', found 'Dense W[2,3] b[3] Relu'.", new PlainNetwork<float>(2, hidden));

        // The same tensors, and another function of them.
        Throws(
            "holds another network: expected 'Dense W[2,3] b[3] Relu; Dense W[3,2] b[1] Softmax', found 'Dense W[2,3] b[3] Tanh; Dense W[3,2] b[1] Softmax'.",
            new PlainNetwork<float>(2, hidden with { Activation = Activation.Tanh }, output));
        Throws(
            "holds another network: expected 'Dense W[2,3] b[3] Relu; Dense W[3,2] b[1] Softmax', found 'Dense W[2,3] b[3] Relu; Dense W[3,2] b[2] Softmax'.",
            new PlainNetwork<float>(2, hidden, output with { Bias = Bias.PerUnit }));

        Throws(
            "holds another network: expected 'Dense W[2,3] b[3] Relu; Dense W[3,2] b[1] Softmax', found 'Dense W[2,3] b[3] LeakyRelu(0.2); Dense W[3,2] b[1] Softmax'.",
            new PlainNetwork<float>(2, hidden with { Activation = Activation.LeakyRelu, Alpha = 0.2 }, output));

        static void Throws<T>(string message, PlainNetwork<T> other)
            where T : unmanaged => AssertRefused(message, Save(other.Numbered()));
    }

    [Fact]
    public void Other_tensors_are_an_error_and_change_nothing()
    {
        PlainLayer hidden = new(3, Activation.Relu);
        PlainLayer output = new(2, Activation.Softmax, Bias.Shared);

        Throws("tensor '2.weight': is missing; expected F32 [2, 3], found '0.weight', '0.bias'.", new PlainNetwork<float>(2, hidden));
        Throws(
            "tensor '4.weight': belongs to no layer; expected 0.weight, 0.bias, 2.weight, 2.bias alone.",
            new PlainNetwork<float>(2, hidden, output, new PlainLayer(2, Bias: Bias.None)));
        Throws("tensor '0.weight': is F32 [3, 3]; expected F32 [3, 2].", new PlainNetwork<float>(3, hidden, output));
        Throws("tensor '0.weight': is F64 [3, 2]; expected F32 [3, 2].", new PlainNetwork<double>(2, hidden, output));
        Throws("tensor '0.bias': is missing; expected F32 [3], found '0.weight', '2.weight', '2.bias'.", new PlainNetwork<float>(2, hidden with { Bias = Bias.None }, output));
        Throws(
            "tensor '0.weight': is missing; expected F32 [3, 2], found 'features.weight', 'features.bias', '2.weight', '2.bias'.",
            new PlainNetwork<float>(2, hidden with { Name = "features" }, output));

        // Without metadata, which would say first what is different.
        static void Throws<T>(string message, PlainNetwork<T> other)
            where T : unmanaged
        {
            byte[] file = Save(other.Numbered());
            JsonObject header = SafetensorsFiles.Header(file);
            header.Remove("__metadata__");
            AssertRefused(message, Replace(file, header));
        }
    }

    [Fact]
    public void A_bias_that_differs_from_unit_to_unit_is_an_error_where_it_is_shared()
    {
        byte[] file = Save(new PlainNetwork<float>(2, new PlainLayer(3, Activation.Relu), new PlainLayer(2, Activation.Softmax)).Numbered());
        JsonObject header = SafetensorsFiles.Header(file);
        header.Remove("__metadata__");

        AssertRefused(
            "tensor '2.bias': has 16 at 0 and 17 at 1; expected the same number everywhere, for the layer has one bias for all units.", Replace(file, header));
    }

    [Fact]
    public void Files_of_other_programs_need_no_metadata()
    {
        byte[] file = Save(Network.Numbered());
        JsonObject header = SafetensorsFiles.Header(file);
        header.Remove("__metadata__");
        PlainNetwork<float> network = Network;
        NetworkFile.Load(network, Replace(file, header));

        Assert.Equal(Network.Numbered().Canonical, network.Canonical);
    }

    private static void Throws(string message, Action<JsonObject> change)
    {
        byte[] file = Save(Network.Numbered());
        JsonObject header = SafetensorsFiles.Header(file);
        JsonObject metadata = header["__metadata__"]!.AsObject();
        change(metadata);
        foreach (string removed in metadata.Where(text => text.Value is null).Select(text => text.Key).ToArray())
        {
            metadata.Remove(removed);
        }

        AssertRefused(message, Replace(file, header));
    }

    private static void AssertRefused(string message, byte[] file)
    {
        PlainNetwork<float> network = Network.Numbered();
        var error = Assert.Throws<InvalidDataException>(() => NetworkFile.Load(network, file));
        if (message.EndsWith('*'))
        {
            Assert.StartsWith("the memory: " + message.TrimEnd('*'), error.Message);
        }
        else
        {
            Assert.Equal("the memory: " + message, error.Message);
        }

        Assert.Equal(Network.Numbered().Parameters.ToArray(), network.Parameters.ToArray());
    }

    private static byte[] Replace(byte[] file, JsonObject header) =>
        SafetensorsFiles.Of(System.Text.Encoding.UTF8.GetBytes(header.ToJsonString()), SafetensorsFiles.Data(file));

    private static byte[] Save<T>(PlainNetwork<T> network, NetworkFileMetadata<T>? metadata = null)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        NetworkFile.Save(network, stream, metadata);
        return stream.ToArray();
    }

    /// <summary>As from a network: it cannot seek, and gives a few bytes at a time.</summary>
    private sealed class OneWayStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);
    }
}
