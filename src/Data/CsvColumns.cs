using System;
using System.Collections.Generic;
using System.Globalization;

namespace NetGen.Data;

/// <summary>Where the columns of a file are that the options name.</summary>
internal sealed class CsvColumns
{
    private readonly List<string> _names;

    private CsvColumns(List<string> names, CsvOptions options, CsvReader reader)
    {
        _names = names;
        Label = options.Label is null ? null : Find(options.Label, reader);
        Targets = FindAll(options.Targets ?? [], reader);
        Inputs = options.Inputs is null ? Others() : FindAll(options.Inputs, reader);
        if (Inputs.Length == 0)
        {
            throw reader.Error(1, "no column is left for the inputs");
        }
    }

    public int Count => _names.Count;

    public int[] Inputs { get; }

    public int[] Targets { get; }

    public int? Label { get; }

    public string Name(int column) => _names[column];

    /// <summary>Takes the columns of the record that is there, the first of the file.</summary>
    public static CsvColumns Of(CsvReader reader, CsvOptions options)
    {
        List<string> names = [];
        for (int column = 0; column < reader.Count; column++)
        {
            string name = options.HasHeader ? reader[column].ToString() : (column + 1).ToString(CultureInfo.InvariantCulture);
            if (name.Length == 0)
            {
                throw reader.Error(column + 1, "expected the name of the column, found none");
            }

            if (names.Contains(name))
            {
                throw reader.Error(column + 1, $"the name '{name}' is that of column {names.IndexOf(name) + 1} too");
            }

            names.Add(name);
        }

        return new CsvColumns(names, options, reader);
    }

    private int[] FindAll(IReadOnlyList<string> names, CsvReader reader)
    {
        int[] columns = new int[names.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = Find(names[i], reader);
        }

        return columns;
    }

    private int Find(string name, CsvReader reader)
    {
        int column = _names.IndexOf(name);
        return column >= 0 ? column : throw reader.Error(1, $"expected a column '{name}', found {string.Join(", ", _names)}");
    }

    private int[] Others()
    {
        List<int> others = [];
        for (int column = 0; column < Count; column++)
        {
            if (column != Label && Array.IndexOf(Targets, column) < 0)
            {
                others.Add(column);
            }
        }

        return others.ToArray();
    }
}
