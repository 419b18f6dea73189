namespace NetGen.Training;

/// <summary>What a schedule counts.</summary>
public enum ScheduleUnit
{
    /// <summary>Epochs: the learning rate changes between them, as where PyTorch's <c>scheduler.step()</c> stands behind the loop over the batches.</summary>
    Epoch,

    /// <summary>Steps of the optimizer: the learning rate changes with every batch.</summary>
    Step,
}
