using System;
using System.Globalization;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class Xoshiro256Tests
{
    /// <summary>The outputs that the authors' xoshiro256starstar.c gives for the state 1, 2, 3, 4, as in the tests of the Rust crate rand_xoshiro.</summary>
    [Fact]
    public void Agrees_with_the_published_generator()
    {
        var random = new Xoshiro256(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
            16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];

        Assert.All(expected, number => Assert.Equal(number, random.NextUInt64()));
    }

    /// <summary>The outputs of splitmix64.c, as on Rosetta Code.</summary>
    [Fact]
    public void Is_seeded_by_the_published_generator()
    {
        ulong state = 1234567;
        ulong[] expected =
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];

        Assert.All(expected, number => Assert.Equal(number, Xoshiro256.SplitMix64(ref state)));
    }

    /// <summary>Every number of <c>xoshiro.csv</c>, to the last bit.</summary>
    [Theory]
    [InlineData("UInt64")]
    [InlineData("Double")]
    [InlineData("Normal")]
    public void Gives_the_same_bits_everywhere(string kind)
    {
        var sequences = Data.Rows("xoshiro.csv").Where(row => row[1] == kind).GroupBy(row => row[0], row => row[3]).ToList();
        Assert.NotEmpty(sequences);
        foreach (var sequence in sequences)
        {
            var random = new Xoshiro256(ulong.Parse(sequence.Key, CultureInfo.InvariantCulture));
            foreach (string expected in sequence)
            {
                ulong actual = kind switch
                {
                    "UInt64" => random.NextUInt64(),
                    "Double" => BitConverter.DoubleToUInt64Bits(random.NextDouble()),
                    _ => BitConverter.DoubleToUInt64Bits(random.NextNormal()),
                };
                Assert.Equal(expected, actual.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Sample moments within five standard errors of 0 and 1/12 about ½.</summary>
    [Fact]
    public void Doubles_are_uniform()
    {
        const int Count = 200_000;
        var random = new Xoshiro256(7);
        double[] numbers = Enumerable.Range(0, Count).Select(_ => random.NextDouble()).ToArray();

        Assert.All(new[] { numbers.Min(), numbers.Max() }, number => Assert.InRange(number, 0.0, 1.0 - 1.0 / (1L << 53)));
        Assert.InRange(numbers.Average(), 0.5 - 5 * Math.Sqrt(1.0 / 12 / Count), 0.5 + 5 * Math.Sqrt(1.0 / 12 / Count));
        Assert.InRange(numbers.Average(x => (x - 0.5) * (x - 0.5)), 1.0 / 12 - 5 * Math.Sqrt(1.0 / 180 / Count), 1.0 / 12 + 5 * Math.Sqrt(1.0 / 180 / Count));

        // All 53 bits are used.
        Assert.Contains(numbers, x => x * (1L << 53) % 2 == 1);
    }

    /// <summary>The first four moments 0, 1, 0, 3 within five standard errors, and the share beyond 2 as Φ has it.</summary>
    [Fact]
    public void Normals_are_normal()
    {
        const int Count = 200_000;
        var random = new Xoshiro256(7);
        double[] numbers = Enumerable.Range(0, Count).Select(_ => random.NextNormal()).ToArray();

        AssertMean(0.0, 1.0, numbers.Average());
        AssertMean(1.0, 2.0, numbers.Average(x => x * x));
        AssertMean(0.0, 15.0, numbers.Average(x => x * x * x));
        AssertMean(3.0, 96.0, numbers.Average(x => x * x * x * x));

        double beyond = 2.0 * Elementary.NormalCdf(-2.0);
        AssertMean(beyond, beyond * (1.0 - beyond), numbers.Average(x => Math.Abs(x) > 2.0 ? 1.0 : 0.0));

        static void AssertMean(double expected, double variance, double actual)
        {
            double reach = 5.0 * Math.Sqrt(variance / Count);
            Assert.InRange(actual, expected - reach, expected + reach);
        }
    }
}
