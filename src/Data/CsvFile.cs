using System;
using System.IO;

namespace NetGen.Data;

/// <summary>Reads samples from CSV files.</summary>
/// <remarks>
/// RFC 4180: records of fields, with quotes around a field that holds a separator, a quote (doubled) or the end of a line. UTF-8, or what a byte order mark
/// says. Numbers are written as in C#, whatever the culture: <c>-1.5e3</c>. Every record has as many fields as the first, and no field that is read may be empty.
/// </remarks>
public static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what.</param>
    /// <returns>The samples, in the order of the file.</returns>
    /// <exception cref="ArgumentException">The options give neither a label nor targets, or both.</exception>
    /// <exception cref="InvalidDataException">Something in the file is not as it should be; the message gives file, line and column, what was expected and what came.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset<T> Read<T>(string path, CsvOptions options)
        where T : unmanaged
    {
        using var reader = new StreamReader(path);
        return Read<T>(reader, options, path);
    }

    /// <summary>Reads to the end of a text.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="reader">The text.</param>
    /// <param name="options">Which columns are what.</param>
    /// <param name="name">What messages call the text.</param>
    /// <returns>The samples, in the order of the text.</returns>
    /// <exception cref="ArgumentException">The options give neither a label nor targets, or both.</exception>
    /// <exception cref="InvalidDataException">Something in the text is not as it should be; the message gives name, line and column, what was expected and what came.</exception>
    public static Dataset<T> Read<T>(TextReader reader, CsvOptions options, string name = "the text")
        where T : unmanaged
    {
        if (options.Label is null == (options.Targets is null || options.Targets.Count == 0))
        {
            throw new ArgumentException("The options give no label and no targets, or both; expected either.", nameof(options));
        }

        if (options.Separator is '"' or '\r' or '\n')
        {
            throw new ArgumentException("The separator is a quote or the end of a line; expected another character.", nameof(options));
        }

        var csv = new CsvReader(reader, options.Separator, name);
        if (!csv.Read())
        {
            throw csv.Error(1, "expected at least one record, found an empty file");
        }

        CsvColumns columns = CsvColumns.Of(csv, options);
        if (options.HasHeader && !csv.Read())
        {
            throw csv.Error(1, "expected at least one record below the header, found none");
        }

        var inputs = new GrowingArray<T>();
        var targets = new GrowingArray<T>();
        var labels = new CsvLabels(options.ClassNames);
        do
        {
            CheckCount(csv, columns);
            AddNumbers(csv, columns, columns.Inputs, inputs);
            AddNumbers(csv, columns, columns.Targets, targets);
            if (columns.Label is { } label)
            {
                AddLabel(csv, columns, label, labels, options);
            }
        }
        while (csv.Read());

        if (columns.Label is null)
        {
            return new Dataset<T>(inputs.Memory, columns.Inputs.Length, targets.Memory, columns.Targets.Length);
        }

        (ReadOnlyMemory<int> indices, var names) = labels.Finish();
        return new Dataset<T>(inputs.Memory, columns.Inputs.Length, indices, names);
    }

    private static void CheckCount(CsvReader csv, CsvColumns columns)
    {
        if (csv.Count != columns.Count)
        {
            string found = csv.Count == 1 && csv[0].IsEmpty ? "an empty line" : FormattableString.Invariant($"{csv.Count}");
            throw csv.Error(Math.Min(csv.Count, columns.Count) + 1, FormattableString.Invariant($"expected {columns.Count} fields, found {found}"));
        }
    }

    private static void AddNumbers<T>(CsvReader csv, CsvColumns columns, int[] places, GrowingArray<T> numbers)
        where T : unmanaged
    {
        foreach (int column in places)
        {
            CheckPresence(csv, columns, column);
            if (!Number<T>.TryParse(csv[column], out T number))
            {
                throw csv.Error(column + 1, $"expected a finite number for {columns.Name(column)}, found '{csv[column].ToString()}'");
            }

            numbers.Add(number);
        }
    }

    private static void AddLabel(CsvReader csv, CsvColumns columns, int column, CsvLabels labels, CsvOptions options)
    {
        CheckPresence(csv, columns, column);
        string name = csv[column].ToString();
        if (!labels.TryAdd(name))
        {
            throw csv.Error(column + 1, $"expected one of {string.Join(", ", options.ClassNames!)} for {columns.Name(column)}, found '{name}'");
        }
    }

    private static void CheckPresence(CsvReader csv, CsvColumns columns, int column)
    {
        if (csv[column].IsWhiteSpace())
        {
            throw csv.Error(column + 1, $"the value of {columns.Name(column)} is missing");
        }
    }
}
