using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>Somebody who can run the networks: the generated code itself, or what it is compared with.</summary>
internal abstract class Peer
{
    /// <summary>What it is called in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The column that it is shown in; of several peers of one column, the fastest counts.</summary>
    public virtual string Column => Name;

    /// <summary>Why it cannot be measured on this machine, or null where it can.</summary>
    public virtual string? Missing => null;

    /// <summary>What version it is, for the report; null where there is nothing to say.</summary>
    public virtual string? Version => null;

    /// <summary>Whether its code gets faster while it runs.</summary>
    public virtual bool IsCompiledByJit => false;

    /// <summary>Whether it computes the same as the network in this pass.</summary>
    public virtual bool Supports(BenchmarkNetwork network, Pass pass) => true;

    /// <summary>Makes ready to run one network on one batch.</summary>
    public abstract PeerRun Prepare(Workload workload);
}
