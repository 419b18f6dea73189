using System;
using System.Globalization;
using NetGen;

namespace Consumer
{
    /// <summary>Trains a network on data that are the same everywhere, and prints what it learned.</summary>
    internal static class Training
    {
        private const int Samples = 20;
        private const int Inputs = 4;
        private const int Outputs = 3;
        private const int Steps = 100;

        public static void Run(string name, ITrainableNetwork<float> network)
        {
            float[] inputs = new float[Samples * Inputs];
            for (int k = 0; k < inputs.Length; k++)
            {
                inputs[k] = (k * 37 % 101 / 50f) - 1;
            }

            float[] targets = new float[Samples * Outputs];
            for (int sample = 0; sample < Samples; sample++)
            {
                targets[(sample * Outputs) + (sample * sample % Outputs)] = 1;
            }

            for (int step = 0; step < Steps; step++)
            {
                network.TrainStep(inputs, targets, 0.1f);
            }

            float[] parameters = new float[network.ParameterCount];
            network.ToCanonical(network.Parameters, parameters);
            Console.WriteLine(name + " " + string.Join(" ", Array.ConvertAll(parameters, value => value.ToString("R", CultureInfo.InvariantCulture))));
        }
    }
}
