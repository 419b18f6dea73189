using System;
using System.Linq;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.Fann;

/// <summary>Calls <c>fann_shim.c</c>.</summary>
internal sealed unsafe class FannRun : InProcessRun
{
    private readonly Workload _workload;
    private readonly nint _library;
    private readonly float[] _outputs;
    private readonly float* _outputPointer;
    private readonly delegate* unmanaged<int, float*, void> _forward;
    private readonly delegate* unmanaged<int, float, float> _trainStep;

    public FannRun(nint library, Workload workload)
    {
        _workload = workload;
        _library = library;
        _outputs = GC.AllocateArray<float>(workload.Targets.Length, pinned: true);
        _outputPointer = (float*)Marshal.UnsafeAddrOfPinnedArrayElement(_outputs, 0);
        _forward = (delegate* unmanaged<int, float*, void>)NativeLibrary.GetExport(library, "forward");
        _trainStep = (delegate* unmanaged<int, float, float>)NativeLibrary.GetExport(library, "train_step");

        BenchmarkNetwork network = workload.Network;
        uint[] widths = [(uint)network.InputSize, .. network.Layers.Select(layer => (uint)layer.Outputs)];
        fixed (uint* first = widths)
        fixed (float* parameters = workload.Parameters, inputs = workload.Inputs, targets = workload.Targets)
        {
            ((delegate* unmanaged<uint, uint*, byte, byte, uint, float*, float*, void>)NativeLibrary.GetExport(library, "create"))(
                (uint)widths.Length, first, Letter(network.Layers[0].Activation), Letter(network.Layers[^1].Activation), (uint)workload.N, inputs, targets);
            ((delegate* unmanaged<float*, void>)NativeLibrary.GetExport(library, "set"))(parameters);
        }
    }

    public override float[] Forward()
    {
        RepeatForward(1);
        float[] outputs = [.. _outputs];

        // What FANN leaves out, for the comparison alone.
        if (_workload.Network.Layers[^1].Activation == Activation.Softmax)
        {
            for (int start = 0; start < outputs.Length; start += _workload.Network.OutputSize)
            {
                Span<float> row = outputs.AsSpan(start, _workload.Network.OutputSize);
                TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), row);
                TensorPrimitives.SoftMax(row, row);
            }
        }

        return outputs;
    }

    public override (float Loss, float[] Parameters) TrainStep(float learningRate)
    {
        float loss = _trainStep(_workload.N, learningRate);
        var parameters = new float[_workload.Parameters.Length];
        fixed (float* pointer = parameters)
        {
            ((delegate* unmanaged<float*, void>)NativeLibrary.GetExport(_library, "get"))(pointer);
        }

        return (loss, parameters);
    }

    public override void Dispose()
    {
        ((delegate* unmanaged<void>)NativeLibrary.GetExport(_library, "destroy"))();
        NativeLibrary.Free(_library);
    }

    protected override void RepeatForward(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            _forward(_workload.N, _outputPointer);
        }
    }

    protected override void RepeatTrainStep(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            _trainStep(_workload.N, Workload.TimedRate);
        }
    }

    /// <summary>The letter by which the shim knows it; I is the identity, which Softmax becomes too.</summary>
    private static byte Letter(Activation activation) => activation switch
    {
        Activation.Relu => (byte)'R',
        Activation.Sigmoid => (byte)'S',
        Activation.Tanh => (byte)'T',
        _ => (byte)'I',
    };
}
