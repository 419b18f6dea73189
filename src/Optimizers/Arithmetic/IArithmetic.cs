namespace NetGen.Optimizers.Arithmetic;

/// <summary>What an update rule needs of a vector type, so that it is written once: for every vector width, for single numbers, and for both number types.</summary>
/// <remarks>
/// Every operation is rounded by itself, and no product is fused with a sum. So the update of a parameter has the same bits in every vector width, wherever
/// the parameter stands, and on every machine; but for floats in 512 bits, whose roots and quotients are within 1 ulp, and whose
/// products are fused with sums where a rule says so.
/// </remarks>
/// <typeparam name="TVector">The vector type.</typeparam>
/// <typeparam name="T">The number type.</typeparam>
internal interface IArithmetic<TVector, T>
    where T : unmanaged
{
    /// <summary>Numbers in a vector.</summary>
    int Count { get; }

    TVector Load(ref T source, nint index);

    void Store(TVector vector, ref T target, nint index);

    /// <summary>The same number in all lanes.</summary>
    TVector Fill(T value);

    TVector Add(TVector left, TVector right);

    TVector Subtract(TVector left, TVector right);

    TVector Multiply(TVector left, TVector right);

    /// <summary>left·right + addend.</summary>
    TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    TVector Divide(TVector left, TVector right);

    TVector SquareRoot(TVector vector);

    TVector Max(TVector left, TVector right);
}
