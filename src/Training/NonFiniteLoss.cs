namespace NetGen.Training;

/// <summary>What happens when the loss of a batch is NaN or infinite, which is how training that diverges shows.</summary>
/// <remarks>
/// Where training ends, the network gets its best parameters back if early stopping has some. Otherwise it keeps those from before the step; but a step of
/// plain SGD, which learns in the same pass, is already done, and its parameters are of no use.
/// </remarks>
public enum NonFiniteLoss
{
    /// <summary>Training ends with a <see cref="System.NotFiniteNumberException"/> that says where.</summary>
    Throw,

    /// <summary>Training ends as if all epochs were done, and the history says why.</summary>
    Stop,

    /// <summary>Training goes on.</summary>
    Ignore,
}
