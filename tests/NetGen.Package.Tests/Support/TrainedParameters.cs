using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace NetGen.Package.Tests.Support;

/// <summary>What a consumer prints: a line for each network, its name and its canonical parameters after training.</summary>
internal sealed class TrainedParameters
{
    private const double Tolerance = 1e-5;

    private readonly Dictionary<string, double[]> _networks;

    public TrainedParameters(string output) => _networks = output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => words[1..].Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray());

    /// <summary>Asserts that both trained the same networks, and that all parameters agree.</summary>
    public void AssertAgreeWith(TrainedParameters expected)
    {
        Assert.NotEmpty(expected._networks);
        Assert.Equal(expected._networks.Keys, _networks.Keys);
        foreach ((string name, double[] parameters) in expected._networks)
        {
            Assert.Equal(parameters.Length, _networks[name].Length);
            double difference = parameters.Zip(_networks[name], (one, other) => Math.Abs(one - other)).Max();
            Assert.True(difference <= Tolerance, $"The parameters of {name} differ by {difference}.");
        }
    }
}
