using System;
using System.Linq;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>A state whose gradients have become 0 falls to 0, and is never among the subnormal numbers, with which every later step would take many times as long.</summary>
public class SubnormalTests
{
    private const int Length = 21;
    private const int Steps = 10_000;

    public static TheoryData<string> Names => [.. s_optimizers.Select(optimizer => optimizer.Name)];

    private static readonly (string Name, Func<IOptimizer<float>> Single, Func<IOptimizer<double>> Double)[] s_optimizers =
    [
        ("momentum", () => new Sgd<float>(0.1, 0.9), () => new Sgd<double>(0.1, 0.9)),
        ("fast momentum", () => new Sgd<float>(0.1, 0.01, nesterov: true), () => new Sgd<double>(0.1, 0.01, nesterov: true)),
        ("Adam", () => new Adam<float>(0.1), () => new Adam<double>(0.1, 0.9, 0.9)),
        ("fast Adam", () => new Adam<float>(0.1, 0.01, 0.1), () => new Adam<double>(0.1, 0.01, 0.1)),
        ("AMSGrad", () => new Adam<float>(0.1, amsgrad: true), () => new Adam<double>(0.1, amsgrad: true)),
        ("RMSprop", () => new RmsProp<float>(0.1), () => new RmsProp<double>(0.1, 0.9)),
        ("centered RMSprop with momentum", () => new RmsProp<float>(0.1, momentum: 0.5, centered: true), () => new RmsProp<double>(0.1, 0.9, momentum: 0.5, centered: true)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_state_is_0_or_normal(string name)
    {
        (_, Func<IOptimizer<float>> single, Func<IOptimizer<double>> ofDouble) = s_optimizers.Single(optimizer => optimizer.Name == name);
        Check(single(), i => (i % 2 == 0 ? 1 : -1) * MathF.Pow(10, -i), x => !float.IsSubnormal(x));
        Check(ofDouble(), i => (i % 2 == 0 ? 1 : -1) * Math.Pow(10, -i), x => !double.IsSubnormal(x));
    }

    [Fact]
    public void Squares_that_would_be_subnormal_are_0()
    {
        AdaGrad<float> optimizer = new(0.1);
        float[] parameters = new float[Length];
        optimizer.Step(parameters, [.. Enumerable.Repeat(1e-21f, Length)]);

        Assert.All(optimizer.State(0).ToArray(), sum => Assert.Equal(0, sum));
    }

    private static void Check<T>(IOptimizer<T> optimizer, Func<int, T> gradient, Func<T, bool> isFine)
        where T : unmanaged
    {
        T[] parameters = new T[Length];
        T[] gradients = [.. Enumerable.Range(0, Length).Select(gradient)];
        for (int step = 0; step < Steps; step++)
        {
            optimizer.Step(parameters, gradients);
            Array.Clear(gradients);
            for (int i = 0; i < optimizer.StateCount; i++)
            {
                foreach (T number in optimizer.State(i))
                {
                    Assert.True(isFine(number), $"{number} in {optimizer.StateName(i)} after {step + 1} steps");
                }
            }
        }
    }
}
