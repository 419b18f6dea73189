using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NetGen.Integration.Tests.Support;

namespace NetGen.Integration.Tests.Rules;

/// <summary>The spans of one call, by the names of the parameters.</summary>
internal sealed class Arguments<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dictionary<string, Memory<T>> _numbers = [];

    /// <summary>Valid arguments for n samples; what is to be overwritten holds −7.</summary>
    public Arguments(INetwork<T> network, int n)
    {
        int inputs = n * network.InputSize;
        int outputs = n * network.OutputSize;
        _numbers["input"] = Drawn(1, network.InputSize);
        _numbers["inputs"] = Drawn(2, inputs);
        _numbers["targets"] = Positive(3, outputs);
        _numbers["outputGradients"] = Drawn(4, outputs);
        _numbers["outputs"] = Unwritten(outputs);
        _numbers["gradients"] = Unwritten(network.StorageLength);
        _numbers["inputGradients"] = Unwritten(inputs);
        _numbers["stored"] = Drawn(5, network.StorageLength);
        _numbers["canonical"] = Drawn(6, network.ParameterCount);
        Labels = Enumerable.Range(0, n).Select(i => i % network.OutputSize).ToArray();
    }

    public static T Sentinel => T.CreateChecked(-7);

    /// <summary>Class indices, read by the members with labels and written by Predict.</summary>
    public Memory<int> Labels { get; set; }

    public T LearningRate { get; set; } = T.CreateChecked(0.125);

    /// <summary>What the call returned, if anything.</summary>
    public T Returned { get; set; }

    public Memory<T> this[string parameter]
    {
        get => _numbers[parameter];
        set => _numbers[parameter] = value;
    }

    /// <summary>Makes a span of sentinels of the given length.</summary>
    public static T[] Unwritten(int length) => [.. Enumerable.Repeat(Sentinel, length)];

    private static T[] Drawn(int seed, int count) => Numbers.To<T>(Numbers.Draw(seed, count));

    private static T[] Positive(int seed, int count) => Numbers.To<T>(Numbers.Draw(seed, count).Select(t => (t + 1) / 2));
}
