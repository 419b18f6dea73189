using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Persistence;

/// <summary>One tensor of a <c>state_dict</c>, and how it comes from the parameters in canonical order.</summary>
internal sealed class StateDictTensor
{
    private readonly ParameterInfo _parameter;
    private readonly bool _isWeight;

    /// <param name="module">The name of the module.</param>
    /// <param name="parameter">W [n_in, n_out] or b [n_out] or [1].</param>
    /// <param name="units">n_out.</param>
    public StateDictTensor(string module, ParameterInfo parameter, int units)
    {
        _parameter = parameter;
        _isWeight = parameter.Shape.Count == 2;
        Name = module + (_isWeight ? ".weight" : ".bias");
        Shape = _isWeight ? [parameter.Shape[1], parameter.Shape[0]] : [units];
        Length = (int)Shape.Aggregate((product, size) => product * size);
        CanonicalLength = parameter.Shape.Aggregate((product, size) => product * size);
    }

    /// <summary>The name, such as <c>0.weight</c>.</summary>
    public string Name { get; }

    /// <summary>[n_out, n_in] for weights, [n_out] for a bias.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The number of its elements.</summary>
    public int Length { get; }

    private int CanonicalLength { get; }

    /// <summary>Whether one number of the network stands for all elements.</summary>
    public bool IsShared => CanonicalLength < Length;

    /// <summary>Makes the tensor from the parameters.</summary>
    public void Export<T>(ReadOnlySpan<T> canonical, Span<T> tensor)
    {
        ReadOnlySpan<T> values = canonical.Slice(_parameter.CanonicalOffset, CanonicalLength);
        if (_isWeight)
        {
            Transpose(values, _parameter.Shape[0], _parameter.Shape[1], tensor);
        }
        else if (IsShared)
        {
            tensor.Fill(values[0]);
        }
        else
        {
            values.CopyTo(tensor);
        }
    }

    /// <summary>Takes the parameters from the tensor; of a shared bias the first element.</summary>
    public void Import<T>(ReadOnlySpan<T> tensor, Span<T> canonical)
    {
        Span<T> values = canonical.Slice(_parameter.CanonicalOffset, CanonicalLength);
        if (_isWeight)
        {
            Transpose(tensor, _parameter.Shape[1], _parameter.Shape[0], values);
        }
        else
        {
            tensor.Slice(0, CanonicalLength).CopyTo(values);
        }
    }

    private static void Transpose<T>(ReadOnlySpan<T> source, int rows, int columns, Span<T> target)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                target[column * rows + row] = source[row * columns + column];
            }
        }
    }
}
