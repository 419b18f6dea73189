using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Integration.Tests.Rules;
using NetGen.Integration.Tests.Support;
using NetGen.Optimizers;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Training;

/// <summary>A step of an optimizer within the backward pass does what it does after it.</summary>
public class OptimizerStepTests
{
    /// <summary>Sample counts: one, few, one block, and blocks with a rest.</summary>
    private static readonly int[] Counts = [1, 7, 128, 150];

    public static TheoryData<string> Trainable => [.. RuleNetworks.Specs.Values.Where(spec => spec.Loss is not null).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Trainable))]
    public void A_step_is_that_of_the_gradients(string name)
    {
        if (RuleNetworks.Specs[name].IsDouble)
        {
            Check<double>(name, 1e-11);
        }
        else
        {
            Check<float>(name, 1e-4);
        }
    }

    [Theory]
    [MemberData(nameof(Trainable))]
    public void An_error_that_is_not_finite_changes_nothing(string name)
    {
        if (RuleNetworks.Specs[name].IsDouble)
        {
            CheckUnchanged<double>(name);
        }
        else
        {
            CheckUnchanged<float>(name);
        }
    }

    [Theory]
    [MemberData(nameof(Trainable))]
    public void An_optimizer_has_to_be_there_and_to_serve_this_network(string name)
    {
        if (RuleNetworks.Specs[name].IsDouble)
        {
            CheckRefusals<double>(name);
        }
        else
        {
            CheckRefusals<float>(name);
        }
    }

    private static IEnumerable<(string Name, Func<IOptimizer<T>> Create)> Optimizers<T>()
        where T : unmanaged =>
    [
        ("Sgd", () => new Sgd<T>(0.05)),
        ("Sgd with momentum", () => new Sgd<T>(0.05, momentum: 0.9, weightDecay: 0.01, nesterov: true)),
        ("Adam", () => new Adam<T>(0.01)),
        ("AdamW", () => new AdamW<T>(0.01, weightDecay: 0.1)),
        ("RmsProp", () => new RmsProp<T>(0.01, momentum: 0.5)),
        ("AdaGrad", () => new AdaGrad<T>(0.01)),
    ];

    private static void Check<T>(string name, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int n in Counts)
        {
            T[] inputs = Inputs<T>(name, n, out T[] targets);
            foreach ((string optimizer, Func<IOptimizer<T>> create) in Optimizers<T>())
            {
                var fused = (ITrainableNetwork<T>)RuleNetworks.Create(name);
                var parted = (ITrainableNetwork<T>)RuleNetworks.Create(name);
                IOptimizer<T> one = create();
                IOptimizer<T> other = create();
                T[] gradients = new T[fused.StorageLength];

                // Adam divides by the root of a square: where a gradient is next to nothing, its rounding decides, and only the next steps tell them apart.
                for (int step = 0; step < 3; step++)
                {
                    double loss = double.CreateChecked(fused.TrainStep(inputs, targets, one));
                    double expected = double.CreateChecked(parted.Backward(inputs, targets, gradients));
                    other.Step(parted.Parameters, gradients);
                    Assert.InRange(Math.Abs(loss - expected), 0, tolerance * (1 + Math.Abs(expected)));
                }

                Assert.Equal(other.StepCount, one.StepCount);
                double worst = Worst<T>(fused.Parameters, parted.Parameters);
                Assert.True(worst <= tolerance, $"{optimizer}, {n} samples: parameters differ by {worst:E1}.");
            }
        }
    }

    private static void CheckUnchanged<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int n in Counts)
        {
            T[] inputs = Inputs<T>(name, n, out T[] targets);
            inputs[^1] = T.NaN;
            var network = (ITrainableNetwork<T>)RuleNetworks.Create(name);
            T[] before = network.Parameters.ToArray();
            var optimizer = new Adam<T>();
            Assert.True(T.IsNaN(network.TrainStep(inputs, targets, optimizer)));
            Assert.Equal(before, network.Parameters.ToArray());
            Assert.Equal(0, optimizer.StepCount);
        }
    }

    private static void CheckRefusals<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] inputs = Inputs<T>(name, 3, out T[] targets);
        var network = (ITrainableNetwork<T>)RuleNetworks.Create(name);
        T[] before = network.Parameters.ToArray();
        Assert.Equal("optimizer", Assert.Throws<ArgumentNullException>(() => network.TrainStep(inputs, targets, null!)).ParamName);

        var other = new Adam<T>();
        other.Reset(network.StorageLength + 1);
        Assert.Contains($"expected {network.StorageLength + 1}", Assert.Throws<ArgumentException>(() => network.TrainStep(inputs, targets, other)).Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    private static T[] Inputs<T>(string name, int n, out T[] targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkCase numbers = RuleNetworks.Case(name, n);
        targets = Array.ConvertAll(numbers.Targets!, T.CreateChecked);
        return Array.ConvertAll(numbers.Inputs, T.CreateChecked);
    }

    private static double Worst<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double worst = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double apart = Math.Abs(double.CreateChecked(left[i] - right[i]));
            worst = apart <= worst ? worst : apart;
        }

        return worst;
    }
}
