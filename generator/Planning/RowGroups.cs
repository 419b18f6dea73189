namespace NetGen.Generator.Planning;

/// <summary>
/// A narrow matrix in one sample: a vector holds several of its rows, one beside the other. A product along the rows takes as many factors at once, and its sums of every
/// group are added up at the end; one across them sums up the lanes of every row, or goes by columns.
/// </summary>
/// <param name="Form">The vectors of the matrix.</param>
/// <param name="Width">Numbers of a row, padding included.</param>
/// <param name="Columns">Numbers of a row.</param>
/// <param name="HasColumns">Whether the library makes vectors of its columns from those of its rows (<c>Lanes.Columns</c>). That needs no factor, and what is left when the factors
/// are known are products, without sums along lanes.</param>
internal sealed record RowGroups(VectorForm Form, int Width, int Columns, bool HasColumns)
{
    private const int ChainLength = 4;

    /// <summary>Rows in a vector.</summary>
    public int PerVector => Form.Lanes / Width;

    /// <summary>Sums that grow side by side: additions in one wait for each other.</summary>
    public int Chains => (Form.Count + ChainLength - 1) / ChainLength;

    /// <summary>The groups of a matrix, if vectors so wide hold more than one row of it and are not too many to be written out.</summary>
    public static RowGroups? Of(Storage storage, int bits, int elementBytes, TargetProfile profile)
    {
        VectorForm form = VectorForm.Of(storage.Rows * storage.PanelWidth, bits, elementBytes);
        return storage.HasGroups && form.Lanes > storage.PanelWidth && form.Count <= profile.RowProducts
            ? new RowGroups(form, storage.PanelWidth, storage.Columns, storage.PanelWidth is 2 or 4 && elementBytes == sizeof(float))
            : null;
    }

    /// <summary>Whether a number of a vector of the matrix is an element of it, and not padding.</summary>
    public bool IsElement(int vector, int lane) => lane % Width < Columns && (vector * Form.Lanes) + lane < Form.Length;
}
