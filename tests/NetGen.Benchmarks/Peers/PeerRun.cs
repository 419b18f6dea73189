using System;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>One peer, ready to run one network on one batch.</summary>
internal abstract class PeerRun : IDisposable
{
    /// <summary>One forward pass.</summary>
    /// <returns>N × OutputSize numbers.</returns>
    public abstract float[] Forward();

    /// <summary>One step of gradient descent.</summary>
    /// <returns>The loss before the step, and the parameters after it, in canonical order.</returns>
    public abstract (float Loss, float[] Parameters) TrainStep(float learningRate);

    /// <summary>Runs a pass once, uncounted, which brings its memory back into the caches that others have used meanwhile, and then a number of times and nothing else.</summary>
    /// <returns>Seconds, of all calls but the first.</returns>
    public abstract double Time(Pass pass, int calls);

    /// <summary>Frees what the run holds outside of managed memory.</summary>
    public virtual void Dispose()
    {
    }
}
