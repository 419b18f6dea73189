namespace NetGen.Generator.Planning;

/// <summary>The vectors that hold a value: all of one type, the narrowest that holds it in one, or else the widest that the machine has.</summary>
/// <param name="Length">How many numbers the value has.</param>
/// <param name="Bits">Of a vector: 128, 256 or 512.</param>
/// <param name="Lanes">Numbers in a vector.</param>
internal readonly record struct VectorForm(int Length, int Bits, int Lanes)
{
    public const int WidestBits = 512;
    public const int NarrowestBits = 128;

    public static VectorForm Of(int length, int widestBits, int elementBytes)
    {
        int lanes = LanesFor(length, widestBits, elementBytes);
        return new VectorForm(length, lanes * elementBytes * 8, lanes);
    }

    /// <summary>How many vectors.</summary>
    public int Count => (Length + Lanes - 1) / Lanes;

    /// <summary>Numbers in the last vector.</summary>
    public int Rest => Length - ((Count - 1) * Lanes);

    /// <summary>Whether the last vector has lanes that belong to no number.</summary>
    public bool IsRagged => Rest < Lanes;

    /// <summary>Numbers in a vector of some width.</summary>
    public static int LanesOf(int bits, int elementBytes) => bits / (8 * elementBytes);

    /// <summary>Lanes of the vectors for so many numbers; a single number is none.</summary>
    public static int LanesFor(int length, int widestBits, int elementBytes)
    {
        if (length == 1)
        {
            return 1;
        }

        int bits = NarrowestBits;
        while (bits < widestBits && length * elementBytes * 8 > bits)
        {
            bits *= 2;
        }

        return LanesOf(bits, elementBytes);
    }
}
