using System;
using System.Runtime.InteropServices;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.C;

/// <summary>Calls a library that <see cref="CSource"/> describes. Its parameters live in the library.</summary>
internal sealed unsafe class CRun : InProcessRun
{
    /// <summary>Below it, about 1 µs, what .NET does around a call into C would be seen, and is left out.</summary>
    private const double FlopsOfShortCalls = 20_000;

    private readonly Workload _workload;
    private readonly nint _library;
    private readonly float* _inputs;
    private readonly float* _targets;
    private readonly float* _outputs;
    private readonly float[] _outputArray;
    private readonly nint _forward;
    private readonly nint _trainStep;

    public CRun(nint library, Workload workload)
    {
        _workload = workload;
        _library = library;
        _outputArray = GC.AllocateArray<float>(workload.Targets.Length, pinned: true);
        _inputs = Pointer(workload.Inputs);
        _targets = Pointer(workload.Targets);
        _outputs = Pointer(_outputArray);
        string suffix = workload.N == 1 ? "_one" : "";
        _forward = NativeLibrary.GetExport(library, "forward" + suffix);
        _trainStep = NativeLibrary.GetExport(library, "train_step" + suffix);
        fixed (float* parameters = workload.Parameters)
        {
            ((delegate* unmanaged<float*, void>)NativeLibrary.GetExport(library, "set"))(parameters);
        }
    }

    public override float[] Forward()
    {
        RepeatForward(1);
        return [.. _outputArray];
    }

    public override (float Loss, float[] Parameters) TrainStep(float learningRate)
    {
        float loss = ((delegate* unmanaged<int, float*, float*, float, float>)_trainStep)(_workload.N, _inputs, _targets, learningRate);
        var parameters = new float[_workload.Parameters.Length];
        fixed (float* pointer = parameters)
        {
            ((delegate* unmanaged<float*, void>)NativeLibrary.GetExport(_library, "get"))(pointer);
        }

        return (loss, parameters);
    }

    public override void Dispose() => NativeLibrary.Free(_library);

    protected override void RepeatForward(int calls)
    {
        if (IsShort(Pass.Forward))
        {
            var forward = (delegate* unmanaged[SuppressGCTransition]<int, float*, float*, void>)_forward;
            for (int call = 0; call < calls; call++)
            {
                forward(_workload.N, _inputs, _outputs);
            }
        }
        else
        {
            var forward = (delegate* unmanaged<int, float*, float*, void>)_forward;
            for (int call = 0; call < calls; call++)
            {
                forward(_workload.N, _inputs, _outputs);
            }
        }
    }

    protected override void RepeatTrainStep(int calls)
    {
        if (IsShort(Pass.TrainStep))
        {
            var trainStep = (delegate* unmanaged[SuppressGCTransition]<int, float*, float*, float, float>)_trainStep;
            for (int call = 0; call < calls; call++)
            {
                trainStep(_workload.N, _inputs, _targets, Workload.TimedRate);
            }
        }
        else
        {
            var trainStep = (delegate* unmanaged<int, float*, float*, float, float>)_trainStep;
            for (int call = 0; call < calls; call++)
            {
                trainStep(_workload.N, _inputs, _targets, Workload.TimedRate);
            }
        }
    }

    private bool IsShort(Pass pass) => _workload.Network.Flops(pass, _workload.N) < FlopsOfShortCalls;

    private static float* Pointer(float[] pinned) => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
