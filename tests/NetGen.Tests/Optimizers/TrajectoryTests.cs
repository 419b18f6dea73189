using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>Every optimizer takes the parameters where PyTorch takes them, step by step.</summary>
public class TrajectoryTests
{
    /// <summary>The optimizers of the script, with the same hyper-parameters or, where it names none, the defaults.</summary>
    private static readonly Dictionary<string, Func<IOptimizer<double>>> Cases = new()
    {
        ["Sgd"] = () => new Sgd<double>(0.1),
        ["Sgd, weight decay"] = () => new Sgd<double>(0.1, weightDecay: 0.05),
        ["Sgd, momentum"] = () => new Sgd<double>(0.02, momentum: 0.9),
        ["Sgd, dampening"] = () => new Sgd<double>(0.05, momentum: 0.8, dampening: 0.3, weightDecay: 0.01),
        ["Sgd, Nesterov"] = () => new Sgd<double>(0.02, momentum: 0.9, weightDecay: 0.02, nesterov: true),
        ["Adam"] = () => new Adam<double>(),
        ["Adam, all options"] = () => new Adam<double>(0.03, beta1: 0.8, beta2: 0.95, eps: 1e-3, weightDecay: 0.1),
        ["Adam, AMSGrad"] = () => new Adam<double>(0.05, beta1: 0.7, beta2: 0.8, amsgrad: true),
        ["AdamW"] = () => new AdamW<double>(),
        ["AdamW, all options"] = () => new AdamW<double>(0.03, beta1: 0.8, beta2: 0.95, eps: 1e-3, weightDecay: 0.3),
        ["AdamW, AMSGrad"] = () => new AdamW<double>(0.05, beta1: 0.7, beta2: 0.8, weightDecay: 0.1, amsgrad: true),
        ["RmsProp"] = () => new RmsProp<double>(),
        ["RmsProp, weight decay"] = () => new RmsProp<double>(0.02, alpha: 0.8, eps: 1e-3, weightDecay: 0.1),
        ["RmsProp, momentum"] = () => new RmsProp<double>(0.005, momentum: 0.7),
        ["RmsProp, centered"] = () => new RmsProp<double>(alpha: 0.9, centered: true),
        ["RmsProp, all options"] = () => new RmsProp<double>(0.004, alpha: 0.9, eps: 1e-3, weightDecay: 0.1, momentum: 0.6, centered: true),
        ["AdaGrad"] = () => new AdaGrad<double>(),
        ["AdaGrad, all options"] = () => new AdaGrad<double>(0.3, learningRateDecay: 0.1, weightDecay: 0.05, initialAccumulatorValue: 0.2, eps: 1e-3),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static TrajectoryData PyTorch => TrajectoryData.FromPyTorch;

    /// <summary>An optimizer that a test is written for, by its name in the reference data.</summary>
    internal static IOptimizer<double> Create(string name) => Cases[name]();

    [Fact]
    public void Every_case_of_PyTorch_is_tried() => Assert.Equal(PyTorch.Trajectories.Keys.Order(), Cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Fifty_steps_agree_with_PyTorch(string name)
    {
        IOptimizer<double> optimizer = Create(name);
        double[] parameters = [.. PyTorch.Start];
        Assert.Equal(50, PyTorch.Noise.Length);
        for (int step = 0; step < PyTorch.Noise.Length; step++)
        {
            optimizer.Step(parameters, PyTorch.Gradients(parameters, step));

            double[] expected = PyTorch.Trajectories[name][step];
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(
                    Math.Abs(parameters[i] - expected[i]) <= 1e-12,
                    $"After step {step + 1}, parameter {i} is {parameters[i]:R}; expected {expected[i]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_that_is_restored_continues_with_the_same_bits(string name)
    {
        IOptimizer<double> optimizer = Create(name);
        double[] parameters = [.. PyTorch.Start];
        for (int step = 0; step < 20; step++)
        {
            optimizer.Step(parameters, PyTorch.Gradients(parameters, step));
        }

        IOptimizer<double> restored = Create(name);
        restored.Reset(parameters.Length);
        for (int i = 0; i < optimizer.StateCount; i++)
        {
            Assert.Equal(optimizer.StateName(i), restored.StateName(i));
            optimizer.State(i).CopyTo(restored.State(i));
        }

        restored.StepCount = optimizer.StepCount;
        double[] continued = [.. parameters];
        for (int step = 20; step < 30; step++)
        {
            optimizer.Step(parameters, PyTorch.Gradients(parameters, step));
            restored.Step(continued, PyTorch.Gradients(continued, step));
        }

        Assert.Equal(parameters, continued);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reset_forgets_everything(string name)
    {
        IOptimizer<double> used = Create(name);
        used.Step(new double[3], [1.0, -2.0, 3.0]);
        used.Reset(PyTorch.Start.Length);
        Assert.Equal(0, used.StepCount);

        double[] again = [.. PyTorch.Start];
        used.Step(again, PyTorch.Gradients(again, 0));
        double[] first = [.. PyTorch.Start];
        Create(name).Step(first, PyTorch.Gradients(first, 0));
        Assert.Equal(first, again);
    }
}
