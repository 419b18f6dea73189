using System;
using System.Collections.Generic;
using NetGen.Generator.Graph;
using NetGen.Generator.Lowering.Activations;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Lowering.Layers;

/// <summary>[Dense]: z = x·W + b, a = f(z), the input flattened.</summary>
internal sealed class DenseLayer : ILayer
{
    private const string Units = "units";
    private const string ActivationArgument = "activation";

    public string Kind => "Dense";

    public LayerFacts Check(LayerModel layer, LayerContext context, FindingList findings)
    {
        int units = layer.Get(Units, 0);
        if (ArgumentChecks.Size(findings, context.Target(Units), units))
        {
            ArgumentChecks.AtMost(findings, context.Target(Units), "the number of units", units, Limits.Width);
        }

        Activation activation = (Activation)layer.Get(ActivationArgument, 0);
        Bias bias = (Bias)layer.Get(nameof(Bias), 0);
        ArgumentChecks.Defined(findings, context.Target(nameof(Bias)), bias);
        ArgumentChecks.Defined(findings, context.Target(nameof(Initializer)), (Initializer)layer.Get(nameof(Initializer), 0));
        if (ArgumentChecks.Defined(findings, context.Target(ActivationArgument), activation))
        {
            CheckActivationOptions(layer, context, findings, ActivationRegistry.Find(activation)!);
            if (activation == Activation.Softmax && units == 1)
            {
                findings.Warning(FindingIds.SoftmaxOverOneUnit, context.Target(ActivationArgument), LayerNames.Of(context.Network)[context.Index]);
            }
        }

        CheckL2(layer, context, findings);

        int width = Math.Max(units, 1);
        long weights = (long)context.Input.Length * width;
        long biases = bias == Bias.PerUnit ? width : bias == Bias.Shared ? 1 : 0;
        return new LayerFacts(Shape.PerSample((int)Math.Min(width, Limits.Width)), activation, weights + biases, layer.Has("L2"));
    }

    public LoweredLayer Lower(LayerModel layer, LayerContext context, GraphBuilder graph, Tensor input)
    {
        int inputs = context.Input.Length;
        int units = layer.Get(Units, 0);
        Names names = new(context);
        ActivationRule rule = ActivationRegistry.Find((Activation)layer.Get(ActivationArgument, 0))!;
        Initializer initializer = (Initializer)layer.Get(nameof(Initializer), 0);
        List<GraphParameter> parameters = [];

        Tensor weights = graph.Parameter(names.Weights.Name, names.Weights.Symbol, Shape.Fixed(inputs, units));
        parameters.Add(new GraphParameter(weights, "W", context.Index, initializer == Initializer.Auto ? rule.AutoInitializer : initializer));

        Tensor z = graph.MatMul(graph.Reshape(Shape.PerSample(inputs), input), weights);
        Bias bias = (Bias)layer.Get(nameof(Bias), 0);
        if (bias != Bias.None)
        {
            Tensor offsets = graph.Parameter(names.Biases.Name, names.Biases.Symbol, Shape.Fixed(bias == Bias.Shared ? 1 : units));
            parameters.Add(new GraphParameter(offsets, "b", context.Index, Initializer.Zero));
            z = graph.Add(z, offsets);
        }

        ActivationOptions options = new(layer.Get(nameof(ActivationOptions.Alpha), rule.DefaultAlpha ?? 0), layer.Get(nameof(ActivationOptions.ReluGradientAtZero), 0));
        Tensor output = rule.Apply(graph, z, options);
        names.Give(z, output);

        double l2 = layer.Get("L2", context.Network.L2);
        Tensor? penalty = l2 > 0 ? graph.Scale(l2, graph.SumTo(Shape.Scalar, graph.Square(weights))) : null;
        return new LoweredLayer(output, parameters, penalty, rule.DefaultAlpha is null ? null : options.Alpha, (long)inputs * units);
    }

    private static void CheckActivationOptions(LayerModel layer, LayerContext context, FindingList findings, ActivationRule rule)
    {
        const string alpha = nameof(ActivationOptions.Alpha);
        const string gradient = nameof(ActivationOptions.ReluGradientAtZero);
        if (layer.Has(alpha))
        {
            double value = layer.Get(alpha, 0.0);
            if (!(value >= 0 && ArgumentChecks.IsFinite(value, context.Network.Precision)))
            {
                findings.Error(FindingIds.AlphaOutOfRange, context.Target(alpha), value);
            }
            else if (rule.DefaultAlpha is null)
            {
                findings.Warning(FindingIds.OptionWithoutEffect, context.Target(alpha), alpha, $"{rule.Activation} has no α");
            }
        }

        if (layer.Has(gradient))
        {
            int value = layer.Get(gradient, 0);
            if (value is not (0 or 1))
            {
                findings.Error(FindingIds.ReluGradientOutOfRange, context.Target(gradient), value);
            }
            else if (!rule.HasKink)
            {
                findings.Warning(FindingIds.OptionWithoutEffect, context.Target(gradient), gradient, $"it concerns Relu, and the activation is {rule.Activation}");
            }
        }
    }

    private static void CheckL2(LayerModel layer, LayerContext context, FindingList findings)
    {
        double value = layer.Get("L2", 0.0);
        ArgumentChecks.L2(findings, context.Target("L2"), value, context.Network.Precision);
        if (value > 0 && context.Network.Loss is null)
        {
            findings.Warning(FindingIds.OptionWithoutEffect, context.Target("L2"), "L2", "without [Loss] there is nothing that the penalty could be added to");
        }
    }

    /// <summary>The names of the mathematics: z¹ = a⁰·W¹ + b¹, a¹ = f(z¹), δ¹, with x for a⁰ and y for the last a.</summary>
    private sealed class Names(LayerContext context)
    {
        private readonly int _number = context.Index + 1;

        public (string Name, string Symbol) Weights => Indexed("W");

        public (string Name, string Symbol) Biases => Indexed("b");

        public void Give(Tensor z, Tensor output)
        {
            z.GradientLabel = Label(("d" + _number, "δ" + Superscript.Of(_number)), isLandmark: true);
            if (z != output)
            {
                z.Label = Label(Indexed("z"), isLandmark: true);
                output.GradientLabel = Label(("g" + _number, "∂a" + Superscript.Of(_number)), isLandmark: false);
            }

            output.Label = Label(context.IsLast ? ("y", "y") : Indexed(z == output ? "z" : "a"), isLandmark: true);
        }

        private static TensorLabel Label((string Name, string Symbol) name, bool isLandmark) => new(name.Name, name.Symbol, isLandmark);

        private (string Name, string Symbol) Indexed(string letter) => (letter + _number, letter + Superscript.Of(_number));
    }
}
