namespace NetGen.Training;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>It has not ended: it goes on, was cancelled, or threw an exception.</summary>
    None,

    /// <summary>All epochs are done.</summary>
    Completed,

    /// <summary>There was no improvement for too long.</summary>
    EarlyStopping,

    /// <summary>The loss was NaN or infinite.</summary>
    NonFiniteLoss,
}
