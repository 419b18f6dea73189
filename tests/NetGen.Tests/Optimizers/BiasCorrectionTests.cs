using System;
using NetGen.Optimizers.Rules;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>1 − βᵗ without powers that change nothing.</summary>
public class BiasCorrectionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    [InlineData(0.999999)]
    public void Every_step_has_the_bits_of_the_definition(double beta)
    {
        BiasCorrection correction = new(beta);
        int ones = 0;
        for (long step = 1; step < 100_000_000; step += 1 + (step / 64))
        {
            double expected = 1 - Math.Pow(beta, step);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(correction.At(step)));
            ones += expected == 1 ? 1 : 0;
        }

        // Steps on either side of the last power that counts.
        Assert.InRange(ones, 10, int.MaxValue);
    }
}
