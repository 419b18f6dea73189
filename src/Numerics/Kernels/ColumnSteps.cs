namespace NetGen.Numerics.Kernels;

/// <summary>Steps down the columns of a matrix whose rows stand one after another.</summary>
internal static class ColumnSteps
{
    /// <summary>Bytes from row to row from which on a copy of the columns costs less than the steps: every one of them goes to another page.</summary>
    private const int PageBytes = 1 << 12;

    /// <summary>Whether columns are brought together before they are read again and again.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="row">From row to row.</param>
    public static unsafe bool AreFar<T>(int row)
        where T : unmanaged => (long)row * sizeof(T) >= PageBytes;
}
