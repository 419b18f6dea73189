using System;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>The generated code. Everybody else is held to its results and compared with its time.</summary>
internal sealed class GeneratedPeer : Peer
{
    /// <summary>Its name and column.</summary>
    public const string Title = "NetGen";

    public override string Name => Title;

    public override string? Version => "the generated classes";

    public override bool IsCompiledByJit => true;

    public override PeerRun Prepare(Workload workload) => new Run(workload);

    // Delegates to the very methods: the interface would cost more than the smallest networks do, and not in the same way for each.
    private delegate void ForwardCall(ReadOnlySpan<float> inputs, Span<float> outputs);

    private delegate float TrainStepCall(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate);

    private sealed class Run : InProcessRun
    {
        private readonly ITrainableNetwork<float> _network;
        private readonly Workload _workload;
        private readonly float[] _outputs;
        private readonly ForwardCall _forward;
        private readonly TrainStepCall _trainStep;

        public Run(Workload workload)
        {
            _workload = workload;
            _network = workload.Network.Create();
            _network.FromCanonical(workload.Parameters, _network.Parameters);
            _outputs = GC.AllocateArray<float>(workload.Targets.Length, pinned: true);
            _forward = _network.Forward;
            _trainStep = _network.TrainStep;
        }

        public override float[] Forward()
        {
            _network.Forward(_workload.Inputs, _outputs);
            return [.. _outputs];
        }

        public override (float Loss, float[] Parameters) TrainStep(float learningRate)
        {
            float loss = _network.TrainStep(_workload.Inputs, _workload.Targets, learningRate);
            var parameters = new float[_workload.Parameters.Length];
            _network.ToCanonical(_network.Parameters, parameters);
            return (loss, parameters);
        }

        protected override void RepeatForward(int calls)
        {
            ForwardCall forward = _forward;
            ReadOnlySpan<float> inputs = _workload.Inputs;
            Span<float> outputs = _outputs;
            for (int call = 0; call < calls; call++)
            {
                forward(inputs, outputs);
            }
        }

        protected override void RepeatTrainStep(int calls)
        {
            TrainStepCall trainStep = _trainStep;
            ReadOnlySpan<float> inputs = _workload.Inputs;
            ReadOnlySpan<float> targets = _workload.Targets;
            for (int call = 0; call < calls; call++)
            {
                trainStep(inputs, targets, Workload.TimedRate);
            }
        }
    }
}
