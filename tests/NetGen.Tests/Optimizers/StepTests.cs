using System;
using System.Linq;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>What a step promises whatever the optimizer: every length, both precisions, no allocation, and refusals that say why.</summary>
public class StepTests
{
    public static TheoryData<string> Names => TrajectoryTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_does_not_depend_on_its_neighbours(string name)
    {
        double[] alone = Trained(name, 1);
        for (int length = 2; length <= 40; length++)
        {
            double[] together = Trained(name, length);
            Assert.Equal(length, together.Length);
            Assert.All(together, parameter => Assert.Equal(alone[0], parameter));
        }

        static double[] Trained(string name, int length)
        {
            IOptimizer<double> optimizer = TrajectoryTests.Create(name);
            double[] parameters = [.. Enumerable.Repeat(0.7, length)];
            for (int step = 0; step < 3; step++)
            {
                optimizer.Step(parameters, [.. Enumerable.Repeat(0.3 + step, length)]);
            }

            return parameters;
        }
    }

    [Fact]
    public void Single_precision_follows_double()
    {
        var single = new AdamW<float>(0.01);
        var twice = new AdamW<double>(0.01);
        float[] parameters = [.. Enumerable.Range(0, 37).Select(i => (i - 18) / 10f)];
        double[] expected = [.. parameters.Select(value => (double)value)];
        for (int step = 0; step < 50; step++)
        {
            single.Step(parameters, [.. parameters.Select(value => value - 0.25f)]);
            twice.Step(expected, [.. expected.Select(value => value - 0.25)]);
        }

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], parameters[i], 5e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated_from_the_second_step_on(string name)
    {
        IOptimizer<double> optimizer = TrajectoryTests.Create(name);
        double[] parameters = new double[100];
        double[] gradients = new double[100];
        optimizer.Step(parameters, gradients);
        optimizer.Step(parameters, gradients);

        long before = GC.GetAllocatedBytesForCurrentThread();
        optimizer.Step(parameters, gradients);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>The padding of a network's parameters has gradients of 0, and must not become NaN.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_gradient_of_0_leaves_0_alone(string name)
    {
        IOptimizer<double> optimizer = TrajectoryTests.Create(name);
        double[] parameters = new double[17];
        for (int step = 0; step < 3; step++)
        {
            optimizer.Step(parameters, new double[17]);
        }

        Assert.All(parameters, parameter => Assert.Equal(0.0, parameter));
    }

    /// <summary>The same gradient again and again has a variance that tends to 0, and in float soon falls below it.</summary>
    [Fact]
    public void Centered_RmsProp_stays_finite_when_rounding_makes_the_variance_negative()
    {
        var optimizer = new RmsProp<float>(0.001, alpha: 0.5, centered: true);
        float[] parameters = new float[64];
        float[] gradients = [.. Enumerable.Range(1, 64).Select(i => i / 7f)];
        for (int step = 0; step < 200; step++)
        {
            optimizer.Step(parameters, gradients);
        }

        Assert.All(parameters, parameter => Assert.True(float.IsFinite(parameter)));
    }

    [Fact]
    public void The_learning_rate_holds_for_the_steps_to_come()
    {
        var optimizer = new Sgd<float>(0.5);
        float[] parameters = [0];
        optimizer.Step(parameters, [1]);
        optimizer.LearningRate = 0.25;
        optimizer.Step(parameters, [1]);
        Assert.Equal(-0.75f, parameters[0]);
        Assert.Equal(2, optimizer.StepCount);
    }

    [Fact]
    public void Spans_that_do_not_fit_are_refused_before_anything_is_written()
    {
        var optimizer = new Adam<float>();
        float[] parameters = [1, 2, 3];
        optimizer.Step(parameters, [1, 1, 1]);
        float[] before = [.. parameters];
        float[] both = new float[5];

        Refused("gradients holds 2 numbers; expected 3.", () => optimizer.Step(parameters, new float[2]));
        Refused("parameters holds 4 numbers; expected 3, to which the state of this optimizer belongs.", () => optimizer.Step(new float[4], new float[4]));
        Refused("parameters overlaps gradients; expected memory of its own, because it is written.", () => optimizer.Step(both.AsSpan(0, 3), both.AsSpan(2, 3)));
        Assert.Equal(before, parameters);
        Assert.Equal(1, optimizer.StepCount);
    }

    [Fact]
    public void Hyper_parameters_out_of_range_are_refused()
    {
        Refused("learningRate is -0.1; expected a finite number, at least 0.", () => new Sgd<float>(-0.1));
        Refused("learningRate is NaN; expected a finite number, at least 0.", () => new Adam<float>(double.NaN));
        Refused("LearningRate is -1; expected a finite number, at least 0.", () => new Sgd<float>(1).LearningRate = -1);
        Refused("momentum is -0.9; expected a finite number, at least 0.", () => new Sgd<float>(0.1, momentum: -0.9));
        Refused("dampening is NaN; expected a finite number.", () => new Sgd<float>(0.1, momentum: 0.9, dampening: double.NaN));
        Refused("weightDecay is -1; expected a finite number, at least 0.", () => new Sgd<float>(0.1, weightDecay: -1));
        Refused("Nesterov's momentum expects a momentum above 0 and no dampening.", () => new Sgd<float>(0.1, nesterov: true));
        Refused("Nesterov's momentum expects a momentum above 0 and no dampening.", () => new Sgd<float>(0.1, momentum: 0.9, dampening: 0.1, nesterov: true));
        Refused("beta1 is 1; expected at least 0 and below 1.", () => new Adam<float>(beta1: 1));
        Refused("beta2 is -0.5; expected at least 0 and below 1.", () => new AdamW<float>(beta2: -0.5));
        Refused("eps is 0; expected a finite number above 0.", () => new Adam<float>(eps: 0));
        Refused("eps is 1E-60; expected a number that is above 0 as a Single.", () => new Adam<float>(eps: 1e-60));
        Refused("alpha is 1; expected at least 0 and below 1.", () => new RmsProp<float>(alpha: 1));
        Refused("learningRateDecay is -1; expected a finite number, at least 0.", () => new AdaGrad<float>(learningRateDecay: -1));
        Refused("initialAccumulatorValue is -1; expected a finite number, at least 0.", () => new AdaGrad<float>(initialAccumulatorValue: -1));
        Refused("StepCount is -1; expected at least 0.", () => new Sgd<float>(0.1).StepCount = -1);
        Refused("length is -1; expected at least 0.", () => new Sgd<float>(0.1).Reset(-1));
        Refused("index is 0; expected the index of one of 0 states.", () => new Sgd<float>(0.1).StateName(0));
        Refused("index is 2; expected the index of one of 2 states.", () => { _ = new Adam<float>().State(2); });
    }

    [Fact]
    public void Other_number_types_are_refused() => Assert.Throws<NotSupportedException>(() => new Sgd<int>(1).Step(new int[1], new int[1]));

    private static void Refused(string message, Action call) => Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
