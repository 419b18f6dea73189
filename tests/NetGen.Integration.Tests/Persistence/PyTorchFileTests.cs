using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NetGen.Data;
using NetGen.Persistence;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Persistence;

/// <summary>PyTorch loads what NetGen saves, and NetGen what PyTorch saves, and the outputs agree.</summary>
public class PyTorchFileTests
{
    // NETGEN_ACCEPT=1 writes the files anew; then run tests/pytorch/make_state_dict_data.py.
    private static readonly bool IsAccepting = Environment.GetEnvironmentVariable("NETGEN_ACCEPT") == "1";

    private static readonly Dictionary<string, Case> Cases =
        JsonSerializer.Deserialize<Dictionary<string, Case>>(File.ReadAllText(DataFile("state_dict.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    [Fact]
    public void A_file_of_PyTorch_gives_its_outputs()
    {
        Check("sequential", new SequentialNet(), "pytorch", data => data.PyTorch);
        Check("named", new NamedNet(), "pytorch", data => data.PyTorch);
    }

    [Fact]
    public void A_file_of_NetGen_gives_the_outputs_that_PyTorch_computes_with_it()
    {
        Check("sequential", new SequentialNet(), "netgen", data => data.NetGen);
        Check("named", new NamedNet(), "netgen", data => data.NetGen);
    }

    [Fact]
    public void Standardization_and_class_names_come_with_the_file()
    {
        CheckStandardized("sequential", new SequentialNet());
        CheckStandardized("named", new NamedNet());
    }

    [Fact]
    public void The_files_that_PyTorch_loaded_are_what_NetGen_writes()
    {
        Compare("sequential", new SequentialNet(), new NetworkFileMetadata<float>
        {
            Standardization = new Standardization<float>([0.1f, 0, -2, 3], [1, 0.3f, 2, 1e-3f]),
            ClassNames = ["setosa", "Größe \"2\"", "virginica"],
        });
        Compare("named", new NamedNet(), new NetworkFileMetadata<double>
        {
            Standardization = new Standardization<double>([0.1, 0, -2, 3], [1, 1.0 / 3, 2, 1e-3]),
            ClassNames = ["no", "yes"],
        });
    }

    private static void Check<T>(string name, INetwork<T> network, string source, Func<Case, double[]> expected)
        where T : unmanaged
    {
        NetworkFile.Load(network, DataFile($"{source}-{name}.safetensors"));
        AssertOutputs(expected(Cases[name]), network, Numbers<T>(Cases[name].Inputs));
    }

    private static void CheckStandardized<T>(string name, INetwork<T> network)
        where T : unmanaged
    {
        NetworkFileMetadata<T> metadata = NetworkFile.Load(network, DataFile($"netgen-{name}.safetensors"));
        T[] inputs = Numbers<T>(Cases[name].Inputs);
        metadata.Standardization!.Apply(inputs);

        AssertOutputs(Cases[name].NetGenStandardized, network, inputs);
        Assert.Equal(Cases[name].ClassNames, metadata.ClassNames!);
    }

    private static void AssertOutputs<T>(double[] expected, INetwork<T> network, T[] inputs)
        where T : unmanaged
    {
        T[] outputs = new T[expected.Length];
        network.Forward(inputs, outputs);
        bool isDouble = typeof(T) == typeof(double);
        Assert.Null(Agreement.Compare("outputs", [.. outputs.Select(output => Convert.ToDouble(output))], expected, Agreement.Tolerance(isDouble, isExtreme: false)));
    }

    private static void Compare<T>(string name, INetwork<T> network, NetworkFileMetadata<T> metadata)
        where T : unmanaged
    {
        network.Initialize(5);
        for (int i = 0; i < network.StorageLength; i++)
        {
            // Biases other than 0.
            network.Parameters[i] = (T)Convert.ChangeType(Convert.ToDouble(network.Parameters[i]) + 0.125, typeof(T));
        }

        using var stream = new MemoryStream();
        NetworkFile.Save(network, stream, metadata);
        if (IsAccepting)
        {
            File.WriteAllBytes(SourceFile($"netgen-{name}.safetensors"), stream.ToArray());
            return;
        }

        Assert.Equal(File.ReadAllBytes(DataFile($"netgen-{name}.safetensors")), stream.ToArray());
    }

    private static T[] Numbers<T>(double[] numbers) => [.. numbers.Select(number => (T)Convert.ChangeType(number, typeof(T)))];

    private static string DataFile(string file) => Path.Combine(AppContext.BaseDirectory, "Data", file);

    private static string SourceFile(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Data", file);

    private sealed record Case(double[] Inputs, double[] PyTorch, double[] NetGen, double[] NetGenStandardized, string[] ClassNames);
}
