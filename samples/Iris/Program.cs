using System;
using System.IO;
using System.Linq;
using Iris;

const int Seed = 10;              // of the split, the first weights and the order of the flowers
const int HeldOutPerSpecies = 10;
const int Epochs = 100;

try
{
    // Another file may be given: dotnet run -c Release --project samples/Iris -- flowers.csv
    string path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "iris.csv");
    var random = new Random(Seed);
    (Flower[] training, Flower[] heldOut) = IrisData.Split(IrisData.Read(path), HeldOutPerSpecies, random);
    var standardization = new Standardization(training);

    var network = new IrisNet();
    network.Initialize(Seed);
    Report.Network(training.Length, heldOut.Length);

    Trainer.WarmUp();
    var trainer = new Trainer(network, training, standardization, random);
    Report.ProgressHeader();
    for (int epoch = 1; epoch <= Epochs; epoch++)
    {
        float loss = trainer.RunEpoch();
        if (epoch is 1 or 2 or 5 || epoch % 10 == 0)
        {
            Report.Progress(epoch, loss, new Evaluation(network, training, standardization));
        }
    }

    Report.HeldOut(new Evaluation(network, heldOut, standardization));

    Flower leastSure = heldOut.MinBy(flower => Probabilities(flower).Max())!;
    Report.Prediction(leastSure, Probabilities(leastSure));

    Report.Cost(trainer, StepTimer.Measure(training, standardization));
    return 0;

    float[] Probabilities(Flower flower)
    {
        float[] probabilities = new float[IrisNet.OutputSize];
        network.Forward(standardization.Inputs(flower), probabilities);
        return probabilities;
    }
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
