using System;
using System.Linq;
using System.Runtime.Intrinsics;
using NetGen.Numerics;
using NetGen.Optimizers.Arithmetic;
using NetGen.Optimizers.Rules;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>A rule gives every parameter the same, in whatever vector it stands: so a step may be cut into vectors in any way. In 512 bits floats differ by their rounding; all else has the same bits.</summary>
public class UpdateRuleTests
{
    private const int Length = 48;

    [Fact]
    public void Sgd() => CheckWidths(_ => new SgdRule<float>(0.1, 0.01), _ => new SgdRule<double>(0.1, 0.01), 0);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Momentum(bool nesterov) => CheckWidths(
        s => new MomentumRule<float>(s[0], 0.1, 0.9, 0.8, 0.01, nesterov), s => new MomentumRule<double>(s[0], 0.1, 0.9, 0.8, 0.01, nesterov), 1);

    [Fact]
    public void Adam() => CheckWidths(
        s => new AdamRule<float>(s[0], s[1], null, 0.271, 0.029701, 0.1, 0.9, 0.99, 1e-8, 0.1, 0.99), s => new AdamRule<double>(s[0], s[1], null, 0.271, 0.029701, 0.1, 0.9, 0.99, 1e-8, 0.1, 0.99), 2);

    [Fact]
    public void Amsgrad() => CheckWidths(
        s => new AdamRule<float>(s[0], s[1], s[2], 0.271, 0.029701, 0.1, 0.9, 0.99, 1e-8, 0.1, 0.99), s => new AdamRule<double>(s[0], s[1], s[2], 0.271, 0.029701, 0.1, 0.9, 0.99, 1e-8, 0.1, 0.99), 3);

    [Fact]
    public void RmsProp() => CheckWidths(
        s => new RmsPropRule<float>(s[0], null, null, 0.1, 0.9, 1e-8, 0.1, 0), s => new RmsPropRule<double>(s[0], null, null, 0.1, 0.9, 1e-8, 0.1, 0), 1);

    [Fact]
    public void Centered_RmsProp_with_momentum() => CheckWidths(
        s => new RmsPropRule<float>(s[0], s[1], s[2], 0.1, 0.9, 1e-8, 0.1, 0.5), s => new RmsPropRule<double>(s[0], s[1], s[2], 0.1, 0.9, 1e-8, 0.1, 0.5), 3);

    [Fact]
    public void AdaGrad() => CheckWidths(s => new AdaGradRule<float>(s[0], 0.1, 1e-10, 0.1), s => new AdaGradRule<double>(s[0], 0.1, 1e-10, 0.1), 1);

    private static void CheckWidths<TSingle, TDouble>(Func<ParameterStorage<float>[], TSingle> single, Func<ParameterStorage<double>[], TDouble> ofDouble, int states)
        where TSingle : struct, IUpdateRule<float>
        where TDouble : struct, IUpdateRule<double>
    {
        CheckWidths(single, states, value => (float)value);
        CheckWidths(ofDouble, states, value => value);
    }

    private static void CheckWidths<TRule, T>(Func<ParameterStorage<T>[], TRule> rule, int states, Func<double, T> number)
        where TRule : struct, IUpdateRule<T>
        where T : unmanaged
    {
        T[][] scalar = Run<TRule, ScalarArithmetic<T>, T, T>(rule, states, number);
#if !NETSTANDARD_LIBRARY
        Assert.Equal(scalar, Run<TRule, Arithmetic128<T>, Vector128<T>, T>(rule, states, number));
        Assert.Equal(scalar, Run<TRule, Arithmetic256<T>, Vector256<T>, T>(rule, states, number));
        T[][] widest = Run<TRule, Arithmetic512<T>, Vector512<T>, T>(rule, states, number);
        if (typeof(T) == typeof(double))
        {
            Assert.Equal(scalar, widest);
            return;
        }

        foreach ((float[] expected, float[] actual) in ((float[][])(object)scalar).Zip((float[][])(object)widest))
        {
            Assert.All(expected.Zip(actual), pair => Assert.InRange(Math.Abs(pair.Second - pair.First), 0, 1e-6f * Math.Max(1, Math.Abs(pair.First))));
        }
#else
        Assert.Equal(scalar, Run<TRule, VectorArithmetic<T>, System.Numerics.Vector<T>, T>(rule, states, number));
#endif
    }

    /// <summary>Three steps over all parameters with one kind of vector; returns the parameters and the state.</summary>
    private static T[][] Run<TRule, TArithmetic, TVector, T>(Func<ParameterStorage<T>[], TRule> rule, int states, Func<double, T> number)
        where TRule : struct, IUpdateRule<T>
        where TArithmetic : struct, IArithmetic<TVector, T>
        where T : unmanaged
    {
        Random random = new(7);
        T[] parameters = Numbers(-1);
        ParameterStorage<T>[] state = [.. Enumerable.Range(0, states).Select(_ => new ParameterStorage<T>(Length))];
        foreach (ParameterStorage<T> numbers in state)
        {
            Numbers(0).CopyTo(numbers.Span);
        }

        for (int step = 0; step < 3; step++)
        {
            T[] gradients = Numbers(-1);
            nint end = rule(state).Run<TArithmetic, TVector>(0, ref parameters[0], ref gradients[0], 0, Length);
            Assert.Equal(Length, end);
        }

        return [parameters, .. state.Select(numbers => numbers.Span.ToArray())];

        T[] Numbers(double least) => [.. Enumerable.Range(0, Length).Select(_ => number(least + ((1 - least) * random.NextDouble())))];
    }
}
