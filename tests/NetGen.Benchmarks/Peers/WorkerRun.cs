using System.Text.Json.Nodes;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A run in a <see cref="Worker"/>, which times its own loops: the way there and back does not count.</summary>
internal sealed class WorkerRun : PeerRun
{
    private readonly Worker _worker;
    private readonly string _mode;

    public WorkerRun(Worker worker, string mode, Workload workload)
    {
        (_worker, _mode) = (worker, mode);
        worker.Prepare(mode, workload);
    }

    public override float[] Forward() => Worker.FromText(Ask("forward")["outputs"]!);

    public override (float Loss, float[] Parameters) TrainStep(float learningRate)
    {
        JsonNode answer = Ask("train_step", learningRate);
        return ((float)answer["loss"]!, Worker.FromText(answer["parameters"]!));
    }

    public override double Time(Pass pass, int calls) => (double)Ask("time", Workload.TimedRate, pass, calls)["seconds"]!;

    private JsonNode Ask(string command, float rate = 0, Pass pass = default, int calls = 0) => _worker.Ask(new JsonObject
    {
        ["command"] = command,
        ["mode"] = _mode,
        ["rate"] = rate,
        ["pass"] = $"{pass}",
        ["calls"] = calls,
    });
}
