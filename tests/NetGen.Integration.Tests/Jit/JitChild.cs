using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Integration.Tests.Support;

namespace NetGen.Integration.Tests.Jit;

/// <summary>What the watched process does: it calls every member of every network for one sample, for a few, for a tile and one more, and for a block, and prints how wide its vectors are.</summary>
internal static class JitChild
{
    /// <summary>The argument that makes this program do it.</summary>
    public const string Argument = "jit";

    public static void Run()
    {
        Console.WriteLine(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);
        Call<float>(new Single2x4x1());
        Call<double>(new Double2x4x1());
        Call<float>(new Single4x16x3());
        Call<double>(new Double4x16x3());
        Call<float>(new Single16x32x32x4());
        Call<double>(new Double16x32x32x4());
        Call<float>(new Single64x100x10());
        Call<double>(new Double64x100x10());
        Call<float>(new Single784x128x10());
        Call<double>(new Double784x128x10());
        Call<float>(new Single40x300x20());
        Call<double>(new Double40x300x20());
        Call<float>(new Single1100x400x10());
        Call<double>(new Double1100x400x10());
        Call<float>(new Single8x100x100x30());
        Call<double>(new Double8x100x100x30());
    }

    private static void Call<T>(ITrainableNetwork<T> network)
        where T : unmanaged, INumber<T>
    {
        foreach (int n in new[] { 1, 3, 9, 128 })
        {
            T[] inputs = Numbers.To<T>(Numbers.Draw(1, n * network.InputSize));
            T[] targets = new T[n * network.OutputSize];
            T[] outputs = new T[n * network.OutputSize];
            T[] gradients = new T[network.StorageLength];
            T[] inputGradients = new T[inputs.Length];
            T rate = T.CreateChecked(0.125);
            network.Forward(inputs, outputs);
            network.Loss(inputs, targets);
            network.Backward(inputs, targets, gradients);
            network.Backward(inputs, targets, gradients, inputGradients);
            network.Backpropagate(inputs, outputs, gradients, inputGradients);
            network.Backpropagate(inputs, outputs, gradients, []);
            network.TrainStep(inputs, targets, rate);
            if (network is IClassifier<T> classifier)
            {
                int[] labels = new int[n];
                classifier.Predict(inputs.AsSpan(0, network.InputSize));
                classifier.Predict(inputs, labels);
                classifier.Loss(inputs, labels);
                classifier.Backward(inputs, labels, gradients);
                classifier.Backward(inputs, labels, gradients, inputGradients);
                classifier.TrainStep(inputs, labels, rate);
            }
        }
    }
}
