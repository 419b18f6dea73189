using System;
using System.Text.Json.Nodes;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.OnnxRuntime;

/// <summary>Asks <c>onnx_worker.js</c>, which times its own loops: the way there and back does not count.</summary>
internal sealed class OnnxRun : PeerRun
{
    private readonly Worker _worker;

    public OnnxRun(Worker worker, Workload workload)
    {
        _worker = worker;
        worker.Ask(new JsonObject
        {
            ["command"] = "prepare",
            ["model"] = Convert.ToBase64String(OnnxModel.Write(workload)),
            ["n"] = workload.N,
            ["inputs"] = Worker.ToText(workload.Inputs),
        });
    }

    public override float[] Forward() => Worker.FromText(_worker.Ask(new JsonObject { ["command"] = "forward" })["outputs"]!);

    public override (float Loss, float[] Parameters) TrainStep(float learningRate) => throw NoTraining();

    public override double Time(Pass pass, int calls) => pass == Pass.Forward
        ? (double)_worker.Ask(new JsonObject { ["command"] = "time", ["calls"] = calls })["seconds"]!
        : throw NoTraining();

    private static NotSupportedException NoTraining() => new("ONNX Runtime for Node does not train.");
}
