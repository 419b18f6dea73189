using System;
using System.IO;
using System.Runtime.CompilerServices;
using Embedded;
using NetGen;
using NetGen.Persistence;

const string PredictOnly = "--predict";
const int Calls = 1_000_000;
const float LearningRate = 1e-4f;

try
{
    // Not on the device: the native compiler knows that this is false there, and leaves the trainer out.
    if (RuntimeFeature.IsDynamicCodeSupported && args is ["--train", string data, string target])
    {
        TrainingRun.Run(data, target);
        return 0;
    }

    // All that a deployment needs is in one file: parameters, standardization, names of the classes.
    var network = new IrisNet();
    string file = Path.Combine(AppContext.BaseDirectory, "iris.safetensors");
    NetworkFileMetadata<float> metadata = NetworkFile.Load(network, file);

    float[] measured = [6.3f, 3.3f, 6.0f, 2.5f];      // centimetres: sepal and petal, length and width
    float[] flower = [.. measured];
    metadata.Standardization!.Apply(flower);
    int species = network.Predict(flower);
    Console.WriteLine($"{string.Join(" × ", measured)} cm: {metadata.ClassNames![species]}");
    if (args is [PredictOnly])
    {
        return 0;
    }

    // What one sample costs, and what one step of learning from it.
    int[] label = [species];
    Action<int> infer = count =>
    {
        for (int call = 0; call < count; call++)
        {
            network.Predict(flower);
        }
    };
    Action<int> learn = count =>
    {
        for (int call = 0; call < count; call++)
        {
            network.TrainStep(flower, label, LearningRate);
        }
    };

    NetworkInfo info = IrisNet.Info;
    bool isNative = !RuntimeFeature.IsDynamicCodeSupported;
    double inference = Measurement.Time(infer);
    double step = Measurement.Time(learn);
    (int collections, long bytes) = Measurement.Garbage(count => { infer(count); learn(count); }, Calls);

    Console.WriteLine();
    Console.WriteLine(info);
    Console.WriteLine();
    Console.WriteLine($"code            {(isNative ? "native, compiled ahead of time" : "compiled by the JIT; publish it to see it native")}");
    Console.WriteLine($"parameters      {info.ParameterBytes:N0} bytes, {info.ParameterCount:N0} numbers; their file {new FileInfo(file).Length:N0} bytes");
    Console.WriteLine($"scratch         {info.ScratchBytes:N0} bytes at most, on the {(info.ScratchBytes <= info.StackBudget ? "stack" : "heap, allocated once")}");
    Console.WriteLine($"multiply-adds   {info.Macs:N0} an inference");
    Console.WriteLine($"program         {(isNative ? $"{new FileInfo(Environment.ProcessPath!).Length:N0} bytes, the runtime included" : "no native one yet")}");
    Console.WriteLine($"start-up        {Measurement.StartUp(PredictOnly):0.0} ms from the start of the process to its end, with the file read and one prediction made");
    Console.WriteLine($"inference       {inference:0} ns");
    Console.WriteLine($"training step   {step:0} ns");
    Console.WriteLine($"garbage         {collections} collections and {bytes:N0} bytes in {Calls:N0} inferences and {Calls:N0} training steps");
    return collections == 0 ? 0 : 1;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
