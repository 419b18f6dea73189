using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Tests.Support;

/// <summary>A network that has parameters and computes nothing. They are stored in reverse, behind padding: a layout that no test can mistake for the canonical order.</summary>
internal sealed class PlainNetwork<T> : INetwork<T>
    where T : unmanaged
{
    private const int Padding = 3;

    private readonly T[] _storage;

    public PlainNetwork(int inputs, params PlainLayer[] layers)
    {
        List<LayerInfo> infos = [];
        int count = 0;
        InputSize = inputs;
        foreach (PlainLayer layer in layers)
        {
            string name = layer.Name ?? (infos.Count == layers.Length - 1 ? "output" : $"hidden{infos.Count + 1}");
            List<ParameterInfo> parameters = [new("W", [inputs, layer.Units], count)];
            count += inputs * layer.Units;
            if (layer.Bias != Bias.None)
            {
                int biases = layer.Bias == Bias.Shared ? 1 : layer.Units;
                parameters.Add(new ParameterInfo("b", [biases], count));
                count += biases;
            }

            infos.Add(new LayerInfo(name, "Dense", [inputs], [layer.Units], layer.Activation, parameters, inputs * layer.Units, "none", layer.Alpha, layer.Name is not null));
            inputs = layer.Units;
        }

        OutputSize = inputs;
        ParameterCount = count;
        Info = new NetworkInfo("PlainNetwork", typeof(T) == typeof(double) ? Precision.Double : Precision.Single, null, infos, count, StorageLength, 0, 0, "none");
        _storage = new T[StorageLength];
    }

    public int InputSize { get; }

    public int OutputSize { get; }

    public int ParameterCount { get; }

    public int StorageLength => ParameterCount + Padding;

    public NetworkInfo Info { get; }

    public Span<T> Parameters => _storage;

    /// <summary>The parameters in canonical order.</summary>
    public T[] Canonical
    {
        get
        {
            T[] canonical = new T[ParameterCount];
            ToCanonical(_storage, canonical);
            return canonical;
        }
        set => FromCanonical(value, _storage);
    }

    /// <summary>1, 2, 3, … in canonical order.</summary>
    public PlainNetwork<T> Numbered()
    {
        Canonical = [.. Enumerable.Range(1, ParameterCount).Select(i => (T)Convert.ChangeType(i, typeof(T)))];
        return this;
    }

    public void ToCanonical(ReadOnlySpan<T> stored, Span<T> canonical)
    {
        stored[Padding..].CopyTo(canonical);
        canonical.Reverse();
    }

    public void FromCanonical(ReadOnlySpan<T> canonical, Span<T> stored)
    {
        stored[..Padding].Clear();
        canonical.CopyTo(stored[Padding..]);
        stored[Padding..].Reverse();
    }

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<T> inputs, Span<T> outputs) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> gradients, Span<T> inputGradients) => throw new NotSupportedException();
}

/// <summary>A layer of it.</summary>
internal sealed record PlainLayer(int Units, Activation Activation = Activation.Identity, Bias Bias = Bias.PerUnit, string? Name = null, double? Alpha = null);
