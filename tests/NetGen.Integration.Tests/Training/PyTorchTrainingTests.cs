using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Training;
using Xunit;

namespace NetGen.Integration.Tests.Training;

/// <summary>A whole training, batches, schedule, clipping and all, ends where PyTorch's ends. <c>tests/pytorch/make_training_data.py</c> made the data.</summary>
public class PyTorchTrainingTests
{
    private static readonly Reference PyTorch = Read();

    [Fact]
    public void Plain_SGD() => Check("plain SGD", new Sgd<double>(0.5), _ => { });

    [Fact]
    public void Momentum_with_a_one_cycle_schedule_and_clipped_values() => Check(
        "SGD with momentum, one-cycle, clipped values",
        new Sgd<double>(0.1, momentum: 0.9, nesterov: true),
        trainer => (trainer.Schedule, trainer.ScheduleUnit, trainer.ClipValue) = (Schedule.OneCycle(0.4, 18), ScheduleUnit.Step, 0.05));

    [Fact]
    public void AdamW_with_a_cosine_schedule_and_a_clipped_norm() => Check(
        "AdamW, cosine, clipped norm",
        new AdamW<double>(0.05, weightDecay: 0.1),
        trainer => (trainer.Schedule, trainer.ClipNorm) = (Schedule.Cosine(6), 0.3));

    private static void Check(string name, IOptimizer<double> optimizer, Action<Trainer<double>> setOptions)
    {
        ITrainableNetwork<double> network = new PyTorchTrainingNetwork();
        network.FromCanonical(PyTorch.Parameters, network.Parameters);
        var trainer = new Trainer<double>(network, optimizer) { BatchSize = 8, Shuffle = false };
        setOptions(trainer);
        TrainingHistory history = trainer.Fit(new Dataset<double>(PyTorch.Inputs, 5, PyTorch.Labels), epochs: 6);

        Case expected = PyTorch.Cases[name];
        double[] parameters = new double[network.ParameterCount];
        network.ToCanonical(network.Parameters, parameters);
        CheckEqual(expected.Loss, history.Loss);
        CheckEqual(expected.LearningRate, history.LearningRate);
        CheckEqual(expected.Parameters, parameters);
    }

    private static void CheckEqual(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-11);
        }
    }

    private static Reference Read()
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "training.json"));
        return JsonSerializer.Deserialize<Reference>(stream, new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
    }

    private sealed record Reference(double[] Parameters, double[] Inputs, int[] Labels, Dictionary<string, Case> Cases);

    private sealed record Case(double[] Loss, double[] LearningRate, double[] Parameters);
}
