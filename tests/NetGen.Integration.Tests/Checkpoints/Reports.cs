using System;
using NetGen.Training;

namespace NetGen.Integration.Tests.Checkpoints;

/// <summary>Progress, on the thread that trains.</summary>
internal sealed class Reports(Action<TrainingProgress> report) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => report(value);
}
