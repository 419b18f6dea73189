using System;
using NetGen.Data;
using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>Hands out samples in batches: straight from the data, or in an order of its own, gathered into one buffer that is used again for every batch.</summary>
internal sealed class BatchSource<T>
    where T : unmanaged
{
    private readonly Dataset<T> _data;
    private readonly int[]? _samples;
    private readonly int[] _order = [];
    private readonly T[] _inputs = [];
    private readonly T[] _targets = [];
    private readonly int[] _labels = [];
    private int _start;

    /// <param name="data">Where the samples are.</param>
    /// <param name="samples">Which of them, and in which order; or null for all of them as they are.</param>
    /// <param name="batchSize">Samples in a batch; the last one may have fewer.</param>
    public BatchSource(Dataset<T> data, int[]? samples, int batchSize)
    {
        _data = data;
        _samples = samples;
        SampleCount = samples?.Length ?? data.Count;
        BatchSize = Math.Min(batchSize, SampleCount);
        BatchCount = (SampleCount + BatchSize - 1) / BatchSize;
        if (samples is not null)
        {
            _order = (int[])samples.Clone();
            _inputs = new T[BatchSize * data.InputSize];
            _targets = new T[BatchSize * data.TargetSize];
            _labels = new int[data.HasLabels ? BatchSize : 0];
        }
    }

    public bool HasLabels => _data.HasLabels;

    public int SampleCount { get; }

    public int BatchSize { get; }

    public int BatchCount { get; }

    /// <summary>How many samples the batch has that was loaded last.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<T> Inputs => Rows(_data.Inputs, _inputs, _data.InputSize);

    public ReadOnlySpan<T> Targets => Rows(_data.Targets, _targets, _data.TargetSize);

    public ReadOnlySpan<int> Labels => Rows(_data.Labels, _labels, _data.HasLabels ? 1 : 0);

    /// <summary>Puts the samples into the order of an epoch, which the seed and the number of the epoch decide alone: nothing else has to be known to continue it.</summary>
    public void Shuffle(ulong seed, int epoch)
    {
        _samples.AsSpan().CopyTo(_order);
        Shuffle(_order, seed, (ulong)epoch);
    }

    /// <summary>Loads a batch.</summary>
    /// <param name="batch">0 … <see cref="BatchCount"/> − 1.</param>
    public void Load(int batch)
    {
        _start = batch * BatchSize;
        Count = Math.Min(BatchSize, SampleCount - _start);
        if (_samples is not null)
        {
            ReadOnlySpan<int> order = _order.AsSpan(_start, Count);
            Gather(_data.Inputs.Span, order, _data.InputSize, _inputs);
            Gather(_data.Targets.Span, order, _data.TargetSize, _targets);
            Gather(_data.Labels.Span, order, _data.HasLabels ? 1 : 0, _labels);
        }
    }

    /// <summary>The numbers from 0 on in a random order, of which a seed has many.</summary>
    public static int[] Permutation(int length, ulong seed)
    {
        int[] numbers = new int[length];
        for (int i = 0; i < length; i++)
        {
            numbers[i] = i;
        }

        Shuffle(numbers, seed, 0);
        return numbers;
    }

    /// <summary>The shuffle of R. Durstenfeld, CACM 7 (1964).</summary>
    private static void Shuffle(int[] numbers, ulong seed, ulong number)
    {
        // The bits of the seed are mixed first, so that the sequences of one seed have nothing to do with those of the next.
        var random = new Xoshiro256(Xoshiro256.SplitMix64(ref seed) ^ number);
        for (int i = numbers.Length - 1; i > 0; i--)
        {
            int j = (int)(random.NextDouble() * (i + 1));
            (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
        }
    }

    private static void Gather<TNumber>(ReadOnlySpan<TNumber> source, ReadOnlySpan<int> order, int size, Span<TNumber> target)
    {
        for (int i = 0; size > 0 && i < order.Length; i++)
        {
            source.Slice(order[i] * size, size).CopyTo(target.Slice(i * size));
        }
    }

    private ReadOnlySpan<TNumber> Rows<TNumber>(ReadOnlyMemory<TNumber> all, TNumber[] gathered, int size) =>
        _samples is null ? all.Span.Slice(_start * size, Count * size) : gathered.AsSpan(0, Count * size);
}
