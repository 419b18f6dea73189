using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Generator.Graph;
using NetGen.Generator.Lowering.Layers;
using NetGen.Generator.Lowering.Losses;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Lowering;

/// <summary>From a declaration to the graph of its forward pass and objective.</summary>
internal static class NetworkLowering
{
    /// <summary>All that is wrong or odd, and the graph where nothing is wrong.</summary>
    public static (NetworkGraph? Graph, EquatableArray<Finding> Findings) Lower(NetworkModel network)
    {
        FindingList findings = new();
        CheckNetwork(network, findings);
        IReadOnlyList<LayerContext> contexts = CheckLayers(network, findings, out LayerFacts? last);
        CheckLoss(network, last, findings);
        return (findings.HasErrors ? null : Build(network, contexts), findings.Findings);
    }

    private static void CheckNetwork(NetworkModel network, FindingList findings)
    {
        if (network.InputShape.Count == 0)
        {
            findings.Error(FindingIds.NoInputShape, FindingTarget.Network(), network.Type.Name);
        }

        for (int i = 0; i < network.InputShape.Count; i++)
        {
            ArgumentChecks.Size(findings, FindingTarget.Network($"inputShape[{i}]"), network.InputShape[i]);
        }

        ArgumentChecks.AtMost(findings, FindingTarget.Network(), "the input size", InputSize(network), Limits.Width);
        ArgumentChecks.Defined(findings, FindingTarget.Network(nameof(Precision)), network.Precision);
        ArgumentChecks.Defined(findings, FindingTarget.Network(nameof(Unroll)), network.Unroll);
        ArgumentChecks.L2(findings, FindingTarget.Network("L2"), network.L2, network.Precision);
        LayerNames.Check(network, findings);
        if (network.Budget is { IsEmpty: true })
        {
            findings.Warning(FindingIds.OptionWithoutEffect, FindingTarget.Budget(), "Budget", "it sets no limit");
        }

        if (network.Layers.Count == 0)
        {
            findings.Error(FindingIds.NoLayers, FindingTarget.Type, network.Type.Name);
        }

        ArgumentChecks.AtMost(findings, FindingTarget.Type, "the number of layers", network.Layers.Count, Limits.Layers);
    }

    /// <summary>The product of the input shape, counting a size that is none as 1.</summary>
    private static BigInteger InputSize(NetworkModel network) =>
        network.InputShape.Aggregate(BigInteger.One, (product, size) => product * Math.Max(size, 1));

    private static IReadOnlyList<LayerContext> CheckLayers(NetworkModel network, FindingList findings, out LayerFacts? last)
    {
        List<LayerContext> contexts = [];
        Shape shape = Shape.PerSample((int)BigInteger.Min(InputSize(network), Limits.Width));
        long parameters = 0;
        bool allSetL2 = true;
        last = null;
        for (int index = 0; index < network.Layers.Count; index++)
        {
            LayerModel layer = network.Layers[index];
            LayerContext context = new(index, index == network.Layers.Count - 1, network, shape);
            contexts.Add(context);
            last = LayerRegistry.Get(layer.Kind).Check(layer, context, findings);
            parameters += last.ParameterCount;
            allSetL2 &= last.SetsL2;
            shape = last.Output;
        }

        ArgumentChecks.AtMost(findings, FindingTarget.Type, "the number of parameters", parameters, Limits.Parameters);
        if (network.L2 > 0 && (network.Loss is null || (allSetL2 && network.Layers.Count > 0)))
        {
            string reason = network.Loss is null
                ? "without [Loss] there is nothing that the penalty could be added to"
                : "every layer sets its own";
            findings.Warning(FindingIds.OptionWithoutEffect, FindingTarget.Network("L2"), "L2", reason);
        }

        return contexts;
    }

    private static void CheckLoss(NetworkModel network, LayerFacts? last, FindingList findings)
    {
        if (network.Loss is not { } loss || !ArgumentChecks.Defined(findings, FindingTarget.Loss("function"), loss) || last is null)
        {
            return;
        }

        if (loss == LossFunction.CrossEntropy && last.Activation != Activation.Softmax)
        {
            // Softmax over one unit is always 1.
            string better = last.Output.Length == 1 ? "BinaryCrossEntropy with Sigmoid, or another loss" : "Softmax, or another loss";
            findings.Warning(FindingIds.CrossEntropyWithoutSoftmax, FindingTarget.Loss("function"), last.Activation, better);
        }

        if (loss == LossFunction.BinaryCrossEntropy && last.Activation != Activation.Sigmoid)
        {
            string better = last.Activation == Activation.Softmax ? "CrossEntropy, or Sigmoid as the last activation" : "Sigmoid, or another loss";
            findings.Warning(FindingIds.BinaryCrossEntropyWithoutSigmoid, FindingTarget.Loss("function"), last.Activation, better);
        }
    }

    private static NetworkGraph Build(NetworkModel network, IReadOnlyList<LayerContext> contexts)
    {
        GraphBuilder graph = new(network.Precision);
        IReadOnlyList<string> names = LayerNames.Of(network);
        List<GraphParameter> parameters = [];
        List<GraphLayer> layers = [];
        Tensor input = graph.Input("x", "x", new Shape(true, network.InputShape));
        input.GradientLabel = new TensorLabel("gx", "∂x", true);
        Tensor output = input;
        Tensor? penalty = null;
        foreach (LayerContext context in contexts)
        {
            LayerModel model = network.Layers[context.Index];
            Shape before = output.Shape;
            graph.Layer = context.Index;
            LoweredLayer layer = LayerRegistry.Get(model.Kind).Lower(model, context, graph, output);
            output = layer.Output;
            parameters.AddRange(layer.Parameters);
            layers.Add(new GraphLayer(names[context.Index], model.Kind, before, output.Shape, (Activation)model.Get("activation", 0), layer.Macs, layer.Alpha, LayerNames.IsGiven(model)));
            penalty = penalty is null ? layer.Penalty : layer.Penalty is null ? penalty : graph.Add(penalty, layer.Penalty);
        }

        Tensor? target = null;
        Tensor? error = null;
        if (network.Loss is { } loss)
        {
            target = graph.Input("t", "t", output.Shape);
            error = LossRegistry.Find(loss)!.Apply(graph, output, target);
        }

        graph.Layer = null;
        return new NetworkGraph(graph, input, output, target, error, network.Loss is null ? null : penalty, parameters, layers);
    }
}
