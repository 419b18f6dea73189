using System;
using System.IO;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NetGen.Data;
using NetGen.Persistence;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Persistence;

/// <summary>Whatever a file holds, it is loaded or refused as documented, changes nothing when it is refused, and costs no more memory than its size allows.</summary>
public class NetworkFileFuzzTests
{
    private const long MemoryPerLoad = 200_000;

    private static readonly byte[] Network = SavedNetwork();
    private static readonly byte[] Run = SavedCheckpoint();

    [Fact]
    public void Random_changes_of_bytes()
    {
        var random = new Random(20240423);
        int refused = 0;
        for (int i = 0; i < 5_000; i++)
        {
            refused += IsRefused(Mutated(Network, random)) ? 1 : 0;
            LoadCheckpoint(Mutated(Run, random));
        }

        // Changes of the numbers alone, and of texts, are none of the format's business.
        Assert.InRange(refused, 2_500, 4_999);
    }

    [Fact]
    public void Every_truncation()
    {
        for (int length = 0; length < Network.Length; length++)
        {
            Assert.True(IsRefused(Network[..length]), $"A file of {length} bytes was loaded.");
        }

        Assert.True(IsRefused([.. Network, 0]));
        Assert.False(IsRefused(Network));
    }

    [Fact]
    public void Random_headers()
    {
        Gen<string> number = Gen.Elements("0", "1", "2", "3", "4", "8", "24", "-1", "1.5", "1e2", "9223372036854775807", "9223372036854775808", "null", "\"1\"", "{}", "[]");
        Gen<string> text = Gen.Elements("\"F32\"", "\"F64\"", "\"U8\"", "\"F33\"", "\"\"", "1", "null", "\"\\ud800\"");
        Gen<string> array = Gen.ListOf(number).Select(numbers => "[" + string.Join(",", numbers.Take(4)) + "]");
        Gen<string> property = Gen.OneOf(
            text.Select(value => "\"dtype\":" + value), array.Select(value => "\"shape\":" + value), array.Select(value => "\"data_offsets\":" + value));
        Gen<string> tensor = Gen.OneOf(
            Gen.ListOf(property).Select(properties => "{" + string.Join(",", properties.Take(4)) + "}"),
            from length in Gen.Elements(0, 1, 2, 3, 6)
            from begin in Gen.Elements(0, 4, 8, 24)
            select $$"""{"dtype":"F32","shape":[{{length}}],"data_offsets":[{{begin}},{{begin + 4 * length}}]}""");
        Gen<string> name = Gen.Elements("\"0.weight\"", "\"0.bias\"", "\"2.weight\"", "\"2.bias\"", "\"__metadata__\"", "\"a\"");
        Gen<string> header = Gen.ListOf(Gen.Zip(name, tensor)).Select(entries => "{" + string.Join(",", entries.Select(entry => entry.Item1 + ":" + entry.Item2)) + "}");

        foreach ((string json, int dataLength) in Gen.Zip(header, Gen.Choose(0, 80)).Sample(5_000, new Rnd(20240423), size: 8))
        {
            byte[] file = SafetensorsFiles.Of(json, dataLength);
            Assert.True(IsRefused(file), json);
            LoadCheckpoint(file);
        }
    }

    [Fact]
    public void Texts_of_every_kind_survive()
    {
        Prop.ForAll<NonNull<string>, NonNull<string>>((first, second) =>
        {
            string[] names = [Valid(first.Get), Valid(second.Get)];
            var network = new PlainNetwork<float>(1, new PlainLayer(2));
            using var stream = new MemoryStream();
            NetworkFile.Save(network, stream, new NetworkFileMetadata<float> { ClassNames = names });
            return NetworkFile.Load(network, stream.ToArray()).ClassNames!.SequenceEqual(names);
        }).QuickCheckThrowOnFailure();

        // Halves of surrogate pairs are no text.
        static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private static PlainNetwork<float> NewNetwork() => new PlainNetwork<float>(2, new PlainLayer(3, Activation.Relu), new PlainLayer(2, Activation.Softmax)).Numbered();

    private static byte[] SavedNetwork()
    {
        using var stream = new MemoryStream();
        NetworkFile.Save(NewNetwork(), stream, new NetworkFileMetadata<float>
        {
            Standardization = new Standardization<float>([1.5f, 2], [3, 4]),
            ClassNames = ["a", "b"],
        });
        return stream.ToArray();
    }

    private static byte[] SavedCheckpoint()
    {
        var checkpoint = new Checkpoint();
        PlainNetwork<float> network = NewNetwork();
        checkpoint.Add("parameters", network, network.Parameters);
        checkpoint.Add<double>("moments", [1, 2]);
        checkpoint.Add<ulong>("random", [1]);
        checkpoint.Progress["epoch"] = 3;
        using var stream = new MemoryStream();
        checkpoint.Save(stream);
        return stream.ToArray();
    }

    private static bool IsRefused(byte[] file)
    {
        PlainNetwork<float> network = NewNetwork();
        float[] before = network.Parameters.ToArray();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        bool isRefused = false;
        try
        {
            NetworkFile.Load(network, file);
        }
        catch (InvalidDataException error)
        {
            isRefused = true;
            Assert.StartsWith("the memory: ", error.Message, StringComparison.Ordinal);
            Assert.Equal(before, network.Parameters.ToArray());
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MemoryPerLoad);
        return isRefused;
    }

    private static void LoadCheckpoint(byte[] file)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Checkpoint.Load(new MemoryStream(file));
        }
        catch (InvalidDataException)
        {
            // As documented.
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MemoryPerLoad);
    }

    private static byte[] Mutated(byte[] file, Random random)
    {
        byte[] mutated = [.. file];
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int place = random.Next(mutated.Length);
            int length = Math.Min(random.Next(1, 20), mutated.Length - place);
            mutated = random.Next(6) switch
            {
                0 => [.. mutated[..place], .. mutated[(place + length)..]],
                1 => [.. mutated[..(place + length)], .. mutated[place..]],
                2 => [.. mutated[..place], (byte)random.Next(256), .. mutated[(place + 1)..]],
                3 => [.. mutated[..place], (byte)(mutated[place] ^ (1 << random.Next(8))), .. mutated[(place + 1)..]],
                4 => [.. mutated[..place], (byte)'9', .. mutated[place..]],
                _ => [.. mutated[..place], .. "\"\\{}[],:0"u8.ToArray().AsSpan(random.Next(9), 1), .. mutated[(place + 1)..]],
            };
        }

        return mutated;
    }
}
