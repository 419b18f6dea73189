using System;
using System.Runtime.InteropServices;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.OnnxRuntime;

/// <summary>
/// A network as an ONNX file: a Gemm and an activation for each layer. The numbers of the fields are those of onnx.proto.
/// </summary>
internal static class OnnxModel
{
    private const int IrVersion = 8;
    private const int OperatorSet = 13;
    private const int Float = 1;

    public static byte[] Write(Workload workload)
    {
        var graph = new ProtobufWriter();
        ReadOnlySpan<float> parameters = workload.Parameters;
        string value = "x";
        for (int l = 0; l < workload.Network.Layers.Count; l++)
        {
            DenseLayer layer = workload.Network.Layers[l];
            bool isLast = l == workload.Network.Layers.Count - 1;
            bool isLinear = layer.Activation == Activation.Identity;
            string sum = isLast && isLinear ? "y" : $"z{l}";
            graph.Message(1, Node("Gemm", sum, value, $"W{l}", $"b{l}"));
            graph.Message(5, Tensor($"W{l}", parameters[..layer.Weights], layer.Inputs, layer.Outputs));
            graph.Message(5, Tensor($"b{l}", parameters.Slice(layer.Weights, layer.Outputs), layer.Outputs));
            parameters = parameters[layer.Parameters..];
            value = sum;
            if (!isLinear)
            {
                value = isLast ? "y" : $"a{l}";
                graph.Message(1, Node($"{layer.Activation}", value, sum));
            }
        }

        graph.Text(2, "network");
        graph.Message(11, Value("x", workload.N, workload.Network.InputSize));
        graph.Message(12, Value("y", workload.N, workload.Network.OutputSize));

        var model = new ProtobufWriter();
        model.Number(1, IrVersion);
        model.Message(7, graph);
        model.Message(8, new ProtobufWriter().Number(2, OperatorSet));
        return model.ToArray();
    }

    private static ProtobufWriter Node(string operation, string output, params string[] inputs)
    {
        var node = new ProtobufWriter();
        foreach (string input in inputs)
        {
            node.Text(1, input);
        }

        return node.Text(2, output).Text(4, operation);
    }

    private static ProtobufWriter Tensor(string name, ReadOnlySpan<float> values, params int[] shape)
    {
        var tensor = new ProtobufWriter();
        foreach (int size in shape)
        {
            tensor.Number(1, size);
        }

        return tensor.Number(2, Float).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values));
    }

    private static ProtobufWriter Value(string name, params int[] shape)
    {
        var dimensions = new ProtobufWriter();
        foreach (int size in shape)
        {
            dimensions.Message(1, new ProtobufWriter().Number(1, size));
        }

        ProtobufWriter tensor = new ProtobufWriter().Number(1, Float).Message(2, dimensions);
        return new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, tensor));
    }
}
