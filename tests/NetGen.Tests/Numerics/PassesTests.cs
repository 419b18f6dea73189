using System;
using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Passes get aligned working memory of the length they ask for, on the stack and beyond its budget, and every argument.</summary>
public class PassesTests
{
    private const int OnStack = StackMemory.Budget / sizeof(float);

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(OnStack)]
    [InlineData(OnStack + 1)]
    [InlineData(100_000)]
    public void Every_pass_gets_memory_and_arguments(int length)
    {
        float[] θ = new float[length];
        float[] outputs = new float[2];
        var optimizer = new Sgd<float>(0.1f);

        Passes.Forward<float, Pass>(length, θ, [1, 2, 3], outputs);
        Assert.Equal([3, length], outputs);

        Assert.Equal(
            length + 21.75, Passes.Backward<float, Pass>(length, θ, [1, 2, 3], [4, 5], [6], outputs, new float[3], 0.5f, 0.25f, optimizer));

        Passes.Backpropagate<float, Pass>(length, θ, [1, 2, 3], [4], outputs, new float[5]);
        Assert.Equal([9, length], outputs);
    }

    [Fact]
    public void Memory_on_the_stack_allocates_nothing()
    {
        float[] θ = new float[OnStack];
        float[] outputs = new float[2];
        Passes.Forward<float, Pass>(OnStack, θ, θ, outputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Passes.Forward<float, Pass>(OnStack, θ, θ, outputs);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(OnStack)]
    public void Every_step_gets_memory_for_gradients_and_takes_them(int length)
    {
        float[] θ = new float[length];
        Assert.Equal(21, Passes.Step<float, GradientsOfOnes>(θ, [1, 2, 3], [4, 5], [6], 0.5f));
        Assert.All(θ, number => Assert.Equal(-0.5f, number));

        Assert.Equal(21, Passes.Step<float, GradientsOfOnes>(θ, [1, 2, 3], [4, 5], [6], new Sgd<float>(0.25f)));
        Assert.All(θ, number => Assert.Equal(-0.75f, number));

        Assert.Equal(21, Passes.Step<float, GradientsOfOnes>(θ, [1, 2, 3], [4, 5], [6], 0.25f, new ParameterStorage<float>(length).Span));
        Assert.Equal(21, Passes.Step<float, GradientsOfOnes>(θ, [1, 2, 3], [4, 5], [6], new Sgd<float>(0.25f), new ParameterStorage<float>(length).Span));
        Assert.All(θ, number => Assert.Equal(-1.25f, number));

        double[] twice = new double[(length + 1) / 2];
        Assert.Equal(21, Passes.Step<double, GradientsOfOnes>(twice, [1, 2, 3], [4, 5], [6], 0.5));
        Assert.All(twice, number => Assert.Equal(-0.5, number));
    }

    [Fact]
    public void A_step_of_an_optimizer_leaves_parameters_alone_where_the_loss_is_not_finite()
    {
        float[] θ = [1, 2, 3];
        Assert.Equal(float.NaN, Passes.Step<float, GradientsOfOnes>(θ, [float.NaN, 2, 3], [4, 5], [6], new Sgd<float>(0.25f)));
        Assert.Equal([1, 2, 3], θ);
    }

    [Fact]
    public void More_parameters_than_the_stack_holds_are_refused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Passes.Step<float, GradientsOfOnes>(new float[OnStack + 1], [1, 2, 3], [4, 5], [6], 0.5f));
        Assert.Contains($"Expected at most {OnStack} parameters, got {OnStack + 1}.", exception.Message);
        Assert.Equal("θ", exception.ParamName);
    }

    private readonly struct GradientsOfOnes : IGradientPass<float>, IGradientPass<double>
    {
        public float Run(ReadOnlySpan<float> θ, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> g)
        {
            Fill(θ.Length, g, 1f);
            return inputs[0] + inputs[1] + inputs[2] + targets[0] + targets[1] + labels[0];
        }

        public double Run(ReadOnlySpan<double> θ, ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, ReadOnlySpan<int> labels, Span<double> g)
        {
            Fill(θ.Length, g, 1d);
            return inputs[0] + inputs[1] + inputs[2] + targets[0] + targets[1] + labels[0];
        }

        private static unsafe void Fill<T>(int length, Span<T> g, T one)
            where T : unmanaged
        {
#if !NETSTANDARD_LIBRARY
            if ((nint)Unsafe.AsPointer(ref g[0]) % 64 != 0)
            {
                throw new InvalidOperationException("The memory is not aligned.");
            }
#endif
            Assert.Equal(length, g.Length);
            g.Fill(one);
        }
    }

    private readonly struct Pass : IForwardPass<float>, IBackwardPass<float>, IBackpropagatePass<float>
    {
        public unsafe void Run(Span<float> scratch, ReadOnlySpan<float> θ, ReadOnlySpan<float> inputs, Span<float> outputs)
        {
#if !NETSTANDARD_LIBRARY
            if ((nint)Unsafe.AsPointer(ref scratch[0]) % 64 != 0)
            {
                throw new InvalidOperationException("The memory is not aligned.");
            }
#endif
            if (scratch.Length != θ.Length)
            {
                throw new InvalidOperationException("The memory has another length.");
            }

            scratch.Fill(1);
            outputs[0] = inputs.Length;
            outputs[1] = scratch.Length;
        }

        public double Run(
            Span<float> scratch, ReadOnlySpan<float> θ, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels,
            Span<float> g, Span<float> inputGradients, float scale, float decay, IOptimizer<float>? optimizer)
        {
            Assert.NotNull(optimizer);
            Assert.Equal((2, 3), (g.Length, inputGradients.Length));
            return scratch.Length + inputs[0] + inputs[1] + inputs[2] + targets[0] + targets[1] + labels[0] + scale + decay;
        }

        public void Run(Span<float> scratch, ReadOnlySpan<float> θ, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> g, Span<float> inputGradients)
        {
            Run(scratch, θ, inputs, g);
            g[0] += outputGradients.Length + inputGradients.Length;
        }
    }
}
