using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Kernels;

/// <summary>The kernels of one layer: forward; forward and gradients; the gradients alone of a given ∂J/∂a, with and without those of the inputs; a step.</summary>
[Config(typeof(KernelConfig))]
[MemoryDiagnoser]
public class LayerBenchmarks
{
    private ITrainableNetwork<float> _network = null!;
    private Workload _workload = null!;
    private float[] _outputs = null!;
    private float[] _gradients = null!;
    private float[] _inputGradients = null!;

    /// <summary>The layer, by its size.</summary>
    [ParamsSource(nameof(Layers))]
    public string Layer { get; set; } = "";

    /// <summary>The number of samples.</summary>
    [Params(1, 32, 128)]
    public int N { get; set; }

    /// <summary>All sizes.</summary>
    public static IEnumerable<string> Layers => BenchmarkNetwork.Growth.Select(network => network.Name);

    /// <summary>Makes the network and its batch.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _workload = new Workload(BenchmarkNetwork.Growth.First(network => network.Name == Layer), N);
        _network = _workload.Network.Create();
        _outputs = new float[_workload.Targets.Length];
        _gradients = new float[_network.StorageLength];
        _inputGradients = new float[_workload.Inputs.Length];
    }

    /// <summary>a = f(x·W + b).</summary>
    [Benchmark]
    public void Forward() => _network.Forward(_workload.Inputs, _outputs);

    /// <summary>The loss and ∂E/∂θ.</summary>
    [Benchmark]
    public float Backward() => _network.Backward(_workload.Inputs, _workload.Targets, _gradients);

    /// <summary>∂J/∂θ.</summary>
    [Benchmark]
    public void Backpropagate() => _network.Backpropagate(_workload.Inputs, _workload.Targets, _gradients, default);

    /// <summary>∂J/∂θ and ∂J/∂x.</summary>
    [Benchmark]
    public void BackpropagateToInputs() => _network.Backpropagate(_workload.Inputs, _workload.Targets, _gradients, _inputGradients);

    /// <summary>Gradient and update in one.</summary>
    [Benchmark]
    public float TrainStep() => _network.TrainStep(_workload.Inputs, _workload.Targets, Workload.TimedRate);
}
