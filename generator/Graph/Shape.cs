using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Graph;

/// <summary>The shape of a tensor: sizes of any rank, and whether there is one such array for every sample of the batch, whose size N stays a symbol.</summary>
internal sealed record Shape(bool IsBatched, EquatableArray<int> Sizes)
{
    /// <summary>One number for the whole call.</summary>
    public static Shape Scalar { get; } = Fixed(1);

    /// <summary>One number for every sample.</summary>
    public static Shape ScalarPerSample { get; } = PerSample(1);

    /// <summary>Numbers in one array, or in one array per sample.</summary>
    public int Length => Sizes.Aggregate(1, (product, size) => checked(product * size));

    public static Shape PerSample(params int[] sizes) => new(true, sizes.ToEquatableArray());

    public static Shape Fixed(params int[] sizes) => new(false, sizes.ToEquatableArray());

    /// <summary>Whether an element-wise operation may stretch this shape to the other: as it is, from one number, or from one array to one per sample.</summary>
    public bool StretchesTo(Shape other) =>
        (IsBatched == other.IsBatched || !IsBatched) && (Sizes.Equals(other.Sizes) || Length == 1);

    public override string ToString() => $"{(IsBatched ? "N×" : "")}{string.Join("×", Sizes)}";
}
