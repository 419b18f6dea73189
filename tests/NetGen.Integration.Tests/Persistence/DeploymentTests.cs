using System;
using System.Globalization;
using System.IO;
using System.Text;
using NetGen.Data;
using NetGen.Persistence;
using Xunit;

namespace NetGen.Integration.Tests.Persistence;

/// <summary>From a table of text to predictions by name, in another program that has the one file.</summary>
public class DeploymentTests
{
    private static readonly string[] Kinds = ["large", "medium", "small"];

    [Fact]
    public void One_file_is_all_that_a_deployment_needs()
    {
        Dataset<float> all = CsvFile.Read<float>(new StringReader(Table()), new CsvOptions { Label = "kind" });
        (Dataset<float> training, Dataset<float> heldOut) = all.Split(0.25, seed: 1);
        Standardization<float> standardization = Standardization<float>.Fit(training);
        ThingNet network = Trained(standardization.Apply(training));
        using var file = new MemoryStream();
        NetworkFile.Save(network, file, new NetworkFileMetadata<float> { Standardization = standardization, ClassNames = all.ClassNames });

        var deployed = new ThingNet();
        NetworkFileMetadata<float> metadata = NetworkFile.Load(deployed, file.ToArray());
        int right = 0;
        for (int i = 0; i < heldOut.Count; i++)
        {
            float[] input = heldOut.Slice(i, 1).Inputs.ToArray();
            string expected = heldOut.ClassNames![heldOut.Labels.Span[i]];
            metadata.Standardization!.Apply(input);
            right += metadata.ClassNames![deployed.Predict(input)] == expected ? 1 : 0;
        }

        Assert.InRange(right, heldOut.Count * 9 / 10, heldOut.Count);
        Assert.Equal(network.Parameters.ToArray(), deployed.Parameters.ToArray());
    }

    [Fact]
    public void A_checkpoint_goes_on_with_the_same_bits()
    {
        Dataset<float> all = CsvFile.Read<float>(new StringReader(Table()), new CsvOptions { Label = "kind" });
        Dataset<float> data = Standardization<float>.Fit(all).Apply(all);
        var straight = new MomentumRun(data);
        straight.Run(40);

        var stopped = new MomentumRun(data);
        stopped.Run(17);
        using var file = new MemoryStream();
        stopped.ToCheckpoint().Save(file);
        file.Position = 0;
        var resumed = new MomentumRun(data);
        resumed.Restore(Checkpoint.Load(file));
        resumed.Run(23);

        Assert.Equal(straight.Network.Parameters.ToArray(), resumed.Network.Parameters.ToArray());
        Assert.NotEqual(straight.Network.Parameters.ToArray(), stopped.Network.Parameters.ToArray());
    }

    /// <summary>Things of three sizes, in millimetres and in grams.</summary>
    private static string Table()
    {
        var random = new Random(4);
        var table = new StringBuilder("length,weight,kind\n");
        for (int i = 0; i < 300; i++)
        {
            int size = i / 100;
            table.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{1000 * (3 - size) + 700 * random.NextDouble()},{0.001 * (3 - size + random.NextDouble())},\"{Kinds[size]}\""));
        }

        return table.ToString();
    }

    private static ThingNet Trained(Dataset<float> training)
    {
        var network = new ThingNet();
        for (int step = 0; step < 500; step++)
        {
            network.TrainStep(training.Inputs.Span, training.Labels.Span, 0.5f);
        }

        return network;
    }

    /// <summary>Training with momentum, all of whose state a checkpoint holds.</summary>
    private sealed class MomentumRun(Dataset<float> data)
    {
        private readonly float[] _velocity = new float[ThingNet.StorageLength];
        private readonly float[] _gradients = new float[ThingNet.StorageLength];
        private int _step;

        public ThingNet Network { get; } = new();

        public void Run(int steps)
        {
            for (; steps > 0; steps--)
            {
                // A rate that falls: without the step number it would be another one.
                float rate = 0.1f / (1 + _step++);
                Network.Backward(data.Inputs.Span, data.Labels.Span, _gradients);
                for (int k = 0; k < _velocity.Length; k++)
                {
                    _velocity[k] = 0.9f * _velocity[k] + _gradients[k];
                    Network.Parameters[k] -= rate * _velocity[k];
                }
            }
        }

        public Checkpoint ToCheckpoint()
        {
            var checkpoint = new Checkpoint();
            checkpoint.Add("parameters", Network, Network.Parameters);
            checkpoint.Add("velocity", Network, _velocity);
            checkpoint.Progress["step"] = _step;
            return checkpoint;
        }

        public void Restore(Checkpoint checkpoint)
        {
            checkpoint.CopyTo("parameters", Network, Network.Parameters);
            checkpoint.CopyTo("velocity", Network, _velocity);
            _step = (int)checkpoint.Progress["step"]!;
        }
    }
}

[Network(2)]
[Dense(9, Activation.Relu)]
[Dense(3, Activation.Softmax)]
[Loss(LossFunction.CrossEntropy)]
internal sealed partial class ThingNet
{
}
