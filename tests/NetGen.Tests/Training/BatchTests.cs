using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Training;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>Which samples a step learns from, and which are held back.</summary>
public class BatchTests
{
    [Fact]
    public void The_last_batch_takes_what_is_left()
    {
        var network = new ScriptedNetwork();
        Trainer<double> trainer = Trainer(network, batchSize: 4);
        Assert.Equal(3, trainer.StepsPerEpoch(ScriptedNetwork.Samples(10)));
        trainer.Fit(ScriptedNetwork.Samples(10), epochs: 2);
        Assert.Equal([4, 4, 2, 4, 4, 2], network.Batches.Select(batch => batch.Length));
    }

    [Fact]
    public void A_batch_may_be_larger_than_the_data()
    {
        var network = new ScriptedNetwork();
        Trainer(network, batchSize: 1000).Fit(ScriptedNetwork.Samples(3), epochs: 1);
        Assert.Equal([0.0, 1, 2], Assert.Single(network.Batches).Order());
    }

    [Fact]
    public void Every_epoch_has_every_sample_once_and_an_order_of_its_own()
    {
        var network = new ScriptedNetwork();
        Trainer(network, batchSize: 8).Fit(ScriptedNetwork.Samples(50), epochs: 4);
        double[][] epochs = Epochs(network, 7);
        Assert.Equal(4, epochs.Length);
        Assert.All(epochs, epoch => Assert.Equal(Numbers(0, 50), epoch.Order()));
        Assert.Equal(4, epochs.Select(epoch => string.Join(" ", epoch)).Distinct().Count());
        Assert.DoesNotContain(epochs, epoch => epoch.SequenceEqual(Numbers(0, 50)));
    }

    [Fact]
    public void Without_shuffling_the_order_is_that_of_the_data()
    {
        var network = new ScriptedNetwork();
        Trainer<double> trainer = Trainer(network, batchSize: 3);
        trainer.Shuffle = false;
        trainer.ValidationSplit = 0.3;
        trainer.Fit(ScriptedNetwork.Samples(10), epochs: 2);
        Assert.Equal([.. Numbers(0, 7), .. Numbers(0, 7)], network.Batches.SelectMany(batch => batch));
        Assert.Equal([.. Numbers(7, 3), .. Numbers(7, 3)], network.EvaluatedBatches.SelectMany(batch => batch));
    }

    [Fact]
    public void The_seed_decides_the_order()
    {
        Assert.Equal(Order(seed: 1), Order(seed: 1));
        Assert.NotEqual(Order(seed: 1), Order(seed: 2));

        static double[] Order(ulong seed)
        {
            var network = new ScriptedNetwork();
            Trainer<double> trainer = Trainer(network, batchSize: 8);
            trainer.Seed = seed;
            trainer.Fit(ScriptedNetwork.Samples(50), epochs: 2);
            return [.. network.Batches.SelectMany(batch => batch)];
        }
    }

    /// <summary>χ² of where sample 0 comes in 2,000 orders of 10: 9 degrees of freedom exceed 27.9 once in a thousand times.</summary>
    [Fact]
    public void Every_place_is_equally_likely()
    {
        var network = new ScriptedNetwork();
        Trainer(network, batchSize: 10).Fit(ScriptedNetwork.Samples(10), epochs: 2000);
        int[] places = new int[10];
        foreach (double[] epoch in network.Batches)
        {
            places[Array.IndexOf(epoch, 0.0)]++;
        }

        Assert.InRange(places.Sum(count => (count - 200.0) * (count - 200.0) / 200), 0, 27.9);
    }

    [Theory]
    [InlineData(0.2, 4)]
    [InlineData(0.9, 18)]
    [InlineData(0.03, 1)]
    public void The_validation_part_is_drawn_once_and_never_learned_from(double split, int expected)
    {
        var network = new ScriptedNetwork();
        Trainer<double> trainer = Trainer(network, batchSize: 6);
        trainer.ValidationSplit = split;
        trainer.Seed = 7;
        trainer.Fit(ScriptedNetwork.Samples(20), epochs: 3);
        double[] learned = [.. network.Batches.SelectMany(batch => batch).Distinct().Order()];
        Assert.Equal(3, network.EvaluatedBatches.Count);
        Assert.All(network.EvaluatedBatches, batch => Assert.Equal(network.EvaluatedBatches[0], batch));
        Assert.Equal(expected, network.EvaluatedBatches[0].Length);
        Assert.Equal(Numbers(0, 20), learned.Concat(network.EvaluatedBatches[0]).Order());
        Assert.NotEqual(Numbers(20 - expected, expected), network.EvaluatedBatches[0]);
    }

    [Fact]
    public void Validation_data_of_ones_own_are_evaluated_after_every_epoch()
    {
        var network = new ScriptedNetwork();
        Trainer<double> trainer = Trainer(network, batchSize: 6);
        trainer.ValidationData = ScriptedNetwork.Samples(300);
        trainer.Fit(ScriptedNetwork.Samples(6), epochs: 2);
        Assert.Equal(2 * 300, network.EvaluatedBatches.Sum(batch => batch.Length));
    }

    [Fact]
    public void The_loss_of_an_epoch_is_the_mean_over_its_samples()
    {
        var network = new ScriptedNetwork { TrainingLoss = batch => batch % 3, EvaluationLoss = batch => batch };
        Trainer<double> trainer = Trainer(network, batchSize: 4);
        trainer.ValidationData = ScriptedNetwork.Samples(256 + 64);
        TrainingHistory history = trainer.Fit(ScriptedNetwork.Samples(10), epochs: 2);
        Assert.Equal([0.8, 0.8], history.Loss);    // (4·0 + 4·1 + 2·2) / 10
        Assert.Equal([0.2, 2.2], history.ValidationLoss.Select(loss => Math.Round(loss, 12)));    // (256·0 + 64·1) / 320, (256·2 + 64·3) / 320
    }

    private static Trainer<double> Trainer(ScriptedNetwork network, int batchSize) => new(network, new Sgd<double>(1)) { BatchSize = batchSize };

    private static double[] Numbers(int start, int count) => [.. Enumerable.Range(start, count).Select(i => (double)i)];

    private static double[][] Epochs(ScriptedNetwork network, int stepsPerEpoch) =>
        [.. network.Batches.Chunk(stepsPerEpoch).Select(batches => batches.SelectMany(batch => batch).ToArray())];
}
