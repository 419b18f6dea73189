using System;
using NetGen.Data;
using NetGen.Optimizers;
using NetGen.Persistence;
using NetGen.Training;

namespace Embedded;

/// <summary>What was done at a desk to make the file: <c>-- --train iris.csv iris.safetensors</c>.</summary>
internal static class TrainingRun
{
    private const int Seed = 2;
    private const int Epochs = 50;

    /// <summary>Trains, says how well on flowers held out, and saves parameters, standardization and names in one file.</summary>
    public static void Run(string data, string file)
    {
        Dataset<float> flowers = CsvFile.Read<float>(data, new CsvOptions { Label = "species" });
        (Dataset<float> training, Dataset<float> heldOut) = flowers.Split(heldOut: 0.2, seed: Seed);
        Standardization<float> standardization = Standardization<float>.Fit(training);

        var network = new IrisNet();
        var trainer = new Trainer<float>(network, new Adam<float>(0.01)) { BatchSize = 8, Seed = Seed };
        trainer.Fit(standardization.Apply(training), Epochs);

        Console.WriteLine($"{heldOut.Count} flowers held out: {network.Evaluate(standardization.Apply(heldOut))}");
        NetworkFile.Save(network, file, new NetworkFileMetadata<float> { Standardization = standardization, ClassNames = flowers.ClassNames });
    }
}
