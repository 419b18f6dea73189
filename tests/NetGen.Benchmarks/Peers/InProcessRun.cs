using System.Diagnostics;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A run in this process. The two loops stand in the derived class, so that a call in them costs what it costs a user.</summary>
internal abstract class InProcessRun : PeerRun
{
    public override double Time(Pass pass, int calls)
    {
        Repeat(pass, 1);
        long started = Stopwatch.GetTimestamp();
        Repeat(pass, calls);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    protected abstract void RepeatForward(int calls);

    /// <summary>Steps with <see cref="Workload.TimedRate"/>.</summary>
    protected abstract void RepeatTrainStep(int calls);

    private void Repeat(Pass pass, int calls)
    {
        if (pass == Pass.Forward)
        {
            RepeatForward(calls);
        }
        else
        {
            RepeatTrainStep(calls);
        }
    }
}
