using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Compilation;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Initialize: the same bits for the same seed, and the distributions that the initializers name.</summary>
public class InitializationTests
{
    private const int Inputs = 120;
    private const int Units = 80;

    private static readonly Lazy<CompiledNetworks> Compiled = new(() =>
        NetworkCompilation.Compile(string.Concat(Distributions.SelectMany(row => new[] { Spec(row, false), Spec(row, true) }).Select(spec => spec.ToDeclaration("Initialized")))));

    public static TheoryData<string> All => RuleNetworks.All;

    /// <summary>Initializer, activation, the distribution, and its variance.</summary>
    private static IEnumerable<(string Initializer, string Activation, string Kind, double Variance)> Distributions
    {
        get
        {
            const double He = 2.0 / Inputs;
            const double Glorot = 2.0 / (Inputs + Units);
            string[] he = ["Relu", "LeakyRelu", "Elu", "Silu", "Gelu", "Softplus"];
            string[] glorot = ["Identity", "Sigmoid", "Tanh", "Softmax"];
            return
            [
                .. he.Select(activation => ("Auto", activation, "uniform", He)),
                .. glorot.Select(activation => ("Auto", activation, "uniform", Glorot)),
                ("HeUniform", "Tanh", "uniform", He), ("HeNormal", "Tanh", "normal", He),
                ("GlorotUniform", "Relu", "uniform", Glorot), ("GlorotNormal", "Relu", "normal", Glorot),
                ("Zero", "Relu", "zero", 0),
            ];
        }
    }

    public static TheoryData<int, bool> Rows
    {
        get
        {
            var rows = new TheoryData<int, bool>();
            for (int i = 0; i < Distributions.Count(); i++)
            {
                rows.Add(i, false);
                rows.Add(i, true);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_new_instance_has_seed_0_and_the_same_seed_the_same_bits(string name)
    {
        if (RuleNetworks.Specs[name].IsDouble)
        {
            CheckSeeds<double>(name);
        }
        else
        {
            CheckSeeds<float>(name);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Biases_start_at_0_and_weights_do_not(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        double[] theta = Canonical(RuleNetworks.Create(name), 7);
        foreach (LayerPlace layer in spec.LayerPlaces())
        {
            Assert.All(theta[layer.WeightOffset..layer.BiasOffset], w => Assert.NotEqual(0, w));
            Assert.All(theta[layer.BiasOffset..(layer.BiasOffset + layer.BiasCount)], b => Assert.Equal(0, b));
        }
    }

    [Theory]
    [InlineData("Classifier")]
    [InlineData("Regressor")]
    [InlineData("Wide")]
    public void The_plan_does_not_change_what_is_drawn(string shape)
    {
        foreach (string precision in new[] { "Single", "Double" })
        {
            Assert.Equal(Canonical(RuleNetworks.Create($"{shape}Unrolled{precision}"), 5), Canonical(RuleNetworks.Create($"{shape}Loops{precision}"), 5));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Weights_have_the_distribution(int row, bool isDouble)
    {
        (string initializer, string activation, string kind, double variance) = Distributions.ElementAt(row);
        object network = Compiled.Value.Create<object>($"Initialized.{Spec((initializer, activation, kind, variance), isDouble).Name}");
        double[] weights = [.. Enumerable.Range(0, 4).SelectMany(seed => Canonical(network, (ulong)seed)[..(Inputs * Units)])];
        double mean = weights.Average();
        double measured = weights.Average(w => w * w);
        double fourth = weights.Average(w => w * w * w * w);

        if (kind == "zero")
        {
            Assert.All(weights, w => Assert.Equal(0, w));
            return;
        }

        // 38,400 draws: the mean has the standard error σ/196, the variance about 1 %.
        Assert.InRange(mean, -5 * Math.Sqrt(variance) / 196, 5 * Math.Sqrt(variance) / 196);
        Assert.InRange(measured, 0.96 * variance, 1.04 * variance);

        double bound = Math.Sqrt(3 * variance);
        if (kind == "uniform")
        {
            // ±√(6/n) has the variance 2/n; E w⁴ / (E w²)² is 9/5.
            Assert.All(weights, w => Assert.InRange(Math.Abs(w), 0, bound * (1 + 1e-6)));
            Assert.True(weights.Max() > 0.995 * bound && weights.Min() < -0.995 * bound);
            Assert.InRange(fourth / (measured * measured), 1.75, 1.85);
        }
        else
        {
            // E w⁴ / (E w²)² is 3 for a normal distribution, which passes every bound now and then.
            Assert.InRange(fourth / (measured * measured), 2.85, 3.15);
            Assert.InRange(weights.Count(w => Math.Abs(w) > bound) / (double)weights.Length, 0.07, 0.10);
        }

        // Neighbours have nothing to do with one another.
        double correlation = weights.Zip(weights.Skip(1), (a, b) => a * b).Average() / variance;
        Assert.InRange(correlation, -0.03, 0.03);
    }

    private static void CheckSeeds<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var fresh = (INetwork<T>)RuleNetworks.Create(name);
        var again = (INetwork<T>)RuleNetworks.Create(name);
        Assert.True(fresh.Parameters.SequenceEqual(again.Parameters));

        T[] seed0 = fresh.Parameters.ToArray();
        fresh.Initialize(1);
        T[] seed1 = fresh.Parameters.ToArray();
        Assert.NotEqual(seed0, seed1);
        fresh.Initialize(ulong.MaxValue);
        Assert.NotEqual(seed1, fresh.Parameters.ToArray());

        // Whatever stood there before.
        again.Parameters.Fill(T.NaN);
        again.Initialize(0);
        Assert.Equal(seed0, again.Parameters.ToArray());
        Assert.All(seed0, number => Assert.True(T.IsFinite(number)));
    }

    private static double[] Canonical(object network, ulong seed) => network is INetwork<double> d ? Canonical(d, seed) : Canonical((INetwork<float>)network, seed);

    private static double[] Canonical<T>(INetwork<T> network, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        network.Initialize(seed);
        T[] canonical = new T[network.ParameterCount];
        network.ToCanonical(network.Parameters, canonical);
        return Numbers.From<T>(canonical);
    }

    private static NetworkSpec Spec((string Initializer, string Activation, string Kind, double Variance) row, bool isDouble) => new()
    {
        Name = $"{row.Initializer}{row.Activation}{(isDouble ? "Double" : "Single")}",
        InputShape = [Inputs],
        IsDouble = isDouble,
        Layers = [new LayerSpec { Units = Units, Activation = row.Activation, Initializer = row.Initializer == "Auto" ? null : row.Initializer }],
    };
}
