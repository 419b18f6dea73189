using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>A step of a program over a block of samples: it is done for all of them before the next begins.</summary>
internal abstract record Stage
{
    /// <summary>A product of matrices, and what is made of its sums before they leave the registers.</summary>
    /// <param name="Contract">The product.</param>
    /// <param name="Finish">Applied to each sum, in this order.</param>
    /// <param name="Stored">Of the sums and what is made of them, the values that are needed later, in the order in which they are made.</param>
    /// <param name="Cleared">Of these, the ones whose padding must be 0.</param>
    internal sealed record Product(
        Kernel.Contract Contract, EquatableArray<Kernel.Map> Finish, EquatableArray<string> Stored, EquatableArray<string> Cleared) : Stage;

    /// <summary>A gradient of parameters, summed over the samples.</summary>
    internal sealed record Gradient(Kernel Kernel) : Stage;

    /// <summary>What couples the numbers of a sample, or takes them from the caller: row by row.</summary>
    internal sealed record Rows(EquatableArray<Kernel> Kernels) : Stage;
}
