using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.C;

/// <summary>
/// One network as C with compile-time sizes: the layers are included from a header, and this calls them one after another. A version for one
/// sample, in which the number of rows is a constant too, stands beside the one for any number.
/// </summary>
internal static class CSource
{
    /// <param name="network">The network.</param>
    /// <param name="layerHeader"><c>outputs_inner.h</c> or <c>inputs_inner.h</c>.</param>
    /// <param name="mostRows">The largest number of samples that it will be called with.</param>
    public static string Write(BenchmarkNetwork network, string layerHeader, int mostRows)
    {
        IReadOnlyList<DenseLayer> layers = network.Layers;
        int last = layers.Count;
        var text = new StringBuilder();
        text.Append($"// {network}, {layers[^1].Activation}, {network.Loss}\n\n#include \"functions.h\"\n");
        for (int l = 1; l <= last; l++)
        {
            text.Append($"""

                #define IN {layers[l - 1].Inputs}
                #define OUT {layers[l - 1].Outputs}
                #define LAYER(name) name##_{l}
                #include "{layerHeader}"
                #undef IN
                #undef OUT
                #undef LAYER

                """);
        }

        // The output of the last layer is the caller's.
        string activations = string.Concat(Hidden().Select(l => $", float *a{l}"));
        string deltas = string.Concat(All().Select(l => $", float *d{l}"));
        text.Append($"\nstatic inline void run(int n, const float *x{activations}, float *a{last})\n{{\n");
        foreach (int l in All())
        {
            AppendForward(l);
            text.Append($"    {Function(l)}(n, {layers[l - 1].Outputs}, a{l});\n");
        }

        text.Append($"}}\n\nstatic inline float step(int n, const float *x, const float *t, float rate{activations}, float *a{last}{deltas})\n{{\n");
        foreach (int l in All())
        {
            AppendForward(l);
            if (l < last || network.Loss != LossFunction.CrossEntropy)
            {
                text.Append($"    {Function(l)}(n, {layers[l - 1].Outputs}, a{l});\n");
            }
        }

        text.Append($"    float loss = {Loss(network)}(n, {network.OutputSize}, a{last}, t, d{last}) / n;\n");
        if (network.Loss != LossFunction.CrossEntropy)
        {
            text.Append($"    {Function(last)}_derivative(n, {network.OutputSize}, a{last}, d{last});\n");
        }

        // All deltas first: they need the weights as they were.
        for (int l = last; l > 1; l--)
        {
            text.Append($"    backward_{l}(n, d{l}, d{l - 1});\n");
            text.Append($"    {Function(l - 1)}_derivative(n, {layers[l - 2].Outputs}, a{l - 1}, d{l - 1});\n");
        }

        foreach (int l in All())
        {
            text.Append($"    update_{l}(n, {Input(l)}, d{l}, rate / n);\n");
        }

        text.Append("    return loss;\n}\n");
        AppendExports("_one", "", "1", "1");
        AppendExports("", "static ", $"{mostRows}", "n");
        text.Append("\nvoid set(const float *canonical)\n{\n");
        foreach (int l in All())
        {
            text.Append($"    canonical = set_{l}(canonical);\n");
        }

        text.Append("}\n\nvoid get(float *canonical)\n{\n");
        foreach (int l in All())
        {
            text.Append($"    canonical = get_{l}(canonical);\n");
        }

        return text.Append("}\n").ToString();

        IEnumerable<int> All() => Enumerable.Range(1, last);

        IEnumerable<int> Hidden() => Enumerable.Range(1, last - 1);

        string Input(int l) => l == 1 ? "x" : $"a{l - 1}";

        string Function(int l) => Activation(layers[l - 1].Activation);

        void AppendForward(int l) => text.Append($"    forward_{l}(n, {Input(l)}, a{l});\n");

        void AppendExports(string suffix, string storage, string rows, string n)
        {
            string arguments = string.Concat(Hidden().Select(l => $", a{l}"));
            string Arrays(string prefix, IEnumerable<int> indices) => string.Concat(
                indices.Select(l => $"    {storage}float {prefix}{l}[{rows} * {layers[l - 1].Outputs}] ALIGNED;\n"));
            text.Append($$"""

                void forward{{suffix}}(int n, const float *x, float *y)
                {
                {{Arrays("a", Hidden())}}    run({{n}}, x{{arguments}}, y);
                }

                float train_step{{suffix}}(int n, const float *x, const float *t, float rate)
                {
                {{Arrays("a", All())}}{{Arrays("d", All())}}    return step({{n}}, x, t, rate{{arguments}}, a{{last}}{{string.Concat(All().Select(l => $", d{l}"))}});
                }

                """);
        }
    }

    private static string Activation(Activation activation) => activation switch
    {
        NetGen.Activation.Identity => "identity",
        NetGen.Activation.Relu => "relu",
        NetGen.Activation.Sigmoid => "sigmoid",
        NetGen.Activation.Tanh => "hyperbolic_tangent",
        NetGen.Activation.Softmax => "softmax",
        _ => throw new NotSupportedException($"functions.h has no {activation}."),
    };

    private static string Loss(BenchmarkNetwork network) => network.Loss switch
    {
        LossFunction.SquaredError => "squared_error",
        LossFunction.MeanSquaredError => "mean_squared_error",
        LossFunction.CrossEntropy when network.Layers[^1].Activation == NetGen.Activation.Softmax => "softmax_cross_entropy",
        _ => throw new NotSupportedException($"functions.h has no {network.Loss} after {network.Layers[^1].Activation}."),
    };
}
