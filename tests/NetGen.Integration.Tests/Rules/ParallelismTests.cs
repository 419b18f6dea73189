using System;
using System.Linq;
using System.Numerics;
using NetGen.Compilation;
using NetGen.Optimizers;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Any number of cores gives the same bits, and allocates nothing.</summary>
[Collection(nameof(Alone))]
public class ParallelismTests
{
    private static readonly NetworkSpec[] Specs =
    [
        .. from isDouble in new[] { false, true }
           from inputs in new[] { 64, 200 }
           select new NetworkSpec
           {
               Name = $"Net{inputs}{(isDouble ? "Double" : "Single")}",
               InputShape = [inputs],
               IsDouble = isDouble,
               Loss = "CrossEntropy",
               L2 = inputs == 64 ? 0.01 : 0,
               Layers =
               [
                   new LayerSpec { Units = 150, Activation = "Relu" },
                   new LayerSpec { Units = 333, Activation = "Tanh", Bias = "Shared" },
                   new LayerSpec { Units = 100, Activation = "Softmax" },
               ],
           },
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile(string.Concat(Specs.Select(spec => spec.ToDeclaration("Cores")))));

    public static TheoryData<string> Names => [.. Specs.Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_number_of_cores_gives_the_same_bits(string name)
    {
        if (name.EndsWith("Double", StringComparison.Ordinal))
        {
            Check<double>(name);
        }
        else
        {
            Check<float>(name);
        }
    }

    private static void Check<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int n in new[] { 30, 128, 300 })
        {
            Run<T> one = new(Network<T>(name), n, cores: 1);
            Run<T> all = new(Network<T>(name), n, cores: Environment.ProcessorCount);
            Assert.Equal(one.Numbers, all.Numbers);
            Assert.Equal(0, all.Allocated);
        }
    }

    private static IClassifier<T> Network<T>(string name)
        where T : unmanaged => Compiled.Value.Create<IClassifier<T>>($"Cores.{name}");

    /// <summary>All that a network does, several times.</summary>
    private sealed class Run<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private const int FirstCounted = 2;
        private const int Rounds = 6;

        public Run(IClassifier<T> network, int n, int cores)
        {
            Random random = new(5);
            T[] inputs = [.. Enumerable.Range(0, n * network.InputSize).Select(_ => T.CreateChecked(random.NextDouble() - 0.5))];
            int[] labels = [.. Enumerable.Range(0, n).Select(_ => random.Next(network.OutputSize))];
            T[] outputs = new T[n * network.OutputSize];
            T[] gradients = new T[network.StorageLength];
            T[] inputGradients = new T[inputs.Length];
            var optimizer = new Adam<T>(0.01);
            Parallelism.MaxDegreeOfParallelism = cores;
            try
            {
                for (int round = 0; round < Rounds; round++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    network.Forward(inputs, outputs);
                    network.Backward(inputs, labels, gradients, inputGradients);
                    network.TrainStep(inputs, labels, T.CreateChecked(0.1));
                    network.TrainStep(inputs, labels, optimizer);
                    long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                    Allocated = round <= FirstCounted ? allocated : Math.Min(Allocated, allocated);
                }
            }
            finally
            {
                Parallelism.MaxDegreeOfParallelism = 1;
            }

            Numbers = [.. outputs, .. gradients, .. inputGradients, .. network.Parameters];
        }

        public T[] Numbers { get; }

        /// <summary>
        /// Bytes of a warm round, the least of some: which thread takes a part is chance, and one that takes a larger part than ever before needs more memory once.
        /// </summary>
        public long Allocated { get; }
    }
}
