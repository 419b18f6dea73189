namespace NetGen.Training;

/// <summary>The shape of the way from one learning rate to another.</summary>
public enum Annealing
{
    /// <summary>Half a cosine wave: slow, fast, slow.</summary>
    Cosine,

    /// <summary>A straight line.</summary>
    Linear,
}
