namespace NetGen.Generator.Planning;

/// <summary>Where a value is, while a program runs over one sample.</summary>
/// <param name="Name">As an identifier: <c>z1</c>.</param>
/// <param name="Symbol">As on paper: <c>z¹</c>.</param>
/// <param name="Length">How many numbers it has.</param>
/// <param name="Residence">Where they are.</param>
/// <param name="Offset">Where they begin in the scratch memory, the parameters or the gradients.</param>
/// <param name="Stride">In a block of samples, from the row of one sample to that of the next.</param>
internal sealed record ValuePlan(string Name, string Symbol, int Length, Residence Residence, int Offset = 0, int Stride = 0);

internal enum Residence
{
    /// <summary>Local variables <c>z1_0</c>, <c>z1_1</c>, …</summary>
    Local,

    /// <summary>A piece of the working memory.</summary>
    Scratch,

    /// <summary>A span argument of the same name.</summary>
    Argument,

    /// <summary>An argument that is a number.</summary>
    Scalar,

    /// <summary>A block of θ.</summary>
    Parameter,

    /// <summary>A block of the gradients, laid out as θ.</summary>
    Gradient,
}
