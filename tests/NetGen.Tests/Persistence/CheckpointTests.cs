using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using NetGen.Persistence;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Persistence;

public class CheckpointTests
{
    private static PlainNetwork<float> Network => new(3, new PlainLayer(4, Activation.Relu), new PlainLayer(2));

    [Fact]
    public void What_was_saved_is_loaded_bit_by_bit()
    {
        var checkpoint = new Checkpoint();
        float[] floats = [1, -0f, float.NaN, float.Epsilon, float.NegativeInfinity];
        double[] doubles = [Math.PI, double.NaN, BitConverter.Int64BitsToDouble(0x7FF8_1234_5678_9ABC)];
        checkpoint.Add<float>("floats", floats);
        checkpoint.Add<byte>("bytes", [1, 2, 255]);
        checkpoint.Add<double>("doubles", doubles);
        checkpoint.Add<ulong>("random", [ulong.MaxValue, 1]);
        checkpoint.Add<long>("counts", [long.MinValue]);
        checkpoint.Add<int>("order", [.. Enumerable.Range(0, 50_000)]);
        checkpoint.Add<double>("nothing", []);
        checkpoint.Progress["epoch"] = 7;
        checkpoint.Progress["seed"] = ulong.MaxValue;
        checkpoint.Progress["rate"] = 0.1 + 0.2;
        checkpoint.Progress["history"] = new JsonArray(1.5, 2.5);
        checkpoint.Progress["schedule"] = new JsonObject { ["name"] = "Größe \"1\"\n" };

        Checkpoint loaded = SaveAndLoad(checkpoint);

        Assert.Equal(floats.Select(BitConverter.SingleToInt32Bits), loaded.Get<float>("floats").Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(doubles.Select(BitConverter.DoubleToInt64Bits), loaded.Get<double>("doubles").Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal([1, 2, 255], loaded.Get<byte>("bytes"));
        Assert.Equal([ulong.MaxValue, 1], loaded.Get<ulong>("random"));
        Assert.Equal([long.MinValue], loaded.Get<long>("counts"));
        Assert.Equal(Enumerable.Range(0, 50_000), loaded.Get<int>("order"));
        Assert.Empty(loaded.Get<double>("nothing"));
        Assert.Equal(7, checkpoint.Names.Count);
        Assert.Equal(checkpoint.Names.Order(), loaded.Names.Order());

        Assert.Equal(7, (int)loaded.Progress["epoch"]!);
        Assert.Equal(ulong.MaxValue, (ulong)loaded.Progress["seed"]!);
        Assert.Equal(0.1 + 0.2, (double)loaded.Progress["rate"]!);
        Assert.Equal([1.5, 2.5], loaded.Progress["history"]!.AsArray().Select(node => (double)node!));
        Assert.Equal("Größe \"1\"\n", (string)loaded.Progress["schedule"]!["name"]!);
    }

    [Fact]
    public void Arrays_of_a_network_are_canonical_in_the_file()
    {
        PlainNetwork<float> network = Network.Numbered();
        var checkpoint = new Checkpoint();
        checkpoint.Add("parameters", network, network.Parameters);
        network.Parameters.Clear();

        Checkpoint loaded = SaveAndLoad(checkpoint);
        Assert.Equal(Enumerable.Range(1, 26).Select(i => (float)i), loaded.Get<float>("parameters"));

        loaded.CopyTo("parameters", network, network.Parameters);
        Assert.Equal(Enumerable.Range(1, 26).Select(i => (float)i), network.Canonical);
    }

    [Fact]
    public void Arrays_are_copies()
    {
        float[] values = [1];
        var checkpoint = new Checkpoint();
        checkpoint.Add<float>("a", values);
        values[0] = 2;
        checkpoint.Get<float>("a")[0] = 3;

        checkpoint.CopyTo<float>("a", values);
        Assert.Equal([1], values);
    }

    [Fact]
    public void Asking_for_what_is_not_there_is_an_error()
    {
        var checkpoint = new Checkpoint();
        checkpoint.Add<float>("a", [1, 2]);
        checkpoint.Add<long>("b", [1]);
        Checkpoint loaded = SaveAndLoad(checkpoint);

        Throws("the stream: tensor 'c': is missing; found 'b', 'a'.", () => loaded.Get<float>("c"));
        Throws("the stream: tensor 'a': is F32 [2]; expected F64.", () => loaded.Get<double>("a"));
        Throws("the stream: tensor 'b': is I64 [1]; expected U64.", () => loaded.Get<ulong>("b"));
        Throws("the stream: tensor 'a': is F32 [2]; expected F32 [3].", () =>
        {
            loaded.CopyTo<float>("a", new float[3]);
            return loaded;
        });
        Throws("the checkpoint: tensor 'c': is missing; found none.", () => new Checkpoint().Get<float>("c"));
    }

    [Fact]
    public void A_checkpoint_is_of_one_network()
    {
        PlainNetwork<float> network = Network;
        var other = new PlainNetwork<float>(3, new PlainLayer(4, Activation.Tanh), new PlainLayer(2));
        var checkpoint = new Checkpoint();
        checkpoint.Add("parameters", network, network.Parameters);

        var argument = Assert.Throws<ArgumentException>(() => checkpoint.Add("moments", other, other.Parameters));
        Assert.StartsWith("network is 'Dense W[3,4] b[4] Tanh; Dense W[4,2] b[2] Identity'; expected that of the other arrays, 'Dense W[3,4] b[4] Relu;", argument.Message);

        Checkpoint loaded = SaveAndLoad(checkpoint);
        Throws(
            "the stream: holds another network: expected 'Dense W[3,4] b[4] Tanh; Dense W[4,2] b[2] Identity', found 'Dense W[3,4] b[4] Relu; Dense W[4,2] b[2] Identity'.",
            () =>
            {
                loaded.CopyTo("parameters", other, other.Parameters);
                return loaded;
            });
    }

    [Fact]
    public void Names_are_used_once()
    {
        var checkpoint = new Checkpoint();
        checkpoint.Add<float>("a", [1]);

        Assert.Throws<ArgumentException>(() => checkpoint.Add<float>("a", [1]));
        Assert.Throws<ArgumentException>(() => checkpoint.Add<float>("__metadata__", [1]));
        Assert.Throws<NotSupportedException>(() => checkpoint.Add<char>("c", ['a']));
    }

    [Theory]
    [InlineData("{}", "is no checkpoint; expected netgen.checkpoint in its metadata.")]
    [InlineData("""{"__metadata__":{"netgen.checkpoint":"[]"}}""", "the metadata netgen.checkpoint are damaged: *")]
    [InlineData("""{"__metadata__":{"netgen.checkpoint":"null"}}""", "the metadata netgen.checkpoint are damaged: *")]
    [InlineData("""{"__metadata__":{"netgen.checkpoint":"{"}}""", "the metadata netgen.checkpoint are damaged: *")]
    [InlineData("""{"__metadata__":{"netgen.checkpoint":"{\"a\":1,\"a\":2}"}}""", "the metadata netgen.checkpoint are damaged: *")]
    [InlineData("""{"__metadata__":{"netgen.checkpoint":"{\"b\":[{\"a\":1,\"a\":2}]}"}}""", "the metadata netgen.checkpoint are damaged: *")]
    [InlineData("""{"__metadata__":{"netgen.checkpoint":"{\"\\ud800\":1}"}}""", "the metadata netgen.checkpoint are damaged: *")]
    [InlineData("""{"__metadata__":{"netgen.checkpoint":"{}"},"a":{"dtype":"BF16","shape":[0],"data_offsets":[0,0]}}""", "tensor 'a': is BF16 [0]; expected F32, F64, I32, I64, U64 or U8.")]
    public void What_is_no_checkpoint_is_an_error(string header, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Checkpoint.Load(new MemoryStream(SafetensorsFiles.Of(header, 0))));
        Assert.StartsWith("the stream: " + message.TrimEnd('*'), error.Message);
    }

    private static Checkpoint SaveAndLoad(Checkpoint checkpoint)
    {
        var stream = new MemoryStream();
        checkpoint.Save(stream);
        stream.Position = 0;
        return Checkpoint.Load(stream);
    }

    private static void Throws(string message, Func<object> act) => Assert.Equal(message, Assert.Throws<InvalidDataException>(act).Message);
}
