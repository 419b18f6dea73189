using System.Linq;
using System.Text.Json.Nodes;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers.PyTorch;

/// <summary>Asks <c>pytorch_worker.py</c>, which keeps one network for each mode and times its own loops: the way there and back does not count.</summary>
internal sealed class PyTorchRun : PeerRun
{
    private readonly Worker _worker;
    private readonly string _mode;

    public PyTorchRun(Worker worker, string mode, Workload workload)
    {
        (_worker, _mode) = (worker, mode);
        Ask(new JsonObject
        {
            ["command"] = "prepare",
            ["layers"] = new JsonArray([.. workload.Network.Layers.Select(layer => new JsonObject
            {
                ["inputs"] = layer.Inputs,
                ["outputs"] = layer.Outputs,
                ["activation"] = $"{layer.Activation}",
            })]),
            ["loss"] = $"{workload.Network.Loss}",
            ["n"] = workload.N,
            ["parameters"] = Worker.ToText(workload.Parameters),
            ["inputs"] = Worker.ToText(workload.Inputs),
            ["targets"] = Worker.ToText(workload.Targets),
            ["labels"] = new JsonArray([.. workload.Labels.Select(label => JsonValue.Create(label))]),
        });
    }

    public override float[] Forward() => Worker.FromText(Ask(new JsonObject { ["command"] = "forward" })["outputs"]!);

    public override (float Loss, float[] Parameters) TrainStep(float learningRate)
    {
        JsonNode answer = Ask(new JsonObject { ["command"] = "train_step", ["rate"] = learningRate });
        return ((float)answer["loss"]!, Worker.FromText(answer["parameters"]!));
    }

    public override double Time(Pass pass, int calls) => (double)Ask(new JsonObject
    {
        ["command"] = "time",
        ["pass"] = $"{pass}",
        ["calls"] = calls,
        ["rate"] = Workload.TimedRate,
    })["seconds"]!;

    private JsonNode Ask(JsonObject command)
    {
        command["mode"] = _mode;
        return _worker.Ask(command);
    }
}
