using System.Collections.Generic;

namespace NetGen.Data;

/// <summary>Which columns of a CSV file are what: either <see cref="Label"/> or <see cref="Targets"/> must be given.</summary>
public sealed class CsvOptions
{
    /// <summary>The column of the classes. Whole numbers from 0 are class indices as they are; anything else is names.</summary>
    public string? Label { get; set; }

    /// <summary>The columns of the target numbers.</summary>
    public IReadOnlyList<string>? Targets { get; set; }

    /// <summary>The columns of the inputs; null, all others, in the order of the file.</summary>
    public IReadOnlyList<string>? Inputs { get; set; }

    /// <summary>
    /// The names of the classes, in the order of the labels, such as those of the training file when a test file is read: any other name is an error then. Null, the
    /// names that the file has, sorted by their characters, so that labels do not depend on the order of the rows.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; set; }

    /// <summary>Whether the first record holds the names of the columns (default). Without, columns are called <c>1</c>, <c>2</c>, ….</summary>
    public bool HasHeader { get; set; } = true;

    /// <summary>What stands between fields; the default is a comma.</summary>
    public char Separator { get; set; } = ',';
}
